import { isReadAs } from "@/lib/trainee/rules/reads-as";
import { type Day, type Month, parseDay, yearOf } from "@/lib/value/calendar";
import { monthAt, monthOf } from "@/lib/value/period";

/** More than these nobody reads; the count says that there are more. */
export const mostCounted = 100;

/** How many answers of each group stand under the box. */
export const shownOfEach = 5;

/** U06: one of these names holds the words as they are written, or begins with them, at any syllable, as it is read. */
export const isNamed = (q: string, names: readonly (string | null)[]): boolean =>
  names.some((name) => name !== null && (holds(name, q) || isRead(name, q)));

export const holds = (text: string, q: string): boolean => text.toLowerCase().includes(q.toLowerCase());

/** Only letters can be a reading; a name of anything is read like the name of a person. */
const mayBeRead = /^[a-z][a-z ]*$/i;

const isRead = (name: string, q: string): boolean => mayBeRead.test(q) && isReadAs(name, q);

/** A day as it is typed in a hurry: 2018-08-22, 2018/8/22, 8月22日 of this year. */
export function dayMeant(q: string, today: Day): Day | undefined {
  const [, year = String(yearOf(today)), month = "", date = ""] =
    /^(?:(\d{4})[-/.\u5e74])?(\d{1,2})[-/.\u6708](\d{1,2})[\u65e5\u53f7]?$/.exec(q) ?? [];
  return parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

/** A month that has begun: 2018-08, 2018/8, 2018年8月, 8月 of this year. */
export function monthMeant(q: string, today: Day): Month | undefined {
  const [, year, number = "", named] = /^(?:(\d{4})[-/.\u5e74])?(\d{1,2})(\u6708)?$/.exec(q) ?? [];
  if ((!year && !named) || Number(number) < 1 || Number(number) > 12) return undefined;
  const month = monthAt(Number(year ?? yearOf(today)), Number(number));
  return yearOf(month) >= 2000 && month <= monthOf(today) ? month : undefined;
}
