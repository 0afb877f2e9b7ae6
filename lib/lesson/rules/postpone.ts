import { addDays, type Day } from "@/lib/value/calendar";

/** How lessons are put off: by days of the calendar, or from teaching day to teaching day (R59). */
export const postponings = ["DAYS", "TEACHING_DAYS"] as const;
export type Postponing = (typeof postponings)[number];

/** The day so many days later, or the so-manieth working day after it. */
export function laterDay(day: Day, steps: number, by: Postponing, isWorked: (day: Day) => boolean): Day {
  if (by === "DAYS") return addDays(day, steps);
  let later = day;
  for (let left = steps; left > 0; ) {
    later = addDays(later, 1);
    if (isWorked(later)) left--;
  }
  return later;
}
