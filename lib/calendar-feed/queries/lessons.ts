import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { ofScope } from "@/lib/lesson/queries/scope";
import type { Scope } from "@/lib/lesson/rules/scope";
import { addDays, type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { LessonKind } from "@/prisma/generated/enums";

const daysBack = 90;

const row = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(LessonKind),
    day: z.date(),
    startsAt: z.string(),
    endsAt: z.string(),
    periods: z.number(),
    version: z.number(),
    isCancelled: z.boolean(),
    room: z.string().nullable(),
    trainer: z.string(),
    cohorts: z.array(z.object({ number: z.string(), title: z.string(), place: z.string().nullable() })),
    heads: z.number(),
    changedAt: z.date().nullable(),
  })
  .transform((lesson) => ({ ...lesson, day: dayFromDate(lesson.day) }));

export type FeedLesson = z.output<typeof row>;

/** The lessons of a scope from three months back to all that are ahead, cancelled ones too; of people no more than how many. */
export const listFeedLessons = (of: Scope | null, today: Day): Promise<FeedLesson[]> =>
  rows(
    db,
    row,
    Prisma.sql`
    SELECT l.id, l.title, l.kind, l.day, l.starts_at, l.ends_at, l.periods, l.version, l.cancelled_at IS NOT NULL AS is_cancelled,
      r.label || ' ' || r.name AS room, t.name AS trainer,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'title', c.title, 'place', c.place) ORDER BY c.number), '[]')
        FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id) AS cohorts,
      (SELECT count(*)::int FROM trainee_lessons WHERE lesson_id = l.id) AS heads,
      (SELECT max(at) FROM audit_entries WHERE subject_id = l.id::text) AS changed_at
    FROM lessons l JOIN trainers t ON t.id = l.trainer_id LEFT JOIN classrooms r ON r.number = l.classroom_number
    WHERE l.day >= ${dateFromDay(addDays(today, -daysBack))}::date AND ${ofScope(of ?? undefined)}
    ORDER BY l.day, l.starts_at, l.id`,
  );
