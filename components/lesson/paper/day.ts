import type { findView } from "@/lib/lesson/queries/view";
import type { Block } from "@/lib/report/file/html";
import { markOf, numbersOf, placeOf, type Say } from "./words";

type Day = Extract<Awaited<ReturnType<typeof findView>>, { by: "day" }>;

const columns = { time: 14, lesson: 30, cohort: 26, room: 24, trainer: 16, heads: 8 } as const;

/** The lessons of a day by their time. */
export const dayBlock = ({ day, lessons, exceptions }: Day, say: Say): Block => ({
  title: markOf(day, exceptions, say),
  columns: Object.entries(columns).map(([name, width]) => ({
    title: say(`timetable.paper.columns.${name as "time"}`),
    kind: name === "heads" ? "number" : "text",
    width,
  })),
  rows: lessons.map((lesson) => [
    `${lesson.startsAt}–${lesson.endsAt}`,
    lesson.title,
    numbersOf(lesson),
    lesson.classroom ? `${lesson.classroom.label} ${lesson.classroom.name}` : placeOf(lesson, say),
    lesson.trainer.name,
    lesson.heads,
  ]),
  foot: lessons.length === 0 ? [say("timetable.paper.none")] : [],
});
