import "server-only";
import { snapshot, type Tx } from "@/lib/database/db";
import { findFund, listMonths } from "@/lib/fund/queries/months";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { findStandard } from "@/lib/fund/queries/standard";
import { lackOf } from "@/lib/fund/rules/standard";
import { totalsOf } from "@/lib/fund/rules/sums";
import type { Day } from "@/lib/value/calendar";
import { lastDay } from "@/lib/value/period";

/** R64: what was disbursed in a year (fen), the standard as it is known today or was at a moment, and what the one lacks of the other. */
export async function findLackOfYear(year: number, today: Day, tx: Tx, knownAt?: Date) {
  const asOf = lastDay(year);
  const { disbursed } = totalsOf(await listProjectSums({ year, since: year, asOf }, tx));
  const { standard } = await findStandard(year, today, tx, knownAt);
  return { disbursed, standard, lack: lackOf(disbursed, standard) };
}

/** A year's months and what its closing asks for (R64): what was disbursed against the standard, and how many months are locked. */
export const findYearToClose = (year: number, today: Day) =>
  snapshot(async (tx) => {
    const months = await listMonths(year, tx);
    const fund = await findFund(year, tx);
    // Of a closed year what it was closed with; the rest is its difference (I40).
    const closing = await findLackOfYear(year, today, tx, fund?.closedAt ?? undefined);
    const proposer = fund?.closingProposedById
      ? await tx.account.findUnique({ where: { id: fund.closingProposedById }, select: { name: true } })
      : null;
    return {
      year,
      months,
      fund,
      ...closing,
      locked: months.filter(({ state }) => state === "LOCKED").length,
      proposedBy: proposer?.name ?? null,
    };
  });

export type YearToClose = Awaited<ReturnType<typeof findYearToClose>>;
