import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { findLackOfYear } from "@/lib/fund/queries/closing";
import { closeYearInput, proposeClosingInput } from "@/lib/fund/schema/period";
import { Refusal } from "@/lib/refusal/refusal";
import { yearOf } from "@/lib/value/calendar";

/** R64: the year is proposed to be closed; where less than the standard was disbursed, with the explanation. */
export const proposeClosing = command({
  verb: "year.proposeClosing",
  permission: "year:close",
  as: "proposer",
  input: proposeClosingInput,
  async run(tx, actor, { year, version, reason }) {
    const fund = await holdFund(tx, year, version);
    if (fund.state !== "FINAL" || yearOf(actor.today) <= year) throw new Refusal("WRONG_STATE", { state: fund.state });
    await refuseUnexplained(tx, actor, year, reason);

    await recordAudit(tx, actor, "year.proposeClosing", { type: "fund", id: String(year), reason });
    await tx.aidFund.update({
      where: { year },
      data: { closingProposedById: actor.id, closingReason: reason ?? null, version: { increment: 1 } },
      select: { year: true },
    });
    return {};
  },
});

/** R64, R111: closed by another person, when all its months are locked; the database asks for both. */
export const closeYear = command({
  verb: "year.close",
  permission: "year:close",
  as: "approver",
  input: closeYearInput,
  async run(tx, actor, { year, version }) {
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
    return {};
  },
});

/** The standard is that of the day of closing: its revenue may have another version by then. */
async function refuseUnexplained(tx: Tx, actor: Actor, year: number, reason: string | null | undefined) {
  const { lack } = await findLackOfYear(year, actor.today, tx);
  if (lack > 0n && !reason) throw new Refusal("INPUT_WRONG", { field: "reason", case: "CLOSING_REASON" });
}

async function holdFund(tx: Tx, year: number, version: number) {
  await hold(tx, "aid_funds", year);
  const fund = await tx.aidFund.findUnique({
    where: { year },
    select: { state: true, version: true, closingProposedById: true, closingReason: true },
  });
  if (!fund) throw new Refusal("WRONG_STATE");
  refuseOtherVersion(fund, version, { case: "RELOAD" });
  return fund;
}
