import "server-only";
import { z } from "zod";
import { day, id } from "@/lib/command/fields";
import type { Tx } from "@/lib/database/db";
import { listCompanyOn } from "@/lib/lesson-helper/queries";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { report } from "@/lib/report/sheet/report";
import { withPlace } from "@/lib/trainee/rules/enrolment-states";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** 考勤签到表 of a day, blank for people to sign: a line for everybody expected, the day's lessons above it. */
export const signInSheet = report({
  kind: "sign-in-sheet",
  permission: "report:export",
  filter: z.object({ cohort: id, day }),
  columns: {
    number: { kind: "number", width: 5 },
    name: { kind: "text", width: 14 },
    morning: { kind: "text", width: 18 },
    afternoon: { kind: "text", width: 18 },
    evening: { kind: "text", width: 18 },
    note: { kind: "text", width: 16 },
  },
  async open(tx, { cohort: cohortId, day: on }, { locale }) {
    const cover = await findCover(tx, cohortId);
    if (!cover) return null;

    const say = translatorOf(locale);
    const { about, official } = coverOf(cover, locale);
    const lessons = await listLessonsOn(tx, cohortId, on);
    const company = await listCompanyOn(tx, cohortId, on);
    const people = await listSigners(tx, cohortId, lessons);
    const head = { cohort: say("report.cohort", { run: about, number: cover.number }), course: cover.course.name };
    return {
      about: `${about} ${on}`,
      official,
      screen: `/cohorts/${cohortId}/attendance`,
      lines: [
        say("report.kinds.sign-in-sheet.head", { ...head, day: on, count: people.length }),
        lessons.length === 0
          ? say("report.kinds.sign-in-sheet.noLessons")
          : lessons.map((lesson) => lessonLine(lesson, locale)).join(say("report.file.between")),
        ...company.map(({ role, names }) =>
          say("report.kinds.sign-in-sheet.company", {
            role: say(`helper.role.${role}`),
            names: names.join(say("report.between")),
          }),
        ),
      ],
      count: people.length,
      rows: people.map((name, n) => ({
        number: n + 1,
        name,
        morning: null,
        afternoon: null,
        evening: null,
        note: null,
      })),
      foot: () => [say("report.kinds.sign-in-sheet.trainer"), say("report.file.signed")],
    };
  },
});

const listLessonsOn = (tx: Tx, cohortId: string, on: string) =>
  tx.lesson.findMany({
    where: { day: new Date(`${on}T00:00:00Z`), cancelledAt: null, cohorts: { some: { cohortId } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      periods: true,
      classroom: { select: { label: true } },
      trainer: { select: { name: true } },
    },
  });

type Lesson = Omit<Awaited<ReturnType<typeof listLessonsOn>>[number], "id">;

/** A lesson in the head of a paper: when, what, where, by whom. */
export const lessonLine = ({ title, startsAt, endsAt, periods, classroom, trainer }: Lesson, locale: Locale) =>
  translatorOf(locale)("report.kinds.sign-in-sheet.lesson", {
    title,
    from: startsAt,
    to: endsAt,
    periods,
    room: classroom?.label ?? "-",
    trainer: trainer.name,
  });

/** Everybody of the cohort who is expected in the lessons of the day, by name; without lessons all who take part. */
async function listSigners(tx: Tx, cohortId: string, lessons: { id: string }[]): Promise<string[]> {
  const expected = { some: { lessonId: { in: lessons.map(({ id }) => id) } } };
  const found = await tx.enrolment.findMany({
    where: {
      cohortId,
      state: { in: [...withPlace] },
      ...(lessons.length > 0 && { lessons: expected }),
    },
    orderBy: [{ trainee: { sortName: "asc" } }, { traineeId: "asc" }],
    select: { trainee: { select: { name: true } } },
  });
  return found.map(({ trainee }) => trainee.name);
}
