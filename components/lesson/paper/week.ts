import type { WeekTable } from "@/lib/lesson/queries/week";
import type { Rows } from "@/lib/lesson/rules/view";
import type { Block } from "@/lib/report/file/html";
import { lessonInWords, markOf, numbersOf, type Say, weekdayOf } from "./words";

/** Classrooms, trainers or cohorts down, half-days across, and what is taught elsewhere. */
export const weekBlocks = (table: WeekTable, by: Rows, say: Say): Block[] => [
  weekBlock(table, by, say),
  ...(by === "room" ? outsideBlocks(table, say) : []),
];

/** Why nothing can be taught in a half-day, by what stands down. */
const away = { room: "closed", trainer: "onLeave", cohort: "notRunning" } as const;

function weekBlock({ days, rows, exceptions }: WeekTable, by: Rows, say: Say): Block {
  const halves = days.flatMap((day) =>
    (["am", "pm"] as const).map((half) =>
      [weekdayOf(day, say), day.slice(5), say(`lesson.half.${half}`), markOf(day, exceptions, say)].join(" ").trim(),
    ),
  );
  return {
    columns: [
      { title: say(`lesson.table.${by}`), kind: "text", width: 23 },
      ...halves.map((title) => ({ title, kind: "text", width: 24 }) as const),
    ],
    rows: rows.map(({ label, name, halves: cells }) => [
      `${label} ${name}`.trim(),
      ...cells.map(({ lessons, closed }) =>
        lessons.length === 0 && closed !== undefined
          ? `${say(`lesson.table.${away[by]}`)} ${closed}`.trim()
          : lessons.map((lesson) => lessonInWords(lesson, by, say)).join("\n"),
      ),
    ]),
    foot: [],
  };
}

/** R27: nothing where all of the week is taught at the base. */
function outsideBlocks({ outside, exceptions }: WeekTable, say: Say): Block[] {
  if (outside.length === 0) return [];
  const columns = ["day", "time", "lesson", "cohort", "place", "trainer"] as const;
  return [
    {
      title: say("lesson.outside.title"),
      columns: columns.map((name) => ({ title: say(`lesson.outside.${name}`), kind: "text", width: 18 })),
      rows: outside.map((lesson) => [
        `${lesson.day} ${weekdayOf(lesson.day, say)} ${markOf(lesson.day, exceptions, say)}`.trim(),
        `${lesson.startsAt}–${lesson.endsAt}`,
        lesson.title,
        numbersOf(lesson),
        lesson.cohorts[0]?.place ?? null,
        lesson.trainer.name,
      ]),
      foot: [],
    },
  ];
}
