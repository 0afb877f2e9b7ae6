import type { LessonRecord } from "@/lib/lesson/queries/record";
import { isPreset } from "@/lib/lesson/rules/half-day";
import type { Scope } from "@/lib/lesson/rules/scope";
import { type Day, weekday } from "@/lib/value/calendar";
import type { translatorOf } from "@/lib/wording/translations";
import type { NamedDay } from "@/lib/working-day/rules";

export type Say = ReturnType<typeof translatorOf>;

export const weekdayOf = (day: Day, say: Say): string => say(`lesson.weekday.${String(weekday(day)) as "1"}`);

/** What the calendar says of a day: a holiday, or a weekend that is worked for one. */
export function markOf(day: Day, exceptions: readonly NamedDay[], say: Say): string {
  const one = exceptions.find((known) => known.day === day);
  return one ? say(`workingDay.mark.${one.kind}`, { name: one.name }) : "";
}

export const numbersOf = ({ cohorts }: LessonRecord): string => cohorts.map(({ number }) => number).join("+");

/** The classroom, or where it is taught off the base (R27). */
export const placeOf = ({ classroom, cohorts }: LessonRecord, say: Say): string =>
  classroom?.label ?? cohorts[0]?.place ?? say("lesson.table.outside");

/** A lesson in one cell, without what is said beside it already. */
export function lessonInWords(lesson: LessonRecord, told: Scope["kind"], say: Say): string {
  const { title, startsAt, endsAt, trainer, heads } = lesson;
  return [
    !isPreset(lesson) && `${startsAt}–${endsAt}`,
    told !== "cohort" && numbersOf(lesson),
    title,
    told !== "room" && placeOf(lesson, say),
    told !== "trainer" && trainer.name,
    say("lesson.heads", { heads }),
  ]
    .filter(Boolean)
    .join(" ");
}
