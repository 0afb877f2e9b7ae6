import "server-only";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { writeDown } from "@/lib/fund/commands/write";
import { findStandard } from "@/lib/fund/queries/standard";
import { lackOf } from "@/lib/fund/rules/standard";
import { recordPlanInput } from "@/lib/fund/schema/record";
import { refuseFuture } from "@/lib/project/commands/amount";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";
import { exactWan, type Fen } from "@/lib/value/money";

/** R63, R65, I23: the year's total. Above the standard it needs basis, paper and reason and is never blocked; below it a reason. */
export const recordPlan = command({
  verb: "plan.record",
  permission: "money:record",
  as: "proposer",
  input: recordPlanInput,
  async run(tx, actor, input) {
    refuseFuture(actor, input.datedOn);

    const { total, year, basis = null, documentNo = null, reason = null, datedOn } = input;
    return writeDown(
      tx,
      actor,
      "plan",
      input,
      { year, total, basis, documentNo, reason, datedOn },
      {
        async ask() {
          if (input.intent === "SUBMIT")
            await refuseUnexplained(tx, { year, amount: total, basis, documentNo, reason }, actor.today);
        },
        create: (data) => tx.aidPlan.create({ data, select: { id: true } }),
        update: (id, { year: _, ...data }) =>
          tx.aidPlan.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } }),
      },
    );
  },
});

type Paper = string | null | undefined;
type Plan = { year: number; amount: Fen; basis: Paper; documentNo: Paper; reason: Paper };

/** Asked when the plan is handed in and again when it is approved: the revenue may have another version by then. */
export async function refuseUnexplained(tx: Tx, plan: Plan, on: Day): Promise<void> {
  const [no] = await listUnexplained(tx, plan, on);
  if (no) throw no;
}

/** What a plan that is not the standard lacks, each at its field. */
export async function listUnexplained(tx: Tx, { year, amount, ...papers }: Plan, on: Day): Promise<Refusal[]> {
  const { standard } = await findStandard(year, on, tx);
  if (standard === null) return [];
  const missing = (["basis", "documentNo", "reason"] as const).filter((name) => !papers[name]);
  if (amount > standard) return missing.map((field) => new Refusal("INPUT_WRONG", { field, case: "BASIS_MISSING" }));
  const lack = lackOf(amount, standard);
  if (lack <= 0n || papers.reason) return [];
  return [new Refusal("INPUT_WRONG", { field: "reason", case: "REASON_BELOW", lack: exactWan(lack) })];
}
