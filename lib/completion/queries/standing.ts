import "server-only";
import { z } from "zod";
import { examParts, judge, type Marks, type Terms } from "@/lib/completion/rules";
import { among } from "@/lib/database/among";
import { db, type Tx } from "@/lib/database/db";
import { findParameters } from "@/lib/setting/parameter";
import { trained } from "@/lib/trainee/rules/enrolment-states";
import { type Day, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { EnrolmentState, PlanGrade } from "@/prisma/generated/enums";

/**
 * R46–R50 in one place: 应到 are the lessons a person was expected in, cancelled ones left out, `held` those of them that are over (I35),
 * `waiting` the lessons whose roll lacks the person, `marked` those where it has a mark; what is not known is null.
 */
export const standingColumns = Prisma.sql`
  roll.attended, roll.scheduled, roll.held, roll.waiting, roll.marked,
  x.held_on AS "examOn", x.theory AS "examTheory", x.practice AS "examPractice", x.plan AS "examPlan",
  m.held_on AS "makeUpOn", m.theory AS "makeUpTheory", m.practice AS "makeUpPractice", m.plan AS "makeUpPlan"`;
export const standingJoins = Prisma.sql`
  CROSS JOIN LATERAL (SELECT * FROM attendance_standings WHERE enrolment_id = e.id) AS roll
  LEFT JOIN exam_results x ON x.enrolment_id = e.id AND x.attempt = 1
  LEFT JOIN exam_results m ON m.enrolment_id = e.id AND m.attempt = 2`;

const marks = z.number().nullable();
const grade = z.enum(PlanGrade).nullable();
export const standingRow = {
  attended: z.number().nullable(),
  scheduled: z.number(),
  held: z.number(),
  waiting: z.number(),
  marked: z.number(),
  examOn: z.date().nullable(),
  examTheory: marks,
  examPractice: marks,
  examPlan: grade,
  makeUpOn: z.date().nullable(),
  makeUpTheory: marks,
  makeUpPractice: marks,
  makeUpPlan: grade,
};
const standingObject = z.object(standingRow);

export function standingOf(row: z.output<typeof standingObject>) {
  const { attended, scheduled, held, waiting, marked } = row;
  return {
    attended,
    scheduled,
    held,
    waiting,
    marked,
    exam: marksOf(row.examOn, row.examTheory, row.examPractice, row.examPlan),
    makeUp: marksOf(row.makeUpOn, row.makeUpTheory, row.makeUpPractice, row.makeUpPlan),
  };
}

const marksOf = (
  on: Date | null,
  theory: number | null,
  practice: number | null,
  plan: PlanGrade | null,
): Marks | null => on && { heldOn: dayFromDate(on), theory, practice, plan };

const row = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(EnrolmentState),
  ...standingRow,
});

/** Everybody of a cohort who is or was in training, in the order of the roster, as far as completion needs it. */
export async function listStandings(tx: Tx, cohortId: string) {
  const found = await tx.$queryRaw`
    SELECT e.id, e.version, e.state, ${standingColumns}
    FROM enrolments e JOIN trainees t ON t.id = e.trainee_id ${standingJoins}
    WHERE e.cohort_id = ${cohortId}::uuid AND e.state ${among(trained)}
    ORDER BY t.sort_name COLLATE "C", t.id`;
  return z
    .array(row)
    .parse(found)
    .map((one) => ({ id: one.id, version: one.version, state: one.state, ...standingOf(one) }));
}

export type EnrolmentStanding = Awaited<ReturnType<typeof listStandings>>[number];

const lessons = z.array(z.object({ last: z.date().nullable(), ahead: z.boolean() })).length(1);

/** What a cohort asks of its people: the figures in force on its first day, the parts its course teaches. */
export async function findTerms(tx: Tx, cohortId: string): Promise<Terms> {
  const { startsOn, course } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      startsOn: true,
      course: { select: { theoryPeriods: true, practicePeriods: true, planGraded: true } },
    },
  });
  const [timetable] = lessons.parse(
    await tx.$queryRaw`
      SELECT max(l.day) AS last, coalesce(bool_or(NOT is_over(lc.during)), false) AS ahead
      FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id WHERE lc.cohort_id = ${cohortId}::uuid AND NOT lc.cancelled`,
  ) as [z.output<typeof lessons>[number]];
  const parameter = await findParameters(tx, dayFromDate(startsOn));
  return {
    parts: examParts(course),
    attendancePercent: parameter("attendance_percent"),
    passMark: parameter("pass_mark"),
    makeUpDays: parameter("make_up_days"),
    lastLesson: timetable.last && dayFromDate(timetable.last),
    lessonsAhead: timetable.ahead,
  };
}

/** The judgement on everybody still in training, as the page previews it and the mutation writes it down. */
export async function judgeCohort(cohortId: string, today: Day, tx: Tx = db) {
  const [standings, terms] = [await listStandings(tx, cohortId), await findTerms(tx, cohortId)];
  return standings
    .filter(({ state }) => state === "IN_TRAINING")
    .map((standing) => ({ ...standing, ...judge(standing, terms, today) }));
}
