import { addDays, type Day, weekday } from "@/lib/value/calendar";

/** A hundred lessons are booked in one go at most; a whole year of days is looked at. */
const most = 100;

/** The days between two days, both of them taken in, that fall on one of the weekdays (Monday is 1). */
export function daysBetween(from: Day, until: Day, weekdays: number[]): Day[] {
  const found: Day[] = [];
  const end = addDays(from, 366);
  for (let day = from; day <= until && day < end && found.length < most; day = addDays(day, 1))
    if (weekdays.includes(weekday(day))) found.push(day);
  return found;
}
