import { addDays, type Day } from "@/lib/value/calendar";

type Run = { from: Day; to: Day; reason: string };

/** Days with a reason each, those that follow one another with the same one told together; a day named twice counts once. */
export function runsOf(days: readonly { day: Day; reason: string }[]): Run[] {
  const runs: Run[] = [];
  for (const { day, reason } of days.toSorted((one, other) => one.day.localeCompare(other.day))) {
    const last = runs.at(-1);
    if (last?.reason === reason && day <= addDays(last.to, 1)) last.to = day;
    else runs.push({ from: day, to: day, reason });
  }
  return runs;
}
