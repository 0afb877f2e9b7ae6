import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { findLackOfYear } from "@/lib/fund/queries/closing";
import type { CloseYear, ProposeClosing } from "@/lib/fund/schema/period";
import { Refusal } from "@/lib/refusal/refusal";
import { yearOf } from "@/lib/value/calendar";

/** R64: the year is proposed to be closed; where less than the standard was disbursed, with the explanation. */
export function proposeClosing(actor: Actor, { year, version, reason }: ProposeClosing) {
  return transaction(async (tx) => {
    const fund = await holdFund(tx, year, version);
    if (fund.state !== "FINAL" || yearOf(actor.today) <= year) throw new Refusal("WRONG_STATE", { state: fund.state });
    await refuseUnexplained(tx, actor, year, reason);

    await recordAudit(tx, actor, "year.proposeClosing", { type: "fund", id: String(year), reason });
    await tx.aidFund.update({
      where: { year },
      data: { closingProposedById: actor.id, closingReason: reason ?? null, version: { increment: 1 } },
      select: { year: true },
    });
  });
}

/** R64, R111: closed by another person, when all its months are locked; the database asks for both. */
export function closeYear(actor: Actor, { year, version }: CloseYear) {
  return transaction(async (tx) => {
    const fund = await holdFund(tx, year, version);
    if (fund.state !== "FINAL" || !fund.closingProposedById) throw new Refusal("WRONG_STATE", { state: fund.state });
    if (fund.closingProposedById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
    await refuseUnexplained(tx, actor, year, fund.closingReason);

    await recordAudit(tx, actor, "year.close", {
      type: "fund",
      id: String(year),
      before: { state: fund.state },
      after: { state: "CLOSED" },
    });
    await tx.aidFund.update({
      where: { year },
      data: { state: "CLOSED", closedById: actor.id, closedAt: new Date(), version: { increment: 1 } },
      select: { year: true },
    });
  });
}

/** The standard is that of the day of closing: its revenue may have another version by then. */
async function refuseUnexplained(tx: Tx, actor: Actor, year: number, reason: string | null | undefined) {
  const { lack } = await findLackOfYear(year, actor.today, tx);
  if (lack > 0n && !reason) throw new Refusal("INPUT_WRONG", { field: "reason", case: "CLOSING_REASON" });
}

async function holdFund(tx: Tx, year: number, version: number) {
  await tx.$executeRaw`SELECT 1 FROM aid_funds WHERE year = ${year}::int FOR NO KEY UPDATE`;
  const fund = await tx.aidFund.findUnique({
    where: { year },
    select: { state: true, version: true, closingProposedById: true, closingReason: true },
  });
  if (!fund) throw new Refusal("WRONG_STATE");
  if (fund.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
  return fund;
}
