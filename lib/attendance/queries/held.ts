import "server-only";
import { z } from "zod";
import { lessonsOf } from "@/lib/attendance/queries/scope";
import type { Place } from "@/lib/attendance/rules";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark } from "@/prisma/generated/enums";

const lesson = z.object({
  cancelled: z.boolean(),
  begun: z.boolean(),
  over: z.boolean(),
  typed: z.string().nullable(),
  day: z.string(),
  startsAt: z.string(),
});

const person = z.object({
  traineeId: z.string(),
  expected: z.boolean(),
  open: z.boolean(),
  mark: z.enum(AttendanceMark).nullable(),
  note: z.string().nullable(),
  version: z.number().nullable(),
});

/**
 * A lesson and everybody it is or was about, as a roll is judged by: who is expected, who was and has moved or left, and the marks that
 * stand. Undefined for a lesson that does not exist, and for one that is not this trainer's (I32).
 */
export async function findRollFacts(tx: Tx, lessonId: string, actor: Actor) {
  const [[found], people] = await Promise.all([
    rows(
      tx,
      lesson,
      Prisma.sql`
      SELECT l.cancelled_at IS NOT NULL AS cancelled, lower(l.during) <= base_moment() AS begun, roll_is_over(l) AS over, l.day::text AS day,
        l.starts_at,
        (SELECT min(c.number) FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id
          WHERE lc.lesson_id = l.id AND cohort_is_typed(c.id)) AS typed
      FROM lessons l WHERE l.id = ${lessonId}::uuid AND ${lessonsOf(actor)}`,
    ),
    rows(
      tx,
      person,
      Prisma.sql`
      WITH of_lesson AS (SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = ${lessonId}::uuid),
        members AS (
          SELECT trainee_id FROM trainee_lessons WHERE lesson_id = ${lessonId}::uuid
          UNION SELECT trainee_id FROM attendances WHERE lesson_id = ${lessonId}::uuid
          UNION SELECT e.trainee_id FROM enrolments e WHERE e.cohort_id IN (SELECT cohort_id FROM of_lesson)
          UNION SELECT e.trainee_id FROM audit_entries x JOIN enrolments e ON e.id::text = x.subject_id
            WHERE x.subject_type = 'enrolment' AND x.before ->> 'cohortId' IN (SELECT cohort_id::text FROM of_lesson))
      SELECT m.trainee_id, tl.lesson_id IS NOT NULL AS expected,
        coalesce(takes_marks(tl.lesson_id, e), false) AS open,
        a.mark, a.note, a.version
      FROM members m LEFT JOIN trainee_lessons tl ON tl.lesson_id = ${lessonId}::uuid AND tl.trainee_id = m.trainee_id
      LEFT JOIN enrolments e ON e.id = tl.enrolment_id
      LEFT JOIN attendances a ON a.lesson_id = ${lessonId}::uuid AND a.trainee_id = m.trainee_id`,
    ),
  ]);
  if (!found) return undefined;

  const { cancelled, over } = found;
  const placeOf = ({ expected, open, mark, note, version }: z.output<typeof person>): Place => {
    const standing = mark && { mark, note: note ?? "", version: version ?? 0 };
    return { cancelled, over, expected, open, standing };
  };
  return { ...found, people: new Map(people.map((one) => [one.traineeId, placeOf(one)])) };
}

export type RollFacts = NonNullable<Awaited<ReturnType<typeof findRollFacts>>>;
