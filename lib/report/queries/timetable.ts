import "server-only";
import { z } from "zod";
import { listCohortLessons } from "@/lib/cohort/queries/teaching";
import { periodsOf } from "@/lib/cohort/rules/opening";
import { isPreparing } from "@/lib/cohort/rules/states";
import { id } from "@/lib/command/fields";
import { weekOfTraining } from "@/lib/lesson/rules/week";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { report, wordFor } from "@/lib/report/sheet/report";
import { dayFromDate, weekday } from "@/lib/value/calendar";
import { translatorOf } from "@/lib/wording/translations";
import { LessonKind } from "@/prisma/generated/enums";

/** 课程表 of a cohort: its lessons day by day, their 课时 beside those of the course; a draft until the opening is approved. */
export const timetableReport = report({
  kind: "timetable",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: {
    number: { kind: "number", width: 5 },
    week: { kind: "number", width: 6 },
    day: { kind: "text", width: 12 },
    weekday: { kind: "text", width: 6 },
    time: { kind: "text", width: 13 },
    title: { kind: "text", width: 30 },
    kind: { kind: "text", width: 7 },
    periods: { kind: "number", width: 6 },
    classroom: { kind: "text", width: 20 },
    trainer: { kind: "text", width: 12 },
    note: { kind: "text", width: 8 },
  },
  async open(tx, { cohort: cohortId }, { locale }) {
    const cover = await findCover(tx, cohortId);
    if (!cover) return null;

    const say = translatorOf(locale);
    const { about, official, line } = coverOf(cover, locale);
    const { theoryPeriods, practicePeriods } = cover.course;
    const { planned, theory, practice } = periodsOf(cover.teaching.days);
    const lessons = await listCohortLessons(cohortId, tx);
    const kinds = wordFor(LessonKind, (kind) => say(`lesson.kind.${kind}`));
    return {
      about,
      official,
      screen: `/cohorts/${cohortId}/timetable`,
      lines: [
        line,
        say("report.kinds.timetable.plan", {
          planned,
          theory,
          practice,
          course: theoryPeriods + practicePeriods,
          courseTheory: theoryPeriods,
          coursePractice: practicePeriods,
        }),
      ],
      draft: isPreparing(cover.state),
      count: lessons.length,
      rows: lessons.map((lesson, n) => ({
        number: n + 1,
        week: weekOfTraining(dayFromDate(cover.startsOn), lesson.day),
        day: lesson.day,
        weekday: say(`lesson.weekday.${String(weekday(lesson.day)) as "1"}`),
        time: `${lesson.startsAt}–${lesson.endsAt}`,
        title: lesson.title,
        kind: kinds[lesson.kind],
        periods: lesson.periods,
        classroom: lesson.classroom
          ? `${lesson.classroom.label} ${lesson.classroom.name}`
          : (cover.place ?? say("lesson.table.outside")),
        trainer: lesson.trainer.name,
        note: lesson._count.cohorts > 1 ? say("lesson.table.joint") : null,
      })),
      foot: () => [{ title: say("report.kinds.timetable.total"), periods: planned }, say("report.file.signed")],
    };
  },
});
