import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { refuseUnfounded } from "@/lib/fund/mutations/guard";
import { holdProject, holdRecord } from "@/lib/fund/mutations/hold";
import { refuseUnexplained } from "@/lib/fund/mutations/plan";
import { doubtedOf, findDoubt } from "@/lib/fund/queries/second-look";
import { tableOf } from "@/lib/fund/rules/ledger";
import { isAnswered } from "@/lib/fund/rules/second-look";
import type { DecideRecord, RejectRecord } from "@/lib/fund/schema/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { holdMonth } from "@/lib/project/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { Prisma } from "@/prisma/generated/client";

/** I20: a draft is handed in by who wrote it. */
export const submitRecord = (actor: Actor, input: DecideRecord) =>
  transaction(async (tx) => {
    const record = await holdFor(tx, input, "DRAFT");
    if (record.createdById !== actor.id) throw new Refusal("WRONG_STATE", { state: record.state });
    if (record.kind === "plan") await refuseUnexplained(tx, record, actor.today);
    await refuseUnseen(tx, actor, record);
    await decide(tx, actor, record, { to: "SUBMITTED", verb: `${record.kind}.record` });
    return record;
  });

/** R111, I16, I21: another person approves; the sums move with it, or the database says what is in the way. */
export const approveRecord = (actor: Actor, input: DecideRecord) =>
  transaction(async (tx) => {
    const record = await holdFor(tx, input, "SUBMITTED");
    if (record.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
    if (record.kind === "plan") await refuseUnexplained(tx, record, actor.today);
    if (record.kind === "disbursement" && !record.reversalOfId) {
      // Asked again, since other payments may have been approved since this one was written down (R70).
      const project = await holdProject(tx, record.project.id);
      await refuseUnfounded(tx, actor, project, record.amount, record.exceptionReason);
    }
    await decide(tx, actor, record, { to: "APPROVED", verb: `${record.kind}.approve`, signed: true });
    return record;
  });

/** Not approved, with the reason; the record stays as it is and a new one may be written. */
export const rejectRecord = (actor: Actor, { reason, ...input }: RejectRecord) =>
  transaction(async (tx) => {
    const record = await holdFor(tx, input, "SUBMITTED");
    if (record.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
    await decide(tx, actor, record, { to: "REJECTED", verb: `${record.kind}.reject`, signed: true, reason });
    return record;
  });

/** Taken back by who wrote it, before anybody has decided. */
export const withdrawRecord = (actor: Actor, input: DecideRecord) =>
  transaction(async (tx) => {
    const record = await holdFor(tx, input, "DRAFT", "SUBMITTED");
    if (record.createdById !== actor.id) throw new Refusal("WRONG_STATE", { state: record.state });
    await decide(tx, actor, record, { to: "REJECTED", verb: `${record.kind}.withdraw` });
    return record;
  });

async function holdFor(tx: Tx, { kind, recordId, version }: DecideRecord, ...from: MoneyRecord["state"][]) {
  const { datedOn } = await holdRecord(tx, kind, recordId);
  // The month comes before the project in the order of locks, and the project is taken by the trigger.
  if (!from.includes("DRAFT")) await holdMonth(tx, datedOn);
  const record = await holdRecord(tx, kind, recordId);
  if (!from.includes(record.state)) throw new Refusal("WRONG_STATE", { state: record.state });
  if (record.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
  return record;
}

/** A draft is handed in from a list, where nothing can be ticked: what is new about it is ticked in its form. */
async function refuseUnseen(tx: Tx, actor: Actor, record: MoneyRecord) {
  const { warnings } = await findDoubt(doubtedOf(record), actor.today, tx);
  if (!isAnswered(warnings, record.warnings))
    throw new Refusal("INPUT_WRONG", { case: "WARNINGS_DRAFT", count: warnings.length });
}

type Decision = { to: "SUBMITTED" | "APPROVED" | "REJECTED"; verb: string; signed?: true; reason?: string };

async function decide(tx: Tx, actor: Actor, { kind, id, state }: MoneyRecord, { to, verb, signed, reason }: Decision) {
  await recordAudit(tx, actor, verb, { type: kind, id, before: { state }, after: { state: to }, reason });
  const signature = signed ? Prisma.sql`, decided_by_id = ${actor.id}::uuid, decided_at = now()` : Prisma.empty;
  await tx.$executeRaw`UPDATE ${Prisma.raw(tableOf[kind])} SET state = ${to}::"RecordState", version = version + 1,
    state_reason = ${reason ?? null} ${signature} WHERE id = ${id}::uuid`;
}
