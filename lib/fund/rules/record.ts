import type { MoneyRecord } from "@/lib/fund/schema/stored";

type Reversible = Extract<MoneyRecord, { reversalOfId: string | null }>;

/** R75: an approved record of a ledger that is no reversal and was not taken back yet. */
export const mayBeReversed = (record: MoneyRecord): boolean =>
  isOfLedger(record) && record.state === "APPROVED" && record.reversalOfId === null && record.reversedById === null;

/** R111: what was decided against is written anew by its author; a reversal is begun from its original instead. */
export const mayBeWrittenAnew = (record: MoneyRecord): boolean =>
  record.state === "REJECTED" && reversalOf(record) === null;

const isOfLedger = (record: MoneyRecord): record is Reversible => "reversalOfId" in record;

/** The record that this one takes back. */
export const reversalOf = (record: MoneyRecord): string | null => (isOfLedger(record) ? record.reversalOfId : null);

/** The record that took this one back. */
export const reversedBy = (record: MoneyRecord): string | null => (isOfLedger(record) ? record.reversedById : null);

export const projectOf = (record: MoneyRecord) => ("project" in record ? record.project : null);

/** A plan has its reason, every other record a note. */
export const noteOf = (record: MoneyRecord): string | null => (record.kind === "plan" ? record.reason : record.note);

/** How the state of a record is said: 完成投资 is recorded by one person, so it never reads as approved (R71). */
export const saidStateOf = (record: MoneyRecord): MoneyRecord["state"] | "RECORDED" =>
  record.kind === "progress" && record.state === "APPROVED" && record.reversalOfId === null ? "RECORDED" : record.state;
