import type { FundOverview } from "@/lib/fund/queries/dashboard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { addDays, addMonths, type Day } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";

export type Months = FundOverview["months"];

export const numberOf = (month: string): number => Number(month.slice(5));

/** The last day of a month that counts: its end, or the day of the question. */
export function endOf(month: string, { asOf }: FundFilter): Day {
  const last = addDays(addMonths(`${month}-01` as Day, 1), -1);
  return last < asOf ? last : asOf;
}

/** The month in which the sum passed the standard. */
export const passedIn = (months: Months, standard: Fen | null): Months[number] | undefined =>
  standard === null ? undefined : months.find(({ running }) => running > standard);
