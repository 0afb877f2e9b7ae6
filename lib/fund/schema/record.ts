import { z } from "zod";
import { accepted, amount, day, id, note, optionalText, text, tick, version, whole } from "@/lib/command/fields";
import { kinds } from "@/lib/fund/rules/ledger";
import { OutsideLedger, PayeeAccount, PlanBasis, RevenueCertainty } from "@/prisma/generated/enums";

/** A draft may be written over until it is handed in; `intent` says which of the two is meant. */
const draft = {
  recordId: id.optional(),
  version: version.optional(),
  intent: z.enum(["DRAFT", "SUBMIT"], "choose").default("SUBMIT"),
  accepted,
};
const year = whole(2000, 2100);

export const recordRevenueInput = z.object({
  ...draft,
  amount,
  year,
  certainty: z.enum(RevenueCertainty, "choose"),
  documentNo: text(60),
  datedOn: day,
  note: note(200),
});

export const recordPlanInput = z.object({
  ...draft,
  total: amount,
  year,
  basis: z
    .string()
    .optional()
    .transform((typed) => typed || undefined)
    .pipe(z.enum(PlanBasis, "choose").optional()),
  documentNo: optionalText(60),
  reason: optionalText(200),
  datedOn: day,
});

export const recordAppropriationInput = z.object({
  ...draft,
  amount,
  projectId: id,
  datedOn: day,
  documentNo: text(60),
  note: note(200),
});

export const recordDisbursementInput = z.object({
  ...draft,
  amount,
  projectId: id,
  datedOn: day,
  documentNo: text(60),
  payee: text(60),
  account: z.enum(PayeeAccount, "choose"),
  exceptionReason: optionalText(200),
  note: note(200),
});

export const recordProgressInput = z.object({
  accepted,
  amount,
  projectId: id,
  datedOn: day,
  documentNo: text(60),
  note: note(200),
});

export const recordOutsideInput = z.object({
  ...draft,
  amount,
  ledger: z.enum(OutsideLedger, "choose"),
  item: text(60),
  isPlanned: tick,
  datedOn: day,
  documentNo: text(60),
  note: note(200),
});

const record = { kind: z.enum(kinds, "choose"), recordId: id, version };
export const submitRecordInput = z.object(record);
export const approveRecordInput = z.object(record);
export const rejectRecordInput = z.object({ ...record, reason: text(200) });
export const withdrawRecordInput = z.object(record);
export const reverseRecordInput = z.object({
  kind: z.enum(["appropriation", "disbursement", "progress", "outside"], "choose"),
  recordId: id,
  datedOn: day,
  documentNo: text(60),
  reason: text(200),
});

export type RecordRevenue = z.output<typeof recordRevenueInput>;
export type RecordPlan = z.output<typeof recordPlanInput>;
export type RecordAppropriation = z.output<typeof recordAppropriationInput>;
export type RecordDisbursement = z.output<typeof recordDisbursementInput>;
export type RecordProgress = z.output<typeof recordProgressInput>;
export type RecordOutside = z.output<typeof recordOutsideInput>;
export type DecideRecord = z.output<typeof approveRecordInput>;
export type RejectRecord = z.output<typeof rejectRecordInput>;
export type ReverseRecord = z.output<typeof reverseRecordInput>;
