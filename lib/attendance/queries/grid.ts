import "server-only";
import { z } from "zod";
import { wasThere } from "@/lib/attendance/rules";
import { among } from "@/lib/database/among";
import { snapshot, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { told } from "@/lib/database/together";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { withPlace } from "@/lib/trainee/rules/enrolment-states";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark, EnrolmentState } from "@/prisma/generated/enums";

const lesson = z.object({
  id: z.string(),
  title: z.string(),
  day: told.day,
  startsAt: z.string(),
  endsAt: z.string(),
  periods: z.number(),
  begun: z.boolean(),
});

const person = z.object({
  enrolmentId: z.string(),
  traineeId: z.string(),
  name: z.string(),
  idNumberSealed: z.string(),
  state: z.enum(EnrolmentState),
  attended: z.number().nullable(),
  scheduled: z.number(),
  held: z.number(),
  waiting: z.number(),
  typed: z.boolean(),
  /** By lesson: the mark, or null where the person still waits for the roll. */
  marks: z.record(z.string(), z.enum(AttendanceMark).nullable()),
});

/**
 * 考勤汇总 of a cohort, read at one instant: its lessons in order, those of another cohort that somebody brought along included, everybody
 * who is or was in training with the marks of each lesson, and the sums of both (R47).
 */
export const findAttendance = (cohortId: string) => snapshot((tx) => readAttendance(tx, cohortId));

export async function readAttendance(tx: Tx, cohortId: string) {
  const [lessons, found] = await Promise.all([
    rows(
      tx,
      lesson,
      Prisma.sql`
      SELECT l.id, l.title, l.day::text AS day, l.starts_at, l.ends_at, l.periods, lower(l.during) <= base_moment() AS begun FROM lessons l
      WHERE l.cancelled_at IS NULL AND (l.id IN (SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${cohortId}::uuid)
        OR l.id IN (SELECT tl.lesson_id FROM trainee_lessons tl JOIN enrolments e ON e.id = tl.enrolment_id
          WHERE e.cohort_id = ${cohortId}::uuid))
      ORDER BY l.day, l.starts_at, l.id`,
    ),
    rows(
      tx,
      person,
      Prisma.sql`
      SELECT e.id AS enrolment_id, t.id AS trainee_id, t.name, t.id_number_sealed, e.state, s.attended, s.scheduled, s.held, s.waiting,
        e.attended_periods IS NOT NULL AS typed,
        (SELECT coalesce(jsonb_object_agg(tl.lesson_id, a.mark), '{}') FROM trainee_lessons tl
          LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id WHERE tl.enrolment_id = e.id) AS marks
      FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN attendance_standings s ON s.enrolment_id = e.id
      WHERE e.cohort_id = ${cohortId}::uuid AND e.state ${among(withPlace)}
      ORDER BY t.sort_name COLLATE "C", t.id`,
    ),
  ]);
  const people = found.map(({ idNumberSealed, ...one }) => ({
    ...one,
    lastFour: lastFourOf({ id: one.traineeId, idNumberSealed }),
  }));
  return { lessons: lessons.map((one) => ({ ...one, ...countLesson(one.id, people) })), people };
}

export type Attendance = Awaited<ReturnType<typeof readAttendance>>;

/** 应到, 实到 and how many still wait in one lesson. */
function countLesson(lessonId: string, people: { marks: Record<string, AttendanceMark | null> }[]) {
  const marks = people.flatMap(({ marks: own }) => (lessonId in own ? [own[lessonId] ?? null] : []));
  const there = marks.filter((mark) => mark && wasThere(mark)).length;
  return { expected: marks.length, there, waiting: marks.filter((mark) => mark === null).length };
}
