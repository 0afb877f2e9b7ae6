import { addDays, type Day, weekday } from "@/lib/value/calendar";

export type Exception = { day: Day; kind: "HOLIDAY" | "WORK" };

/** R59: Monday to Friday, but for the holidays, and with the weekends that are worked to make up for them. */
export function workingDaysBetween(from: Day, to: Day, exceptions: readonly Exception[]): Day[] {
  const kinds = new Map(exceptions.map(({ day, kind }) => [day, kind]));
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const kind = kinds.get(day);
    if (kind ? kind === "WORK" : weekday(day) <= 5) days.push(day);
  }
  return days;
}

/** GX22, R59: the last day on which an opening can still be filed, so many working days before the first one. */
export function filingDeadline(startsOn: Day, workingDays: number, exceptions: readonly Exception[]): Day {
  for (let day = startsOn; ; day = addDays(day, -1))
    if (workingDaysBetween(day, addDays(startsOn, -1), exceptions).length >= workingDays) return day;
}
