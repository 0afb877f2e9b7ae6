import { addDays, type Day, weekday } from "@/lib/value/calendar";

export type Exception = { day: Day; kind: "HOLIDAY" | "WORK" };

/** R59: Monday to Friday, but for the holidays, and with the weekends that are worked to make up for them. */
export function workingDaysBetween(from: Day, to: Day, exceptions: readonly Exception[]): Day[] {
  const isWorked = workedBy(exceptions);
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorked(day)) days.push(day);
  return days;
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

function workedBy(exceptions: readonly Exception[]): (day: Day) => boolean {
  const kinds = new Map(exceptions.map(({ day, kind }) => [day, kind]));
  return (day) => {
    const kind = kinds.get(day);
    return kind ? kind === "WORK" : weekday(day) <= 5;
  };
}
