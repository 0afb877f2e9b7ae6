import type { Kind } from "@/lib/fund/rules/ledger";
import { projectOf } from "@/lib/fund/rules/record";
import type { MoneyRecord, RecordOf } from "@/lib/fund/schema/stored";
import { type Day, yearOf } from "@/lib/value/calendar";

/** What a form holds before anybody types: a draft, a record to be written anew, or what the address presets. */
export type Defaults = {
  kind: Kind;
  /** The draft that is written over; without one a new record comes to be. */
  draft?: MoneyRecord;
  like?: MoneyRecord | null;
  projectId?: string | undefined;
  year?: number | undefined;
  today: Day;
};

export const recordOf = ({ draft, like }: Defaults): MoneyRecord | null => draft ?? like ?? null;

/** The same where only one kind has what is asked for. */
export function recordOfKind<K extends Kind>(kind: K, defaults: Defaults): RecordOf<K> | undefined {
  const record = recordOf(defaults);
  return record?.kind === kind ? (record as RecordOf<K>) : undefined;
}

/** The project that is preset, or the one of the record that is written over or anew. */
export function projectIdFor(defaults: Defaults): string | undefined {
  const record = recordOf(defaults);
  return defaults.projectId ?? (record ? projectOf(record)?.id : undefined);
}

/** A year is planned before it begins and its revenue known after it ended. */
export function yearFor({ kind, year, today, ...rest }: Defaults): number {
  return recordOf({ kind, today, ...rest })?.year ?? year ?? yearOf(today) - (kind === "revenue" ? 1 : 0);
}
