import { type Day, yearOf } from "@/lib/value/calendar";
import type { RevenueCertainty } from "@/prisma/generated/enums";

type Said = { year?: number | undefined; certainty?: RevenueCertainty | undefined; datedOn?: Day | undefined };
type Fault = { field: "year"; case: "REVENUE_YEAR" } | { field: "certainty"; case: "YEAR_RUNNING"; year: string };

/** R62: a year that has not begun has no revenue, a year that runs a provisional one; a field that is not known yet says nothing. */
export function listRevenueFaults({ year, certainty, datedOn }: Said, today: Day): Fault[] {
  if (year === undefined) return [];
  const isFinal = certainty !== undefined && certainty !== "PROVISIONAL";
  return [
    ...(year > yearOf(today) ? [{ field: "year", case: "REVENUE_YEAR" } as const] : []),
    ...(isFinal && datedOn && yearOf(datedOn) <= year
      ? [{ field: "certainty", case: "YEAR_RUNNING", year: String(year) } as const]
      : []),
  ];
}
