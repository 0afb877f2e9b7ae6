import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark, PendingCause } from "@/prisma/generated/enums";

const row = z.object({
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
  sentAt: z.date(),
  deviceAt: z.date().nullable(),
  skewSeconds: z.number().nullable(),
  standing: z.enum(AttendanceMark).nullable(),
  standingNote: z.string().nullable(),
  standingBy: z.string().nullable(),
  standingAt: z.date().nullable(),
  over: z.boolean(),
  takeable: z.boolean(),
});

/** 待处理考勤: marks that could not be taken as they came, the oldest first, beside what stands; of one lesson, of a cohort, or all. */
export async function listPending({ lessonId, cohortId }: { lessonId?: string; cohortId?: string } = {}) {
  const found = await rows(
    db,
    row,
    Prisma.sql`
    SELECT p.id, p.lesson_id, l.title, l.day::text AS day, l.starts_at, t.id AS trainee_id, t.name, t.id_number_sealed, p.mark, p.note, p.cause,
      p.reason, p.sent_by_id, s.name AS sent_by, p.sent_at, p.device_at, p.skew_seconds, a.mark AS standing, a.note AS standing_note,
      b.name AS standing_by, a.marked_at AS standing_at, roll_is_over(l) AS over,
      l.cancelled_at IS NULL AND coalesce(takes_marks(tl.lesson_id, e), false) AS takeable
    FROM pending_marks p JOIN lessons l ON l.id = p.lesson_id JOIN trainees t ON t.id = p.trainee_id JOIN accounts s ON s.id = p.sent_by_id
    LEFT JOIN attendances a ON a.lesson_id = p.lesson_id AND a.trainee_id = p.trainee_id LEFT JOIN accounts b ON b.id = a.marked_by_id
    LEFT JOIN trainee_lessons tl ON tl.lesson_id = p.lesson_id AND tl.trainee_id = p.trainee_id
    LEFT JOIN enrolments e ON e.id = tl.enrolment_id
    WHERE p.state = 'OPEN' AND (${lessonId ?? null}::uuid IS NULL OR p.lesson_id = ${lessonId ?? null}::uuid)
      AND (${cohortId ?? null}::uuid IS NULL
        OR p.lesson_id IN (SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${cohortId ?? null}::uuid))
    ORDER BY p.sent_at, p.id LIMIT 500`,
  );
  return found.map(({ idNumberSealed, ...one }) => ({
    ...one,
    lastFour: lastFourOf({ id: one.traineeId, idNumberSealed }),
  }));
}

export type Pending = Awaited<ReturnType<typeof listPending>>[number];
