import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { refuseUnfounded } from "@/lib/fund/commands/guard";
import { holdProject, holdRecord } from "@/lib/fund/commands/hold";
import { refuseUnexplained } from "@/lib/fund/commands/plan";
import { doubtedOf, findDoubt } from "@/lib/fund/queries/second-look";
import { tableOf } from "@/lib/fund/rules/ledger";
import { isAnswered } from "@/lib/fund/rules/second-look";
import {
  approveRecordInput,
  type DecideRecord,
  rejectRecordInput,
  submitRecordInput,
  withdrawRecordInput,
} from "@/lib/fund/schema/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { holdMonth } from "@/lib/project/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { Prisma } from "@/prisma/generated/client";

/** I20: a draft is handed in by who wrote it. */
export const submitRecord = command({
  verb: "money.submit",
  permission: "money:record",
  as: "proposer",
  input: submitRecordInput,
  async run(tx, actor, input) {
    const record = await holdFor(tx, input, "DRAFT");
    if (record.createdById !== actor.id) throw new Refusal("WRONG_STATE", { state: record.state });
    if (record.kind === "plan") await refuseUnexplained(tx, record, actor.today);
    await refuseUnseen(tx, actor, record);
    await decide(tx, actor, record, { to: "SUBMITTED", verb: `${record.kind}.record` });
    return { kind: record.kind, recordId: record.id };
  },
});

/** R111, I16, I21: another person approves; the sums move with it, or the database says what is in the way. */
export const approveRecord = command({
  verb: "money.approve",
  permission: "money:record",
  as: "approver",
  input: approveRecordInput,
  async run(tx, actor, input) {
    const record = await holdFor(tx, input, "SUBMITTED");
    if (record.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
    if (record.kind === "plan") await refuseUnexplained(tx, record, actor.today);
    if (record.kind === "disbursement" && !record.reversalOfId) {
      // Asked again, since other payments may have been approved since this one was written down (R70).
      const project = await holdProject(tx, record.project.id);
      await refuseUnfounded(tx, actor, project, record.amount, record.exceptionReason);
    }
    await decide(tx, actor, record, { to: "APPROVED", verb: `${record.kind}.approve`, signed: true });
    return { kind: record.kind, recordId: record.id };
  },
});

/** Not approved, with the reason; the record stays as it is and a new one may be written. */
export const rejectRecord = command({
  verb: "money.reject",
  permission: "money:record",
  as: "approver",
  input: rejectRecordInput,
  async run(tx, actor, { reason, ...input }) {
    const record = await holdFor(tx, input, "SUBMITTED");
    if (record.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
    await decide(tx, actor, record, { to: "REJECTED", verb: `${record.kind}.reject`, signed: true, reason });
    return { kind: record.kind, recordId: record.id };
  },
});

/** Taken back by who wrote it, before anybody has decided. */
export const withdrawRecord = command({
  verb: "money.withdraw",
  permission: "money:record",
  as: "proposer",
  input: withdrawRecordInput,
  async run(tx, actor, input) {
    const record = await holdFor(tx, input, "DRAFT", "SUBMITTED");
    if (record.createdById !== actor.id) throw new Refusal("WRONG_STATE", { state: record.state });
    await decide(tx, actor, record, { to: "REJECTED", verb: `${record.kind}.withdraw` });
    return { kind: record.kind, recordId: record.id };
  },
});

async function holdFor(tx: Tx, { kind, recordId, version }: DecideRecord, ...from: MoneyRecord["state"][]) {
  const { datedOn } = await holdRecord(tx, kind, recordId);
  // The month comes before the project in the order of locks, and the project is taken by the trigger.
  if (!from.includes("DRAFT")) await holdMonth(tx, datedOn);
  const record = await holdRecord(tx, kind, recordId);
  if (!from.includes(record.state)) throw new Refusal("WRONG_STATE", { state: record.state });
  refuseOtherVersion(record, version, { case: "RELOAD" });
  return record;
}

/** A draft is handed in from a list, where nothing can be ticked: what is new about it is ticked in its form. */
async function refuseUnseen(tx: Tx, actor: Actor, record: MoneyRecord) {
  const { warnings } = await findDoubt(doubtedOf(record), actor.today, tx);
  if (!isAnswered(warnings, record.warnings))
    throw new Refusal("INPUT_WRONG", { case: "WARNINGS_DRAFT", count: warnings.length });
}

type Decision = { to: "SUBMITTED" | "APPROVED" | "REJECTED"; verb: Verb; signed?: true; reason?: string };

async function decide(tx: Tx, actor: Actor, { kind, id, state }: MoneyRecord, { to, verb, signed, reason }: Decision) {
  await recordAudit(tx, actor, verb, { type: kind, id, before: { state }, after: { state: to }, reason });
  const signature = signed ? Prisma.sql`, decided_by_id = ${actor.id}::uuid, decided_at = now()` : Prisma.empty;
  await tx.$executeRaw`UPDATE ${Prisma.raw(tableOf[kind])} SET state = ${to}::"RecordState", version = version + 1,
    state_reason = ${reason ?? null} ${signature} WHERE id = ${id}::uuid`;
}
