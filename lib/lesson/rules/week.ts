import { type Half, halfOf, halves, presets } from "@/lib/lesson/rules/half-day";
import { addDays, type Day, daysBetween, weekday } from "@/lib/value/calendar";
import type { Exception } from "@/lib/working-day/rules";

type Placed = { day: Day; startsAt: string };
/** Out of service from one local moment `YYYY-MM-DD HH:MM` to another. */
export type Closed = { reason: string; from: string; to: string };

export type HalfDay<Lesson extends Placed> = { day: Day; half: Half; lessons: Lesson[]; closed: string | undefined };

/** Monday to Friday; Saturday and Sunday only when they are worked for a holiday or something happens on them. */
export function teachingDays(days: Day[], lessons: Placed[], exceptions: readonly Exception[] = []): Day[] {
  const worked = exceptions.filter(({ kind }) => kind === "WORK");
  return days.filter((day) => weekday(day) <= 5 || [...worked, ...lessons].some((one) => one.day === day));
}

/** One row of the week: what happens in each half-day, and why nothing can. */
export function layOut<Lesson extends Placed>(
  days: Day[],
  lessons: Lesson[],
  closures: Closed[] = [],
): HalfDay<Lesson>[] {
  return days.flatMap((day) =>
    halves.map((half) => ({
      day,
      half,
      lessons: lessons.filter((lesson) => lesson.day === day && halfOf(lesson.startsAt) === half),
      closed: closures.find((closure) => touches(closure, day, half))?.reason,
    })),
  );
}

/** The weeks of a training count from the Monday of its first day: the first one is 1. */
export const weekOfTraining = (startsOn: Day, day: Day): number =>
  Math.floor(daysBetween(addDays(startsOn, 1 - weekday(startsOn)), day) / 7) + 1;

/** The time before the first day of a cohort and after the last, in which it has no lessons. */
export const outsideOf = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Closed[] => [
  { reason: "", from: "0000-01-01 00:00", to: `${startsOn} 00:00` },
  { reason: "", from: `${endsOn} 24:00`, to: "9999-12-31 24:00" },
];

/** How many half-days are used, and how many nobody can use. */
export function tally(rows: HalfDay<Placed>[][]): { all: number; used: number; closed: number } {
  const all = rows.flat();
  const used = all.filter(({ lessons }) => lessons.length > 0);
  const closed = all.filter(({ lessons, closed }) => lessons.length === 0 && closed !== undefined);
  return { all: all.length, used: used.length, closed: closed.length };
}

/** Taken from some of the half-day's teaching, not from the noon or the evening beside it. */
function touches({ from, to }: Closed, day: Day, half: Half): boolean {
  const { startsAt, endsAt } = presets[half];
  return from < `${day} ${endsAt}` && to > `${day} ${startsAt}`;
}
