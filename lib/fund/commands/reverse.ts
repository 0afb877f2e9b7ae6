import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { holdRecord } from "@/lib/fund/commands/hold";
import { tableOf } from "@/lib/fund/rules/ledger";
import { mayBeReversed } from "@/lib/fund/rules/record";
import { type ReverseRecord, reverseRecordInput } from "@/lib/fund/schema/record";
import { refuseFuture } from "@/lib/project/commands/amount";
import { holdMonth } from "@/lib/project/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** R75, I20: a wrong record is taken back by its opposite, dated in an open month, once another person has approved that. */
export const reverseRecord = command({
  verb: "money.reverse",
  fieldsOf: "reversal",
  permission: "money:reverse",
  as: "proposer",
  input: reverseRecordInput,
  async run(tx, actor, input) {
    const { kind, recordId, datedOn, documentNo, reason } = input;
    refuseFuture(actor, datedOn);
    await holdMonth(tx, datedOn);
    const original = await holdRecord(tx, kind, recordId);
    if (original.reversedById) throw new Refusal("ALREADY_REVERSED", { field: "recordId" });
    if (!mayBeReversed(original)) throw new Refusal("WRONG_STATE", { field: "recordId", state: original.state });
    refuseBeforeOriginal(original, datedOn);

    const id = newId();
    const after = toldOf({ amount: -original.amount, documentNo, reversalOfId: recordId, datedOn });
    await recordAudit(tx, actor, `${kind}.reverse`, { type: kind, id, after, reason });
    await mirror(tx, actor, id, input);
    return { id };
  },
});

/** Nothing is taken back before it was there. */
export function refuseBeforeOriginal({ datedOn: original }: { datedOn: Day }, datedOn: Day): void {
  if (datedOn < original) throw new Refusal("INPUT_WRONG", { field: "datedOn", case: "BEFORE_ORIGINAL", original });
}

/** The opposite of a record in its own ledger: what it is about is copied, with the amount below nothing. */
async function mirror(
  tx: Tx,
  actor: Actor,
  id: string,
  { kind, recordId, datedOn, documentNo, reason }: ReverseRecord,
) {
  const table = Prisma.raw(tableOf[kind]);
  const copied = Prisma.raw(own[kind]);
  const day = Prisma.sql`${dateFromDay(datedOn)}::date`;
  // The year of what is outside the fund is the year of its own day (R78).
  const [year, yearOfDay] = kind === "outside" ? [Prisma.sql`, year`, Prisma.sql`, extract(year FROM ${day})`] : none;
  await tx.$executeRaw`
    INSERT INTO ${table} (id, reversal_of_id, amount, dated_on, document_no, note, state, created_by_id, is_demo, ${copied}${year})
    SELECT ${id}::uuid, id, -amount, ${day}, ${documentNo}, ${reason}, 'SUBMITTED', ${actor.id}::uuid, ${actor.isDemo}, ${copied}${yearOfDay}
    FROM ${table} WHERE id = ${recordId}::uuid`;
}

/** What a reversal is about as its original was. */
const own = {
  appropriation: "project_id",
  disbursement: "project_id, payee, account",
  progress: "project_id",
  outside: "ledger, item, is_planned",
} as const satisfies Record<ReverseRecord["kind"], string>;
const none = [Prisma.empty, Prisma.empty] as const;
