import "server-only";
import { z } from "zod";
import { lessonsOf } from "@/lib/attendance/queries/scope";
import type { Actor } from "@/lib/auth/actor";
import { underWay } from "@/lib/cohort/rules/states";
import { among } from "@/lib/database/among";
import { snapshot, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { listLessons } from "@/lib/lesson/queries/record";
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

/**
 * The roll of one lesson, read at one instant: the lesson, whether a roll may be taken now, and everybody expected, by name. Null for a
 * lesson that does not exist, and for one that is not this trainer's (I32).
 */
export async function findRoll(actor: Pick<Actor, "role" | "trainerId">, lessonId: string) {
  if (!z.uuid().safeParse(lessonId).success) return null;
  return snapshot(async (tx) => {
    const [lesson] = await listLessons(tx, Prisma.sql`l.id = ${lessonId}::uuid AND ${lessonsOf(actor)}`);
    if (!lesson) return null;
    const [[found], people] = await Promise.all([
      rows(
        tx,
        state,
        Prisma.sql`
        SELECT lower(l.during) <= base_moment() AS begun, roll_is_over(l) AS over,
          coalesce((SELECT bool_or(cohort_is_typed(cohort_id)) FROM lesson_cohorts WHERE lesson_id = l.id), false) AS typed,
          EXISTS (SELECT FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id
            WHERE lc.lesson_id = l.id AND c.state ${among(underWay)}) AS open
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
