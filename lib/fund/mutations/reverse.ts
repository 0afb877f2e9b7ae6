import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { holdRecord } from "@/lib/fund/mutations/hold";
import { toldOf } from "@/lib/fund/mutations/write";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import type { ReverseRecord } from "@/lib/fund/schema/record";
import { refuseFuture } from "@/lib/project/commands/amount";
import { holdMonth } from "@/lib/project/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, dayFromDate, yearOf } from "@/lib/value/calendar";

/** R75, I20: a wrong record is taken back by its opposite, dated in an open month, once another person has approved that. */
export async function reverseRecord(actor: Actor, { kind, recordId, datedOn, documentNo, reason }: ReverseRecord) {
  refuseFuture(actor, datedOn);
  return transaction(async (tx) => {
    await holdMonth(tx, datedOn);
    const original = await holdRecord(tx, kind, recordId);
    if (original.reversedById) throw new Refusal("ALREADY_REVERSED", { field: "recordId" });
    if (original.state !== "APPROVED" || original.reversalOfId)
      throw new Refusal("WRONG_STATE", { field: "recordId", state: original.state });
    if (datedOn < original.datedOn)
      throw new Refusal("INPUT_WRONG", { field: "datedOn", case: "BEFORE_ORIGINAL", original: original.datedOn });

    const id = newId();
    const row = { amount: -original.amount, documentNo, reversalOfId: recordId };
    await recordAudit(tx, actor, `${kind}.reverse`, { type: kind, id, after: toldOf({ ...row, datedOn }), reason });
    await mirror(tx, original, {
      ...row,
      id,
      datedOn: dateFromDay(datedOn),
      note: reason,
      state: "SUBMITTED",
      createdById: actor.id,
      isDemo: actor.isDemo,
    });
    return { id };
  });
}

type Mirror = {
  id: string;
  amount: bigint;
  datedOn: Date;
  documentNo: string;
  note: string;
  reversalOfId: string;
  state: "SUBMITTED";
  createdById: string;
  isDemo: boolean;
};

/** The opposite of a record in its own ledger. */
async function mirror(tx: Tx, original: MoneyRecord, data: Mirror): Promise<void> {
  const select = { id: true } as const;
  const projectId = original.project?.id ?? "";
  if (original.kind === "appropriation") await tx.appropriation.create({ data: { ...data, projectId }, select });
  if (original.kind === "progress") await tx.investmentProgress.create({ data: { ...data, projectId }, select });
  if (original.kind === "disbursement") {
    const { payee, account } = original;
    await tx.disbursement.create({
      data: { ...data, projectId, payee: payee ?? "", account: account ?? "COUNTY" },
      select,
    });
  }
  if (original.kind === "outside") {
    const { ledger, item, isPlanned } = original;
    const year = yearOf(dayFromDate(data.datedOn));
    await tx.outsideRecord.create({
      data: { ...data, ledger: ledger ?? "SOCIAL", item: item ?? "", isPlanned, year },
      select,
    });
  }
}
