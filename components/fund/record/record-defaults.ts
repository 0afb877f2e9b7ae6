import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import type { Kind } from "@/lib/fund/rules/ledger";
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

/** A year is planned before it begins and its revenue known after it ended. */
export function yearFor({ kind, year, today, ...rest }: Defaults): number {
  return recordOf({ kind, today, ...rest })?.year ?? year ?? yearOf(today) - (kind === "revenue" ? 1 : 0);
}
