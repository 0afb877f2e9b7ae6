import "server-only";
import { z } from "zod";
import { standingColumns, standingJoins, standingRow } from "@/lib/completion/queries/standing";
import { type Question, told } from "@/lib/database/together";
import { rowsOf } from "@/lib/trainee/queries/rows-of";
import { dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark, EnrolmentState } from "@/prisma/generated/enums";

const dateOfDay = told.day.transform(dateFromDay).nullable();

const row = z.object({
  id: z.string(),
  state: z.enum(EnrolmentState),
  stateReason: z.string().nullable(),
  endedOn: told.day.nullable(),
  subsidised: z.boolean(),
  cohortId: z.string(),
  number: z.string(),
  title: z.string(),
  course: z.string(),
  startsOn: told.day,
  endsOn: told.day,
  ...standingRow,
  examOn: dateOfDay,
  makeUpOn: dateOfDay,
  rolls: z.partialRecord(z.enum(AttendanceMark), z.number()),
  theoryPeriods: z.number(),
  practicePeriods: z.number(),
  planGraded: z.boolean(),
  attendancePercent: z.number(),
  passMark: z.number(),
  makeUpDays: z.number(),
  lastLesson: told.day.nullable(),
  lessonsAhead: z.boolean(),
});

/** R46–R50: every cohort a person was in or wanted to be in, the latest first, with what the outcome is made of. */
export const cohortsOf = (traineeId: string): Question<typeof row> => ({
  asks: Prisma.sql`
    SELECT e.id, e.state, e.state_reason, e.ended_on, e.subsidised, c.id AS cohort_id, c.number, c.title, k.name AS course, c.starts_on,
      c.ends_on, ${standingColumns}, k.theory_periods, k.practice_periods, k.plan_graded,
      (SELECT coalesce(json_object_agg(mark, n), '{}') FROM (
        SELECT a.mark, count(*)::int AS n FROM trainee_lessons tl
        JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id WHERE tl.enrolment_id = e.id GROUP BY 1) AS r) AS rolls,
      p.attendance_percent, p.pass_mark, p.make_up_days, t.last_lesson, t.lessons_ahead
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id JOIN courses k ON k.id = c.course_id ${standingJoins}
    CROSS JOIN LATERAL (
      SELECT max(value) FILTER (WHERE key = 'attendance_percent') AS attendance_percent,
        max(value) FILTER (WHERE key = 'pass_mark') AS pass_mark, max(value) FILTER (WHERE key = 'make_up_days') AS make_up_days
      FROM parameters_on(c.starts_on)) AS p
    CROSS JOIN LATERAL (
      SELECT max(l.day) AS last_lesson, coalesce(bool_or(NOT is_over(lc.during)), false) AS lessons_ahead
      FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id WHERE lc.cohort_id = c.id AND NOT lc.cancelled) AS t
    WHERE e.trainee_id IN ${rowsOf(traineeId)} ORDER BY c.starts_on DESC, e.queue_no DESC`,
  shape: row,
});
