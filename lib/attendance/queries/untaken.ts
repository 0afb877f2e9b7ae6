import "server-only";
import { z } from "zod";
import { cohortNumbers, lessonsOf } from "@/lib/attendance/queries/scope";
import type { Actor } from "@/lib/auth/actor";
import { underWay } from "@/lib/cohort/rules/states";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { type Question, together } from "@/lib/database/together";
import { takingMarks } from "@/lib/trainee/rules/enrolment-states";
import { Prisma } from "@/prisma/generated/client";

const untaken = z.object({
  id: z.string(),
  title: z.string(),
  day: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  trainer: z.string(),
  cohorts: z.array(z.string()),
  expected: z.number(),
  waiting: z.number(),
  hours: z.number(),
});

/**
 * Lessons `l` of these cohorts that have begun and whose roll lacks somebody, with how many of how many it lacks as `n`. OFFSET 0: each
 * enrolment is looked up by its id; joined, PostgreSQL walks all enrolments a lesson.
 */
export const untakenOf = (cohorts: Prisma.Sql): Prisma.Sql => Prisma.sql`
    FROM lessons l CROSS JOIN LATERAL (
      SELECT count(*)::int AS expected, count(*) FILTER (WHERE a.mark IS NULL)::int AS waiting
      FROM trainee_lessons tl LEFT JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
      WHERE tl.lesson_id = l.id
        AND EXISTS (SELECT FROM enrolments WHERE id = tl.enrolment_id AND state ${among(takingMarks)} OFFSET 0)) AS n
    WHERE l.cancelled_at IS NULL AND n.waiting > 0 AND lower(l.during) <= (SELECT base_moment())
      AND l.id IN (SELECT lc.lesson_id FROM lesson_cohorts lc WHERE lc.cohort_id IN (${cohorts}))`;

type Reader = Pick<Actor, "role" | "trainerId">;

/**
 * Lessons of this person's scope that have begun and whose roll lacks somebody, the oldest first, with the hours since they ended; of
 * cohorts on their way, and not of those whose attendance is typed from a ledger: the question, for a page that asks others with it.
 */
export const untakenWithin = (actor: Reader, cohortId?: string): Question<typeof untaken> => ({
  asks: Prisma.sql`
    SELECT l.id, l.title, l.day::text AS day, l.starts_at, l.ends_at,
      (SELECT name FROM trainers WHERE id = l.trainer_id) AS trainer,
      ${cohortNumbers} AS cohorts,
      n.expected, n.waiting, greatest(0, floor(extract(epoch FROM base_moment() - upper(l.during)) / 3600))::int AS hours
    ${untakenOf(rolledCohorts(cohortId))} AND ${lessonsOf(actor)}
    ORDER BY l.day, l.starts_at, l.id`,
  shape: untaken,
});

/** They by themselves. */
export const listUntaken = async (actor: Reader, cohortId?: string) =>
  (await together(db, { found: untakenWithin(actor, cohortId) })).found;

/** On their way, and not typed from a ledger. */
const rolledCohorts = (id: string | undefined) => Prisma.sql`
  SELECT id FROM cohorts WHERE state ${among(underWay)} AND NOT cohort_is_typed(id)
    AND (${id ?? null}::uuid IS NULL OR id = ${id ?? null}::uuid)`;

export type Untaken = z.output<typeof untaken>;
