import type { Day } from "@/lib/value/calendar";
import { halfWidth } from "@/lib/value/text";

declare const clockBrand: unique symbol;

/** A time of day `HH:MM` in Asia/Shanghai; times compare and sort as the text they are. */
export type Clock = string & { readonly [clockBrand]: true };

/** `9:00`, `09:00` and their full-width forms; undefined when it is no time of day. */
export function parseClock(typed: string): Clock | undefined {
  const text = halfWidth(typed).trim().padStart(5, "0");
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as Clock) : undefined;
}

/** A time written down in code; a wrong one is a mistake of ours. */
export function clock(text: string): Clock {
  const found = parseClock(text);
  if (!found) throw new RangeError(`${text} is not a time of day`);
  return found;
}

/** Negative when the end lies before the beginning. */
export function minutesBetween(from: Clock, to: Clock): number {
  return minutes(to) - minutes(from);
}

/** So many minutes later on the same day; midnight and what lies behind it is written on, as 24:15. */
export function addMinutes(to: Clock, by: number): Clock {
  const at = minutes(to) + by;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}` as Clock;
}

/** R40. */
export const minutesOfPeriod = 45;

/** R40: one class period is 45 minutes and only whole ones count, so 09:00 to 12:00 are 4. */
export function periodsBetween(from: Clock, to: Clock): number {
  return Math.max(0, Math.floor(minutesBetween(from, to) / minutesOfPeriod));
}

/** R40: the time so many class periods later, on the same day. */
export function addPeriods(from: Clock, periods: number): Clock {
  const at = minutes(from) + periods * 45;
  return clock(`${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`);
}

const minutes = (of: Clock): number => Number(of.slice(0, 2)) * 60 + Number(of.slice(3));

/** R86: the time of day it is in Asia/Shanghai at this instant. */
export const clockOfInstant = (instant: Date): Clock => shanghai.format(instant) as Clock;

const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", timeStyle: "short" });

/** R86: the instant at which a day begins in Asia/Shanghai, eight hours before that of Greenwich. */
export const startOfDay = (of: Day): Date => new Date(`${of}T00:00:00+08:00`);

/** R86: the minute of an instant in Asia/Shanghai, `2018-08-22 09:05`. */
export const minuteOfInstant = (instant: Date): string => minuteInShanghai.format(instant);

const minuteInShanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});
