import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark, PendingCause } from "@/prisma/generated/enums";

const row = z
  .object({
    id: z.string(),
    lessonId: z.string(),
    title: z.string(),
    day: z.string(),
    startsAt: z.string(),
    traineeId: z.string(),
    name: z.string(),
    idNumberSealed: z.string(),
    mark: z.enum(AttendanceMark),
    note: z.string(),
    cause: z.enum(PendingCause),
    reason: z.string(),
    sentById: z.string(),
    sentBy: z.string(),
    sentAt: told.moment,
    deviceAt: told.moment.nullable(),
    skewSeconds: z.number().nullable(),
    standing: z.enum(AttendanceMark).nullable(),
    standingNote: z.string().nullable(),
    standingBy: z.string().nullable(),
    standingAt: told.moment.nullable(),
    over: z.boolean(),
    takeable: z.boolean(),
  })
  .transform(({ idNumberSealed, ...one }) => ({ ...one, lastFour: lastFourOf({ id: one.traineeId, idNumberSealed }) }));

const lessonsOfCohort = (id: string) => Prisma.sql`SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${id}::uuid`;

type Filter = { lessonId?: string; cohortId?: string };

/**
 * 待处理考勤: marks that could not be taken as they came, the oldest first, beside what stands; of one lesson, of a cohort, or all: the
 * question, for a page that asks others with it.
 */
export const pendingWithin = ({ lessonId, cohortId }: Filter): Question<typeof row> => ({
  asks: Prisma.sql`
    SELECT p.id, p.lesson_id, l.title, l.day::text AS day, l.starts_at, t.id AS trainee_id, t.name, t.id_number_sealed, p.mark, p.note, p.cause,
      p.reason, p.sent_by_id, s.name AS sent_by, p.sent_at, p.device_at, p.skew_seconds, a.mark AS standing, a.note AS standing_note,
      b.name AS standing_by, a.marked_at AS standing_at, roll_is_over(l) AS over,
      l.cancelled_at IS NULL AND coalesce(takes_marks(tl.lesson_id, e), false) AS takeable
    FROM pending_marks p JOIN lessons l ON l.id = p.lesson_id JOIN trainees t ON t.id = p.trainee_id JOIN accounts s ON s.id = p.sent_by_id
    LEFT JOIN attendances a ON a.lesson_id = p.lesson_id AND a.trainee_id = p.trainee_id LEFT JOIN accounts b ON b.id = a.marked_by_id
    LEFT JOIN trainee_lessons tl ON tl.lesson_id = p.lesson_id AND tl.trainee_id = p.trainee_id
    LEFT JOIN enrolments e ON e.id = tl.enrolment_id
    WHERE p.state = 'OPEN'
      ${lessonId === undefined ? Prisma.empty : Prisma.sql`AND p.lesson_id = ${lessonId}::uuid`}
      ${cohortId === undefined ? Prisma.empty : Prisma.sql`AND p.lesson_id IN (${lessonsOfCohort(cohortId)})`}
    ORDER BY p.sent_at, p.id LIMIT 500`,
  shape: row,
});

/** They by themselves. */
export const listPending = async (filter: Filter = {}) => (await together(db, { found: pendingWithin(filter) })).found;

export type Pending = z.output<typeof row>;
