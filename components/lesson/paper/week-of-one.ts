import type { WeekTable } from "@/lib/lesson/queries/week";
import { halfOf, halves } from "@/lib/lesson/rules/half-day";
import type { Scope } from "@/lib/lesson/rules/scope";
import type { Block } from "@/lib/report/file/html";
import { lessonInWords, markOf, type Say, weekdayOf } from "./words";

/** The week of one classroom, trainer or cohort, as it hangs at a door: the days across, morning and afternoon down. */
export const weekOfOne = ({ days, lessons, exceptions }: WeekTable, of: Scope, say: Say): Block => ({
  columns: [
    { title: say("timetable.paper.half"), kind: "text", width: 8 },
    ...days.map((day) => ({
      title: [weekdayOf(day, say), day.slice(5), markOf(day, exceptions, say)].join(" ").trim(),
      kind: "text" as const,
      width: 20,
    })),
  ],
  rows: halves.map((half) => [
    say(`lesson.half.${half}`),
    ...days.map((day) =>
      lessons
        .filter((lesson) => lesson.day === day && halfOf(lesson.startsAt) === half)
        .map((lesson) => lessonInWords(lesson, of.kind, say))
        .join("\n"),
    ),
  ]),
  foot: lessons.length === 0 ? [say("timetable.paper.none")] : [],
});
