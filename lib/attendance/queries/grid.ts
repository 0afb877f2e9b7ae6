import "server-only";
import { z } from "zod";
import { wasThere } from "@/lib/attendance/rules";
import { among } from "@/lib/database/among";
import { db, type Tx } from "@/lib/database/db";
import { type Told, together, told } from "@/lib/database/together";
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
  /** R45: the hours in which it is freely corrected are over. */
  over: z.boolean(),
});

const person = z
  .object({
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
    /** Lessons that are over or marked, in 课时 and in number, and those with a mark of presence. */
    duePeriods: z.number(),
    dueLessons: z.number(),
    there: z.number(),
    staysAway: z.boolean(),
    /** By lesson: the mark, or null where the person still waits for the roll. */
    marks: z.record(z.string(), z.enum(AttendanceMark).nullable()),
    /** By lesson that has a mark: the version in which it was seen. */
    versions: z.record(z.string(), z.number()),
    /** Leave that was granted, by its days. */
    leaves: z.array(z.object({ mark: z.enum(AttendanceMark), from: told.day, to: told.day })),
  })
  .transform(({ idNumberSealed, ...one }) => ({ ...one, lastFour: lastFourOf({ id: one.traineeId, idNumberSealed }) }));

/**
 * 考勤汇总 of a cohort, for a page that asks others with it; `attendanceFrom` reads the answers: its lessons in order, those of another
 * cohort that somebody brought along included, everybody who is or was in training with the marks of each lesson, and the sums (R47).
 */
export const questionsOfAttendance = (cohortId: string) => ({
  lessons: {
    asks: Prisma.sql`
      SELECT l.id, l.title, l.day, l.starts_at, l.ends_at, l.periods, lower(l.during) <= (SELECT base_moment()) AS begun,
        roll_is_over(l) AS over FROM lessons l
      WHERE l.cancelled_at IS NULL AND l.id IN (
        SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${cohortId}::uuid
        UNION SELECT tl.lesson_id FROM trainee_lessons tl JOIN enrolments e ON e.id = tl.enrolment_id
          WHERE e.cohort_id = ${cohortId}::uuid)
      ORDER BY l.day, l.starts_at, l.id`,
    shape: lesson,
  },
  people: {
    asks: Prisma.sql`
      SELECT e.id AS enrolment_id, t.id AS trainee_id, t.name, t.id_number_sealed, e.state, s.attended, s.scheduled, s.held, s.waiting,
        e.attended_periods IS NOT NULL AS typed, s.due_periods, s.due_lessons, s.there, k.stays_away, m.marks, m.versions,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('mark', v.mark, 'from', v.from_day, 'to', v.to_day)), '[]') FROM leaves v
          WHERE v.enrolment_id = e.id AND v.approved) AS leaves
      FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN attendance_standings s ON s.enrolment_id = e.id
      JOIN attendance_streaks k ON k.enrolment_id = e.id
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_object_agg(tl.lesson_id, a.mark), '{}') AS marks,
          coalesce(jsonb_object_agg(tl.lesson_id, a.version) FILTER (WHERE a.version IS NOT NULL), '{}') AS versions
        FROM trainee_lessons tl LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
        WHERE tl.enrolment_id = e.id) AS m
      WHERE e.cohort_id = ${cohortId}::uuid AND e.state ${among(withPlace)}
      ORDER BY t.sort_name COLLATE "C", t.id`,
    shape: person,
  },
});

export function attendanceFrom({ lessons, people }: Told<ReturnType<typeof questionsOfAttendance>>) {
  return { lessons: lessons.map((one) => ({ ...one, ...countLesson(one.id, people) })), people };
}

export type Attendance = ReturnType<typeof attendanceFrom>;

/** The same by itself. */
export const findAttendance = async (cohortId: string, tx: Tx = db) =>
  attendanceFrom(await together(tx, questionsOfAttendance(cohortId)));

/** 应到, 实到 and how many still wait in one lesson. */
function countLesson(lessonId: string, people: { marks: Record<string, AttendanceMark | null> }[]) {
  const marks = people.flatMap(({ marks: own }) => (lessonId in own ? [own[lessonId] ?? null] : []));
  const there = marks.filter((mark) => mark && wasThere(mark)).length;
  return { expected: marks.length, there, waiting: marks.filter((mark) => mark === null).length };
}
