import type { Day, Month } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { lastDay } from "@/lib/value/period";

/** R76: the last day of a month that counts: its end, or the day of the question. */
export function endOf(month: Month, asOf: Day): Day {
  const last = lastDay(month);
  return last < asOf ? last : asOf;
}

/** The month in which the sum passed the standard. */
export const passedIn = <Row extends { running: Fen }>(
  months: readonly Row[],
  standard: Fen | null,
): Row | undefined => (standard === null ? undefined : months.find(({ running }) => running > standard));
