import { addDays, type Day, weekday } from "@/lib/value/calendar";
import type { Exception } from "@/lib/working-day/rules";

/** A hundred lessons are booked in one go at most; a whole year of days is looked at. */
const mostBooked = 100;

/**
 * The days between two days, both of them taken in, that fall on one of the weekdays (Monday is 1). Whoever teaches from Monday to Friday
 * teaches on every working day: then a weekend that is worked for a holiday comes along (R59).
 */
export function daysBetween(
  from: Day,
  until: Day,
  weekdays: readonly number[],
  exceptions: readonly Exception[] = [],
  most = mostBooked,
): Day[] {
  const isEveryWorkday = [1, 2, 3, 4, 5].every((number) => weekdays.includes(number));
  const worked = exceptions.filter(({ kind }) => isEveryWorkday && kind === "WORK").map(({ day }) => day);
  const found: Day[] = [];
  const end = addDays(from, 366);
  for (let day = from; day <= until && day < end && found.length < most; day = addDays(day, 1))
    if (weekdays.includes(weekday(day)) || worked.includes(day)) found.push(day);
  return found;
}
