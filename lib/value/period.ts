import { addDays, addMonths, type Day, type Month, type Week, yearOf } from "@/lib/value/calendar";

/** The days of a year or of a month `2018-08`, both ends with them. */
export const firstDay = (of: number | Month): Day => `${of}${typeof of === "number" ? "-01-01" : "-01"}` as Day;
export const lastDay = (of: number | Month): Day =>
  addDays(addMonths(firstDay(of), typeof of === "number" ? 12 : 1), -1);

export const monthOf = (of: Day): Month => of.slice(0, 7) as Month;

export const monthAt = (year: number, number: number): Month => `${year}-${String(number).padStart(2, "0")}` as Month;

/** August is 8. */
export const numberOfMonth = (of: Day | Month): number => Number(of.slice(5, 7));

/** A week as it is said: 34 of 2018. */
export const saidWeek = (of: Week): { year: string; week: number } => ({
  year: String(yearOf(of)),
  week: Number(of.slice(6)),
});

/** `08-22` where the year is told already. */
export const withoutYear = (of: Day): string => of.slice(5);

/** The end of a span of days, without its year where the beginning told it. */
export const endAfter = (start: Day, end: Day): string => (yearOf(start) === yearOf(end) ? withoutYear(end) : end);
