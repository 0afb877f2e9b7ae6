import { type Half, halves, periodsOfHalf, presets } from "@/lib/lesson/rules/half-day";
import { addDays, type Day, weekday } from "@/lib/value/calendar";
import { addMinutes, type Clock, minutesOfPeriod } from "@/lib/value/clock";
import { type Exception, workedBy } from "@/lib/working-day/rules";

/** What is looked for: 课时 in one piece, from which day on, on which weekday and in which half of it. */
export type FreeWish = {
  periods: number;
  from: Day;
  weekday?: number | undefined;
  half?: Half | undefined;
  /** Whether a holiday will do. */
  holidays: boolean;
};

/** From one local moment `YYYY-MM-DD HH:MM` to another. */
type Busy = { from: string; to: string };

/** A day with the times of its lesson, of two lessons where one half-day is too short. */
export type FreeSlot = { day: Day; parts: { startsAt: Clock; endsAt: Clock }[] };

/** So far ahead a free time is looked for. */
export const daysLooked = 60;

/** R59: the days that will do. A weekday that is asked for need not be worked; a holiday has to be asked for. */
export function daysThatDo(wish: FreeWish, exceptions: readonly Exception[]): Day[] {
  const isWorked = workedBy(exceptions);
  const holidays = new Set(exceptions.filter(({ kind }) => kind === "HOLIDAY").map(({ day }) => day));
  const days = Array.from({ length: daysLooked }, (_, step) => addDays(wish.from, step));
  return days.filter((day) => {
    if (holidays.has(day) && !wish.holidays) return false;
    if (wish.weekday !== undefined) return weekday(day) === wish.weekday;
    return isWorked(day) || holidays.has(day);
  });
}

/** R36: the first times of those days in which nothing stands, at most one a half-day. */
export function freeSlots(days: readonly Day[], wish: FreeWish, busy: readonly Busy[], most: number): FreeSlot[] {
  const found: FreeSlot[] = [];
  for (const day of days) {
    if (found.length >= most) break;
    found.push(...slotsOfDay(day, wish, busy));
  }
  return found.slice(0, most);
}

function slotsOfDay(day: Day, { periods, half: asked }: FreeWish, busy: readonly Busy[]): FreeSlot[] {
  const wanted = halves.filter((half) => asked === undefined || half === asked);
  if (periods <= periodsOfHalf)
    return wanted.flatMap((half) => {
      const part = firstGap(day, half, periods, busy);
      return part ? [{ day, parts: [part] }] : [];
    });

  const [morning, afternoon] = wanted.length === 2 ? [firstGap(day, "am", periodsOfHalf, busy), restOfDay()] : [];
  return morning && afternoon ? [{ day, parts: [morning, afternoon] }] : [];

  function restOfDay() {
    return firstGap(day, "pm", periods - periodsOfHalf, busy);
  }
}

/** A booking begins on a quarter of an hour: the one that comes next after a local moment. */
export function nextQuarter(moment: string): string {
  const clock = moment.slice(11) as Clock;
  return `${moment.slice(0, 10)} ${addMinutes(clock, (15 - (Number(clock.slice(3)) % 15)) % 15)}`;
}

/** The first time in the hours of a half-day that is long enough: at its beginning, or where something ends. */
function firstGap(day: Day, half: Half, periods: number, busy: readonly Busy[]) {
  const open = presets[half];
  const ends = busy.filter(({ to }) => to.startsWith(day)).map(({ to }) => to.slice(11) as Clock);
  const starts = [open.startsAt, ...ends.filter((end) => end > open.startsAt && end < open.endsAt).sort()];
  return starts
    .map((startsAt) => ({ startsAt, endsAt: addMinutes(startsAt, periods * minutesOfPeriod) }))
    .find(
      ({ startsAt, endsAt }) =>
        endsAt <= open.endsAt && !busy.some(({ from, to }) => from < `${day} ${endsAt}` && to > `${day} ${startsAt}`),
    );
}
