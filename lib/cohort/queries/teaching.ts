import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { told } from "@/lib/database/together";
import { dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** What is timetabled for a cohort: 课时 of theory and practice a day, how many are over, who teaches, in which classrooms. */
export async function findTeaching(tx: Tx, cohortId: string) {
  const [found] = z.array(teaching).parse(await tx.$queryRaw(teachingOf(cohortId)));
  return found as z.output<typeof teaching>;
}

/** The question itself, as a larger one asks it. */
export const teachingOf = (cohortId: string) => Prisma.sql`
    WITH mine AS (
      SELECT l.* FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
      WHERE lc.cohort_id = ${cohortId}::uuid AND NOT lc.cancelled
    )
    SELECT
      (SELECT coalesce(jsonb_agg(d ORDER BY d.day), '[]') FROM (
        SELECT day, coalesce(sum(periods) FILTER (WHERE kind = 'THEORY'), 0) AS theory, coalesce(sum(periods) FILTER (WHERE kind = 'PRACTICE'), 0) AS practice
        FROM mine GROUP BY day) AS d) AS days,
      (SELECT coalesce(sum(periods), 0)::int FROM mine WHERE is_over(during)) AS held,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name, t.id), '[]')
        FROM trainers t WHERE t.id IN (SELECT trainer_id FROM mine)) AS trainers,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'label', c.label, 'name', c.name, 'seats', c.seats) ORDER BY c.number), '[]')
        FROM classrooms c WHERE c.number IN (SELECT classroom_number FROM mine)) AS classrooms`;

export type Teaching = Awaited<ReturnType<typeof findTeaching>>;

/** The lessons of a cohort in their order, cancelled ones left out. */
export async function listCohortLessons(cohortId: string, tx: Tx = db) {
  const lessons = await tx.lesson.findMany({
    where: { cancelledAt: null, cohorts: { some: { cohortId } } },
    orderBy: [{ day: "asc" }, { startsAt: "asc" }],
    select: {
      id: true,
      day: true,
      startsAt: true,
      endsAt: true,
      title: true,
      kind: true,
      periods: true,
      trainer: { select: { name: true } },
      classroom: { select: { label: true, name: true } },
      _count: { select: { cohorts: true } },
    },
  });
  return lessons.map(({ day, ...lesson }) => ({ ...lesson, day: dayFromDate(day) }));
}

export type CohortLesson = Awaited<ReturnType<typeof listCohortLessons>>[number];

export const teaching = z.object({
  days: z.array(z.object({ day: told.day, theory: z.number(), practice: z.number() })),
  /** I35: 课时 of the lessons that are over, as the law counts them. */
  held: z.number(),
  trainers: z.array(z.object({ id: z.string(), name: z.string() })),
  classrooms: z.array(z.object({ number: z.number(), label: z.string(), name: z.string(), seats: z.number() })),
});
