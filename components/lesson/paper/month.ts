import type { MonthTable } from "@/lib/lesson/queries/view";
import { weeksOf } from "@/lib/lesson/rules/month";
import type { Scope } from "@/lib/lesson/rules/scope";
import type { Block } from "@/lib/report/file/html";
import type { Day } from "@/lib/value/calendar";
import { markOf, type Say } from "./words";

/** A month as a calendar: in each day its first lessons by name, and how many more there are. */
export const monthBlock = (table: MonthTable, of: Scope | undefined, say: Say): Block => ({
  columns: (["1", "2", "3", "4", "5", "6", "7"] as const).map((number) => ({
    title: say(`lesson.weekday.${number}`),
    kind: "text",
    width: 21,
  })),
  rows: weeksOf(table.month).map((days) =>
    days.map((day) => day && cellOf(table, day, of, say)).map((text) => text ?? ""),
  ),
  foot: table.lessons.length === 0 ? [say("timetable.paper.none")] : [],
});

function cellOf({ lessons, exceptions }: MonthTable, day: Day, of: Scope | undefined, say: Say): string {
  const mine = lessons.filter((lesson) => lesson.day === day);
  const more = (mine[0]?.count ?? 0) - mine.length;
  return [
    `${Number(day.slice(8))} ${markOf(day, exceptions, say)}`.trim(),
    ...mine.map(({ startsAt, title, room, numbers }) =>
      [
        startsAt,
        of?.kind !== "room" && (room ?? say("lesson.table.outside")),
        of?.kind !== "cohort" && numbers.map((number) => number.slice(5)).join("+"),
        title,
      ]
        .filter(Boolean)
        .join(" "),
    ),
    ...(more > 0 ? [say("timetable.paper.more", { count: more })] : []),
  ].join("\n");
}
