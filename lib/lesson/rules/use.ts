import { type Half, halves, presets } from "@/lib/lesson/rules/half-day";
import { addDays, addMonths, type Day, daysBetween, weekday, yearOf } from "@/lib/value/calendar";
import { type Clock, minutesBetween } from "@/lib/value/clock";
import { firstDay, lastDay, monthAt, monthOf, numberOfMonth } from "@/lib/value/period";

/** From one local moment `YYYY-MM-DD HH:MM` to another. */
type Span = { from: string; to: string };
type Taught = { day: Day; startsAt: string; endsAt: string };

/** Minutes of a classroom: open, taken by closures, taught while open, and taught outside the hours it is open. */
export type Minutes = { open: number; closed: number; used: number; outside: number };

/** The same minutes of one half-day of the week. */
export type HalfUse = { weekday: number; half: Half; open: number; used: number };

/**
 * R59: a classroom is open in both half-days of every working day, but for its closures. Lessons count as they are timetabled; what of
 * them lies outside those hours is counted apart, so that no rate goes beyond the whole.
 */
export function reckonUse(
  workingDays: readonly Day[],
  lessons: readonly Taught[],
  closures: readonly Span[],
): { minutes: Minutes; halves: HalfUse[] } {
  const cells = weekHalves.map((one) => ({ ...one, open: 0, used: 0, closed: 0 }));
  const taught = lessons.map(({ day, startsAt, endsAt }) => ({ from: `${day} ${startsAt}`, to: `${day} ${endsAt}` }));
  const byDay = new Map<Day, Span[]>();
  for (const [place, { day }] of lessons.entries()) byDay.set(day, [...(byDay.get(day) ?? []), taught[place] as Span]);

  for (const day of workingDays)
    for (const half of halves) {
      const cell = cells.find((one) => one.weekday === weekday(day) && one.half === half);
      if (!cell) continue;
      const closed = sum(closures, (closure) => minutesWithin(day, half, closure));
      cell.open += minutesBetween(presets[half].startsAt, presets[half].endsAt) - closed;
      cell.closed += closed;
      cell.used += sum(byDay.get(day) ?? [], (lesson) => minutesWithin(day, half, lesson));
    }

  const used = sum(cells, (cell) => cell.used);
  const all = sum(lessons, ({ startsAt, endsAt }) => minutesBetween(startsAt as Clock, endsAt as Clock));
  return {
    minutes: {
      open: sum(cells, ({ open }) => open),
      closed: sum(cells, ({ closed }) => closed),
      used,
      outside: all - used,
    },
    halves: cells.map(({ closed: _, ...cell }) => cell),
  };
}

/** The fourteen half-days of a week, Monday first. */
export const weekHalves = [1, 2, 3, 4, 5, 6, 7].flatMap((number) => halves.map((half) => ({ weekday: number, half })));

const sum = <One>(some: readonly One[], of: (one: One) => number): number =>
  some.reduce((total, one) => total + of(one), 0);

function minutesWithin(day: Day, half: Half, { from, to }: Span): number {
  const [opens, closes] = [`${day} ${presets[half].startsAt}`, `${day} ${presets[half].endsAt}`];
  const [begins, ends] = [from > opens ? from : opens, to < closes ? to : closes];
  return begins < ends ? minutesBetween(begins.slice(11) as Clock, ends.slice(11) as Clock) : 0;
}

/** R47: in tenths of a percent, rounded down; null where nothing was open. */
export const shareUsed = ({ used, open }: { used: number; open: number }): number | null =>
  open === 0 ? null : Math.floor((used * 1000) / open);

/** How dark a cell of the heat map is, from none to the last quarter. */
export const shadeOf = (share: number | null): 0 | 1 | 2 | 3 | 4 =>
  share === null || share === 0 ? 0 : (Math.min(4, Math.floor(share / 250) + 1) as 1 | 2 | 3 | 4);

/** Minutes as hours with two decimals, half-up: quarters of an hour are exact. */
export const printedHours = (minutes: number): string => (Math.round((minutes * 100) / 60) / 100).toFixed(2);

/** Three years and a day: more is no period anybody compares. */
const longest = 1_097;

/** Whether days make a period that can be reckoned: both of them taken in. */
export const isPeriod = ({ from, to }: { from: Day; to: Day }): boolean =>
  from <= to && daysBetween(from, to) < longest;

/** The periods that are asked for most, by the day it is. */
export function commonPeriods(today: Day) {
  const month = monthOf(today);
  const before = monthOf(addDays(firstDay(month), -1));
  const quarter = monthAt(yearOf(today), Math.floor((numberOfMonth(today) - 1) / 3) * 3 + 1);
  const span = (from: Day, to: Day) => ({ from, to });
  return {
    lastMonth: span(firstDay(before), lastDay(before)),
    month: span(firstDay(month), lastDay(month)),
    quarter: span(firstDay(quarter), addDays(addMonths(firstDay(quarter), 3), -1)),
    year: span(firstDay(yearOf(today)), lastDay(yearOf(today))),
  };
}
