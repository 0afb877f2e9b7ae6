import { halfWidth } from "@/lib/value/text";

declare const brand: unique symbol;

/** A calendar day `YYYY-MM-DD` of Asia/Shanghai; days compare and sort as the text they are. */
export type Day = string & { readonly [brand]: "day" };

/** A calendar month `2018-08`. */
export type Month = string & { readonly [brand]: "month" };

/** An ISO week, Monday to Sunday, such as `2018-W34`. */
export type Week = string & { readonly [brand]: "week" };

/** Invariants 5.4: a real calendar day from 1900 to 2100, or undefined. */
export function parseDay(typed: string): Day | undefined {
  const text = halfWidth(typed).trim();
  const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;

  const real = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return real && year >= 1900 && year <= 2100 ? (text as Day) : undefined;
}

/** A day written down in code; a wrong one is a mistake of ours. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new RangeError(`${text} is not a calendar day`);
  return found;
}

/** R86: the day it is in Asia/Shanghai at this instant, wherever the server stands. */
export function dayOfInstant(instant: Date): Day {
  return shanghai.format(instant) as Day;
}

const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" });

/** A DATE column arrives from the database driver as midnight UTC. */
export const dayFromDate = (date: Date): Day => date.toISOString().slice(0, 10) as Day;
export const dateFromDay = (of: Day): Date => new Date(`${of}T00:00:00Z`);

export const yearOf = (of: Day | Month | Week): number => Number(of.slice(0, 4));

export function addDays(from: Day, days: number): Day {
  const date = dateFromDay(from);
  date.setUTCDate(date.getUTCDate() + days);
  return dayFromDate(date);
}

export const daysBetween = (from: Day, to: Day): number =>
  (dateFromDay(to).getTime() - dateFromDay(from).getTime()) / 86_400_000;

/** R55: calendar months later; a day the month does not have becomes its last (08-31 + 6 months → 02-28 or 02-29). */
export function addMonths(from: Day, months: number): Day {
  const [year, month, date] = from.split("-").map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${newYear}-${two(newMonth)}-${two(Math.min(date, daysInMonth(newYear, newMonth)))}` as Day;
}

/**
 * The day a person turns so many months old: where the month has no such day, the first of the next. Somebody born on 29 February grows
 * older on 1 March of a common year, for every rule about ages alike.
 */
export function comesOfAge(birthDay: Day, months: number): Day {
  const last = addMonths(birthDay, months);
  return last.slice(8) === birthDay.slice(8) ? last : addDays(last, 1);
}

/** Whole years of age on a day. */
export function ageOn(birthDay: Day, on: Day): number {
  const years = yearOf(on) - yearOf(birthDay);
  return on < comesOfAge(birthDay, years * 12) ? years - 1 : years;
}

/** Monday is 1, Sunday 7. */
export const weekday = (of: Day): number => dateFromDay(of).getUTCDay() || 7;

/** A week belongs to the year in which its Thursday lies. */
export function weekOf(of: Day): Week {
  const thursday = addDays(of, 4 - weekday(of));
  const number = Math.floor(daysBetween(`${yearOf(thursday)}-01-01` as Day, thursday) / 7) + 1;
  return `${yearOf(thursday)}-W${two(number)}` as Week;
}

/** Monday to Sunday; 4 January always lies in the first week. */
export function daysOfWeek(week: Week): Day[] {
  const fourth = `${week.slice(0, 4)}-01-04` as Day;
  const monday = addDays(fourth, 1 - weekday(fourth) + 7 * (Number(week.slice(6)) - 1));
  return [0, 1, 2, 3, 4, 5, 6].map((step) => addDays(monday, step));
}

/** A week out of an address; a 53rd week that its year does not have is none. */
export function parseWeek(text: string): Week | undefined {
  if (!/^(19|20)\d{2}-W\d{2}$/.test(text)) return undefined;
  const [monday] = daysOfWeek(text as Week) as [Day];
  return weekOf(monday) === text ? (text as Week) : undefined;
}

/** R86: in text as its language writes dates, in tables always `2018-06-20`. */
export function formatDay(of: Day, locale: string, form: "long" | "table"): string {
  return form === "table" ? of : longForm(locale).format(dateFromDay(of));
}

/** English in the British way, the day before the month. */
const longForm = (locale: string) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: "UTC", dateStyle: "long" });

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, "0");
