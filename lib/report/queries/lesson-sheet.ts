import "server-only";
import { z } from "zod";
import { id } from "@/lib/command/fields";
import type { Tx } from "@/lib/database/db";
import { type Company, findCompany } from "@/lib/lesson-helper/queries";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { lessonLine } from "@/lib/report/queries/sign-in-sheet";
import { report } from "@/lib/report/sheet/report";
import { dayFromDate } from "@/lib/value/calendar";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** 考勤签到表 of one lesson, blank for people to sign: everybody expected in it, cohort by cohort where it is a joint one. */
export const lessonSheet = report({
  kind: "lesson-sheet",
  permission: "report:export",
  filter: z.object({ lesson: id }),
  columns: {
    number: { kind: "number", width: 5 },
    name: { kind: "text", width: 14 },
    cohort: { kind: "text", width: 12 },
    signed: { kind: "text", width: 22 },
    time: { kind: "text", width: 14 },
    note: { kind: "text", width: 20 },
  },
  async open(tx, { lesson: lessonId }, { locale }) {
    const lesson = await findTaught(tx, lessonId);
    const cover = lesson?.cohorts[0] && (await findCover(tx, lesson.cohorts[0].cohort.id));
    if (!lesson || !cover) return null;

    const say = translatorOf(locale);
    const on = dayFromDate(lesson.day);
    const people = await listExpected(tx, lessonId);
    const cohorts = lesson.cohorts.map(({ cohort }) => `${cohort.number} ${cohort.title}`);
    const company = saidCompany(await findCompany(lessonId, tx), locale);
    return {
      about: `${cohorts.length > 1 ? say("lesson.table.joint") : coverOf(cover, locale).about} ${on} ${lesson.startsAt.replace(":", "")}`,
      official: coverOf(cover, locale).official,
      screen: `/schedule/lessons/${lessonId}/roll`,
      lines: [
        say("report.kinds.lesson-sheet.head", { cohorts: cohorts.join(" + "), day: on, count: people.length }),
        lessonLine(lesson, locale),
        ...(company ? [company] : []),
      ],
      count: people.length,
      rows: people.map(({ name, cohort }, n) => ({
        number: n + 1,
        name,
        cohort,
        signed: null,
        time: null,
        note: null,
      })),
      foot: () => [say("report.kinds.sign-in-sheet.trainer"), say("report.file.signed")],
    };
  },
});

/** A cancelled one is signed by nobody. */
const findTaught = (tx: Tx, id: string) =>
  tx.lesson.findFirst({
    where: { id, cancelledAt: null },
    select: {
      title: true,
      day: true,
      startsAt: true,
      endsAt: true,
      periods: true,
      classroom: { select: { label: true } },
      trainer: { select: { name: true } },
      cohorts: {
        orderBy: { cohort: { number: "asc" } },
        select: { cohort: { select: { id: true, number: true, title: true } } },
      },
    },
  });

async function listExpected(tx: Tx, lessonId: string): Promise<{ name: string; cohort: string }[]> {
  const found = await tx.traineeLesson.findMany({
    where: { lessonId },
    orderBy: [{ enrolment: { cohort: { number: "asc" } } }, { trainee: { sortName: "asc" } }, { traineeId: "asc" }],
    select: { trainee: { select: { name: true } }, enrolment: { select: { cohort: { select: { number: true } } } } },
  });
  return found.map(({ trainee, enrolment }) => ({ name: trainee.name, cohort: enrolment.cohort.number }));
}

/** Class teachers and helpers in one line, as the roll names them. */
function saidCompany({ helpers, teachers }: Company, locale: Locale): string {
  const say = translatorOf(locale);
  return [
    ...teachers.map(({ name, number }) => say("helper.teacherOf", { name, number })),
    ...helpers.map(({ name, role }) => say("helper.helperAs", { name, role: say(`helper.role.${role}`) })),
  ].join(say("helper.between"));
}
