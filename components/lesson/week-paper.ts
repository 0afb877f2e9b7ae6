import type { Actor } from "@/lib/auth/actor";
import { findBase } from "@/lib/base/queries";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import type { WeekTable } from "@/lib/lesson/queries/timetable";
import { isPreset } from "@/lib/lesson/rules/half-day";
import { type Block, htmlOf } from "@/lib/report/file/html";
import { sendPage } from "@/lib/report/send-print";
import { weekday } from "@/lib/value/calendar";
import { saidWeek } from "@/lib/value/period";
import { translatorOf } from "@/lib/wording/translations";

type Say = ReturnType<typeof translatorOf>;

/** U15, U18: the week on paper for the door and the office: classrooms or trainers down, half-days across, and what is taught elsewhere. */
export async function sendWeekPaper({ locale }: Actor, table: WeekTable, by: "room" | "trainer"): Promise<Response> {
  const say = translatorOf(locale);
  const base = await findBase();
  const week = saidWeek(table.week);

  return sendPage(
    htmlOf({
      language: locale,
      title: (base?.name ?? "") + say("lesson.table.caption", week),
      mark: base?.isDemo ? say("nav.demo") : undefined,
      lines: [say("lesson.paperLegend")],
      links: [
        {
          href: `/schedule?week=${table.week}${by === "trainer" ? "&by=trainer" : ""}`,
          text: say("report.print.back"),
        },
      ],
      hint: say("report.print.how"),
      blocks: [weekBlock(table, by, say), ...(by === "room" ? outsideBlocks(table, say) : [])],
    }),
  );
}

function weekBlock({ days, rows, exceptions }: WeekTable, by: "room" | "trainer", say: Say): Block {
  const halves = days.flatMap((day) =>
    (["am", "pm"] as const).map((half) =>
      [weekdayOf(day, say), day.slice(5), say(`lesson.half.${half}`), markOf(day, exceptions, say)].join(" ").trim(),
    ),
  );
  return {
    columns: [
      { title: say(by === "room" ? "lesson.table.room" : "lesson.table.trainer"), kind: "text", width: 23 },
      ...halves.map((title) => ({ title, kind: "text", width: 24 }) as const),
    ],
    rows: rows.map(({ label, name, halves: cells }) => [
      `${label} ${name}`.trim(),
      ...cells.map(({ lessons, closed }) =>
        lessons.length === 0 && closed !== undefined
          ? `${say(by === "room" ? "lesson.table.closed" : "lesson.table.onLeave")} ${closed}`.trim()
          : lessons.map((lesson) => lessonInWords(lesson, by, say)).join("\n"),
      ),
    ]),
    foot: [],
  };
}

function lessonInWords(lesson: LessonRecord, by: "room" | "trainer", say: Say): string {
  const { title, startsAt, endsAt, classroom, trainer, heads, cohorts } = lesson;
  return [
    !isPreset(lesson) && `${startsAt}–${endsAt}`,
    cohorts.map(({ number }) => number).join("+"),
    title,
    by === "room" ? trainer.name : (classroom?.label ?? say("lesson.table.outside")),
    say("lesson.heads", { heads }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** R27: nothing where all of the week is taught at the base. */
function outsideBlocks({ outside, exceptions }: WeekTable, say: Say): Block[] {
  if (outside.length === 0) return [];
  const columns = ["day", "time", "lesson", "cohort", "place", "trainer"] as const;
  return [
    {
      title: say("lesson.outside.title"),
      columns: columns.map((name) => ({ title: say(`lesson.outside.${name}`), kind: "text", width: 18 })),
      rows: outside.map(({ day, startsAt, endsAt, title, cohorts, trainer }) => [
        `${day} ${weekdayOf(day, say)} ${markOf(day, exceptions, say)}`.trim(),
        `${startsAt}–${endsAt}`,
        title,
        cohorts.map(({ number }) => number).join("+"),
        cohorts[0]?.place ?? null,
        trainer.name,
      ]),
      foot: [],
    },
  ];
}

const weekdayOf = (day: LessonRecord["day"], say: Say): string => say(`lesson.weekday.${String(weekday(day)) as "1"}`);

/** What the calendar says of a day: a holiday, or a weekend that is worked for one. */
function markOf(day: LessonRecord["day"], exceptions: WeekTable["exceptions"], say: Say): string {
  const one = exceptions.find((known) => known.day === day);
  return one ? say(`workingDay.mark.${one.kind}`, { name: one.name }) : "";
}
