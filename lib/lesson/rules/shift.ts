import { addDays, type Day, daysBetween, weekday } from "@/lib/value/calendar";
import type { Exception } from "@/lib/working-day/rules";

/** How an earlier timetable comes onto new days: weekday for weekday, or the n-th teaching day onto the n-th teaching day. */
export const copyOrders = ["WEEKDAYS", "TEACHING_DAYS"] as const;
export type CopyOrder = (typeof copyOrders)[number];

/** Where the timetable of an earlier run begins anew: the first day of the new run on the same weekday, so that its weeks keep their shape. */
export function beginAnew(firstLesson: Day, startsOn: Day): Day {
  return addDays(startsOn, (weekday(firstLesson) - weekday(startsOn) + 7) % 7);
}

/**
 * The weekdays an earlier run was taught on, a weekend that was worked for a holiday aside. A run of less than a week tells no pattern and is
 * taught on any working day.
 */
export function weekdaysOf(days: readonly Day[], exceptions: readonly Exception[]): number[] {
  const worked = exceptions.filter(({ kind }) => kind === "WORK").map(({ day }) => day);
  const used = days.filter((day) => !worked.includes(day)).map(weekday);
  const ordered = days.toSorted();
  const isShort = daysBetween(ordered[0] as Day, ordered.at(-1) as Day) < 7;
  return [...new Set(isShort || used.length === 0 ? [...workdays, ...used] : used)];
}

const workdays = [1, 2, 3, 4, 5];

/** Each of the days onto one of the open days, in their order; a day for which none is left is not there. */
export function ontoDays(days: readonly Day[], open: readonly Day[]): Map<Day, Day> {
  const ordered = [...new Set(days)].sort();
  return new Map(
    ordered.flatMap((day, place) => {
      const onto = open[place];
      return onto ? [[day, onto] as const] : [];
    }),
  );
}

type Place = { classroomNumber: number | null };

/** R27: off the base without a classroom; at the base where it was, unless all lessons move to another classroom. */
export function placeAnew(was: Place, wish: Place, atBase: boolean): number | null {
  return atBase ? (wish.classroomNumber ?? was.classroomNumber) : null;
}
