import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { writeDown } from "@/lib/fund/mutations/write";
import { findStandard } from "@/lib/fund/queries/standard";
import { lackOf } from "@/lib/fund/rules/standard";
import type { RecordPlan } from "@/lib/fund/schema/record";
import { readAmount, refuseFuture } from "@/lib/project/commands/amount";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";
import { type Fen, formatWan } from "@/lib/value/money";

/** R63, R65, I23: the year's total. Above the standard it needs basis, paper and reason and is never blocked; below it a reason. */
export async function recordPlan(actor: Actor, input: RecordPlan) {
  const total = readAmount(input);
  refuseFuture(actor, input.datedOn);

  const { year, basis = null, documentNo = null, reason = null, datedOn } = input;
  return writeDown(
    actor,
    "plan",
    input,
    { year, total, basis, documentNo, reason, datedOn },
    {
      async ask(tx) {
        if (input.intent === "SUBMIT")
          await refuseUnexplained(tx, { year, amount: total, basis, documentNo, reason }, actor.today);
      },
      create: (tx, data) => tx.aidPlan.create({ data, select: { id: true } }),
      update: (tx, id, { year: _, ...data }) =>
        tx.aidPlan.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } }),
    },
  );
}

type Plan = { year: number; amount: Fen; basis: string | null; documentNo: string | null; reason: string | null };

/** Asked when the plan is handed in and again when it is approved: the revenue may have another version by then. */
export async function refuseUnexplained(tx: Tx, { year, amount, basis, documentNo, reason }: Plan, on: Day) {
  const { standard } = await findStandard(year, on, tx);
  if (standard === null) return;
  if (amount > standard && !(basis && documentNo && reason))
    throw new Refusal("INPUT_WRONG", {
      field: basis ? (documentNo ? "reason" : "documentNo") : "basis",
      case: "BASIS_MISSING",
    });
  const lack = lackOf(amount, standard);
  if (lack > 0n && !reason)
    throw new Refusal("INPUT_WRONG", { field: "reason", case: "REASON_BELOW", lack: formatWan(lack) });
}
