import "server-only";
import { z } from "zod";
import { pendingWithin } from "@/lib/attendance/queries/pending";
import { lessonsOf } from "@/lib/attendance/queries/scope";
import type { Actor } from "@/lib/auth/actor";
import { underWay } from "@/lib/cohort/rules/states";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { lessonsWhere } from "@/lib/lesson/queries/record";
import { companyOf } from "@/lib/lesson-helper/queries";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark } from "@/prisma/generated/enums";

const state = z.object({
  begun: z.boolean(),
  /** R45: for so many hours it is freely corrected, and whether they are over. */
  hours: z.number(),
  over: z.boolean(),
  typed: z.boolean(),
  open: z.boolean(),
});

const person = z
  .object({
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
    markedAt: told.moment.nullable(),
    skewSeconds: z.number().nullable(),
    pending: z.number(),
    /** Leave that was granted for the day of the lesson. */
    leave: z.enum(AttendanceMark).nullable(),
  })
  .transform(({ idNumberSealed, ...one }) => ({ ...one, lastFour: lastFourOf({ id: one.id, idNumberSealed }) }));

/**
 * The roll of one lesson, in one statement and so at one instant (I25): the lesson, whether a roll may be taken now, everybody expected, by
 * name, who is in it beside its trainer, and the marks that wait for a word. Null for a lesson that does not exist, and for one that is not
 * this trainer's (I32).
 */
export async function findRoll(actor: Pick<Actor, "role" | "trainerId">, lessonId: string) {
  if (!z.uuid().safeParse(lessonId).success) return null;
  const {
    lessons: [lesson],
    states: [state],
    people,
    pending,
    ...company
  } = await together(db, {
    lessons: lessonsWhere(Prisma.sql`l.id = ${lessonId}::uuid AND ${lessonsOf(actor)}`),
    states: stateOf(lessonId),
    people: peopleOf(lessonId),
    pending: pendingWithin({ lessonId }),
    ...companyOf(lessonId),
  });
  return lesson && state ? { lesson, ...state, people, pending, company } : null;
}

export type Roll = NonNullable<Awaited<ReturnType<typeof findRoll>>>;
export type RollPerson = Roll["people"][number];

const stateOf = (lessonId: string): Question<typeof state> => ({
  asks: Prisma.sql`
    SELECT lower(l.during) <= base_moment() AS begun, parameter('attendance_hours', l.day) AS hours, roll_is_over(l) AS over,
      coalesce((SELECT bool_or(cohort_is_typed(cohort_id)) FROM lesson_cohorts WHERE lesson_id = l.id), false) AS typed,
      EXISTS (SELECT FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id
        WHERE lc.lesson_id = l.id AND c.state ${among(underWay)}) AS open
    FROM lessons l WHERE l.id = ${lessonId}::uuid`,
  shape: state,
});

const peopleOf = (lessonId: string): Question<typeof person> => ({
  asks: Prisma.sql`
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
  shape: person,
});
