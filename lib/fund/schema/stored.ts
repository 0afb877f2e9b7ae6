import { z } from "zod";
import { dayFromDate } from "@/lib/value/calendar";
import { OutsideLedger, PayeeAccount, PlanBasis, RecordState, RevenueCertainty } from "@/prisma/generated/enums";

const record = {
  id: z.string(),
  year: z.number(),
  amount: z.bigint(),
  datedOn: z.date().transform(dayFromDate),
  state: z.enum(RecordState),
  createdById: z.string(),
  decidedById: z.string().nullable(),
  decidedAt: z.date().nullable(),
  stateReason: z.string().nullable(),
  version: z.number(),
  warnings: z.array(z.string()),
  /** Null for what was loaded by no account. */
  creator: z.string().nullable(),
  decider: z.string().nullable(),
};
const paper = { documentNo: z.string(), note: z.string() };

/** R75: the records of a ledger are taken back; the versions of plan and revenue are followed by the next. */
const ledger = { ...record, ...paper, reversalOfId: z.string().nullable(), reversedById: z.string().nullable() };
const project = z.object({ id: z.string(), code: z.string(), name: z.string() });

/** What each kind of money record has, and nothing that it has not. */
export const stored = {
  plan: z.object({
    kind: z.literal("plan"),
    ...record,
    documentNo: z.string().nullable(),
    reason: z.string().nullable(),
    basis: z.enum(PlanBasis).nullable(),
    isCurrent: z.boolean(),
  }),
  revenue: z.object({
    kind: z.literal("revenue"),
    ...record,
    ...paper,
    certainty: z.enum(RevenueCertainty),
    isCurrent: z.boolean(),
  }),
  appropriation: z.object({ kind: z.literal("appropriation"), ...ledger, project }),
  disbursement: z.object({
    kind: z.literal("disbursement"),
    ...ledger,
    project,
    payee: z.string(),
    account: z.enum(PayeeAccount),
    exceptionReason: z.string().nullable(),
  }),
  progress: z.object({ kind: z.literal("progress"), ...ledger, project }),
  outside: z.object({
    kind: z.literal("outside"),
    ...ledger,
    ledger: z.enum(OutsideLedger),
    item: z.string(),
    isPlanned: z.boolean(),
  }),
};

export type RecordOf<K extends keyof typeof stored> = z.output<(typeof stored)[K]>;
export type MoneyRecord = RecordOf<keyof typeof stored>;
