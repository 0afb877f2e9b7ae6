import { addDays, type Day, type Month, weekday } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";

/** A month as the rows of a calendar, Monday to Sunday; what lies before its first day and after its last is empty. */
export function weeksOf(month: Month): (Day | undefined)[][] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const weeks: (Day | undefined)[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((step) => addDays(monday, step));
    weeks.push(days.map((day) => (day >= first && day <= last ? day : undefined)));
  }
  return weeks;
}
