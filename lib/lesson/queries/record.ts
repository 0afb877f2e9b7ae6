import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";
import { CohortState, LessonKind } from "@/prisma/generated/enums";

const row = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(LessonKind),
    day: told.day,
    startsAt: z.string(),
    endsAt: z.string(),
    periods: z.number(),
    cancelledAt: told.moment.nullable(),
    cancelReason: z.string().nullable(),
    version: z.number(),
    classroom: z.object({ number: z.number(), label: z.string(), name: z.string(), seats: z.number() }).nullable(),
    trainer: z.object({ id: z.string(), name: z.string() }),
    cohorts: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        title: z.string(),
        seats: z.number(),
        state: z.enum(CohortState),
        atBase: z.boolean(),
        place: z.string().nullable(),
        startsOn: told.day,
        endsOn: told.day,
      }),
    ),
    /** R37: what the law sets against the seats of the classroom. */
    seatsNeeded: z.number(),
    /** Who has a place in its cohorts, and so is expected. */
    expected: z.number(),
  })
  /** Who is expected; while nobody is confirmed, the seats that are kept. */
  .transform((lesson) => ({ ...lesson, heads: lesson.expected || lesson.seatsNeeded }));

export type LessonRecord = z.output<typeof row>;

/** Lessons in the order they begin, each with its classroom, trainer, cohorts and heads, for a page that asks others with them. */
export const lessonsWhere = (which: Prisma.Sql): Question<typeof row> => ({
  asks: Prisma.sql`
    SELECT l.id, l.title, l.kind, l.day, l.starts_at, l.ends_at, l.periods, l.cancelled_at,
      l.cancel_reason, l.version,
      CASE WHEN r.number IS NOT NULL THEN jsonb_build_object('number', r.number, 'label', r.label, 'name', r.name, 'seats', r.seats) END AS classroom,
      jsonb_build_object('id', t.id, 'name', t.name) AS trainer,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title, 'seats', c.seats, 'state', c.state,
          'atBase', c.at_base, 'place', c.place, 'startsOn', c.starts_on, 'endsOn', c.ends_on) ORDER BY c.number), '[]')
        FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id) AS cohorts,
      coalesce(seats_needed(ARRAY(SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = l.id)), 0) AS seats_needed,
      (SELECT count(*)::int FROM trainee_lessons WHERE lesson_id = l.id) AS expected
    FROM lessons l JOIN trainers t ON t.id = l.trainer_id LEFT JOIN classrooms r ON r.number = l.classroom_number
    WHERE ${which} ORDER BY l.day, l.starts_at, l.id`,
  shape: row,
});

/** They by themselves. */
export const listLessons = async (tx: Tx, which: Prisma.Sql): Promise<LessonRecord[]> =>
  (await together(tx, { lessons: lessonsWhere(which) })).lessons;
