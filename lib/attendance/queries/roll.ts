import "server-only";
import { z } from "zod";
import { db, snapshot, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { findLesson } from "@/lib/lesson/queries/timetable";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark } from "@/prisma/generated/enums";

const state = z.object({ begun: z.boolean(), over: z.boolean(), typed: z.boolean(), open: z.boolean() });

const person = z.object({
  id: z.string(),
  name: z.string(),
  idNumberSealed: z.string(),
  cohort: z.string(),
  enrolmentId: z.string(),
  cohortId: z.string(),
  open: z.boolean(),
  mark: z.enum(AttendanceMark).nullable(),
  note: z.string().nullable(),
  version: z.number().nullable(),
  markedBy: z.string().nullable(),
  markedAt: z.date().nullable(),
  skewSeconds: z.number().nullable(),
  pending: z.number(),
  /** Leave that was granted for the day of the lesson. */
  leave: z.enum(AttendanceMark).nullable(),
});

/** The roll of one lesson, read at one instant: the lesson, whether a roll may be taken now, and everybody expected, by name. */
export async function findRoll(lessonId: string) {
  return snapshot(async (tx) => {
    const lesson = await findLesson(lessonId, tx);
    if (!lesson) return null;
    const [[found], people] = await Promise.all([
      rows(
        tx,
        state,
        Prisma.sql`
        SELECT lower(l.during) <= base_moment() AS begun, roll_is_over(l) AS over,
          coalesce((SELECT bool_or(cohort_is_typed(cohort_id)) FROM lesson_cohorts WHERE lesson_id = l.id), false) AS typed,
          EXISTS (SELECT FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id
            WHERE lc.lesson_id = l.id AND c.state IN ('IN_PROGRESS', 'EXAM')) AS open
        FROM lessons l WHERE l.id = ${lessonId}::uuid`,
      ),
      listPeople(tx, lessonId),
    ]);
    const { begun, over, typed, open } = state.parse(found);
    return { lesson, begun, over, typed, open, people };
  });
}

export type Roll = NonNullable<Awaited<ReturnType<typeof findRoll>>>;
export type RollPerson = Roll["people"][number];

async function listPeople(tx: Tx, lessonId: string) {
  const found = await rows(
    tx,
    person,
    Prisma.sql`
    SELECT t.id, t.name,
      t.id_number_sealed, c.number AS cohort, e.id AS enrolment_id, c.id AS cohort_id,
      takes_marks(tl.lesson_id, e) AS open,
      a.mark, a.note, a.version, b.name AS marked_by, a.marked_at, a.skew_seconds,
      (SELECT count(*)::int FROM pending_marks p WHERE p.lesson_id = tl.lesson_id AND p.trainee_id = t.id AND p.state = 'OPEN') AS pending,
      (SELECT v.mark FROM leaves v JOIN lessons l ON l.id = tl.lesson_id
        WHERE v.enrolment_id = e.id AND v.approved AND l.day BETWEEN v.from_day AND v.to_day) AS leave
    FROM trainee_lessons tl JOIN trainees t ON t.id = tl.trainee_id JOIN enrolments e ON e.id = tl.enrolment_id
    JOIN cohorts c ON c.id = e.cohort_id LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = t.id
    LEFT JOIN accounts b ON b.id = a.marked_by_id
    WHERE tl.lesson_id = ${lessonId}::uuid ORDER BY c.number, t.sort_name COLLATE "C", t.id`,
  );
  return found.map(({ idNumberSealed, ...one }) => ({ ...one, lastFour: lastFourOf({ id: one.id, idNumberSealed }) }));
}

const untaken = z.object({
  id: z.string(),
  title: z.string(),
  day: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  trainer: z.string(),
  cohorts: z.string(),
  expected: z.number(),
  waiting: z.number(),
  hours: z.number(),
});

/** Lessons `l` of these cohorts that have begun and whose roll lacks somebody, with how many of how many it lacks as `n`. */
export const untakenOf = (cohorts: Prisma.Sql): Prisma.Sql => Prisma.sql`
    FROM lessons l CROSS JOIN LATERAL (
      SELECT count(*)::int AS expected, count(*) FILTER (WHERE a.mark IS NULL)::int AS waiting
      FROM trainee_lessons tl JOIN enrolments e ON e.id = tl.enrolment_id
        AND e.state IN ('CONFIRMED', 'IN_TRAINING', 'NOT_COMPLETED', 'DROPPED')
      LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
      WHERE tl.lesson_id = l.id) AS n
    WHERE l.cancelled_at IS NULL AND n.waiting > 0 AND lower(l.during) <= (SELECT base_moment())
      AND l.id IN (SELECT lc.lesson_id FROM lesson_cohorts lc WHERE lc.cohort_id IN (${cohorts}))`;

/**
 * Lessons that have begun and whose roll lacks somebody, the oldest first, with the hours since they ended; of cohorts on their way, and
 * not of those whose attendance is typed from a ledger.
 */
export const listUntaken = (tx: Tx, only: { cohortId?: string } = {}) =>
  rows(
    tx,
    untaken,
    Prisma.sql`
    SELECT l.id, l.title, l.day::text AS day, l.starts_at, l.ends_at,
      (SELECT name FROM trainers WHERE id = l.trainer_id) AS trainer, (SELECT string_agg(c.number, '、' ORDER BY c.number) FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id) AS cohorts,
      n.expected, n.waiting, greatest(0, floor(extract(epoch FROM base_moment() - upper(l.during)) / 3600))::int AS hours
    ${untakenOf(rolledCohorts(only.cohortId))}
    ORDER BY l.day, l.starts_at, l.id`,
  );

/** On their way, and not typed from a ledger. */
const rolledCohorts = (id: string | undefined) => Prisma.sql`
  SELECT id FROM cohorts WHERE state IN ('IN_PROGRESS', 'EXAM') AND NOT cohort_is_typed(id)
    AND (${id ?? null}::uuid IS NULL OR id = ${id ?? null}::uuid)`;

export type Untaken = Awaited<ReturnType<typeof listUntaken>>[number];

/** The same for a page that asks nothing else with it. */
export const untakenNow = (only?: { cohortId?: string }) => listUntaken(db, only);
