import { addDays, type Day } from "@/lib/value/calendar";

type Run = { startsOn: Day; endsOn: Day; figures: (key: string) => number };

/** R26: the days on which an arrival of a cohort may lie, as of a day; the law says the same. Nothing lies in them before `from`. */
export function arrivalDays({ startsOn, endsOn, figures }: Run, today: Day): { from: Day; to: Day } {
  return { from: addDays(startsOn, -figures("arrival_days")), to: today < endsOn ? today : endsOn };
}
