import { addDays, type Day, weekday } from "@/lib/value/calendar";

export type Exception = { day: Day; kind: "HOLIDAY" | "WORK" };
/** A holiday or a make-up day with the name of its feast. */
export type NamedDay = Exception & { name: string };

/** R59: Monday to Friday, but for the holidays, and with the weekends that are worked to make up for them. */
export function workingDaysBetween(from: Day, to: Day, exceptions: readonly Exception[]): Day[] {
  const isWorked = workedBy(exceptions);
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorked(day)) days.push(day);
  return days;
}

/** R59: whether a day is worked, asked of many days. */
export function workedBy(exceptions: readonly Exception[]): (day: Day) => boolean {
  const kinds = new Map(exceptions.map(({ day, kind }) => [day, kind]));
  return (day) => (kinds.has(day) ? kinds.get(day) === "WORK" : weekday(day) <= 5);
}

/** GX22, R59: the last day on which an opening can still be filed, so many working days before the first one. */
export function filingDeadline(startsOn: Day, workingDays: number, exceptions: readonly Exception[]): Day {
  const isWorked = workedBy(exceptions);
  let day = startsOn;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, -1);
    if (isWorked(day)) left--;
  }
  return day;
}
