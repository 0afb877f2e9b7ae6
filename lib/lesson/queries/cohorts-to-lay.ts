import "server-only";
import { z } from "zod";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { told } from "@/lib/database/together";
import { overStates } from "@/lib/lesson/rules/booking";
import { type Day, dateFromDay } from "@/lib/value/calendar";

const cohort = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  startsOn: told.day,
  endsOn: told.day,
  planned: z.number(),
  stands: z.number(),
});

export type CohortToLay = z.output<typeof cohort>;

/** The cohorts that are not over by a day and have fewer 课时 in their timetable than their course plans. */
export async function listCohortsToLay(from: Day): Promise<CohortToLay[]> {
  const found = await db.$queryRaw`
    SELECT c.id, c.number, c.title, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
      k.theory_periods + k.practice_periods AS planned, s.stands
    FROM cohorts c JOIN courses k ON k.id = c.course_id CROSS JOIN LATERAL (
      SELECT coalesce(sum(l.periods), 0)::int AS stands
      FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id WHERE lc.cohort_id = c.id AND NOT lc.cancelled) AS s
    WHERE NOT c.state ${among(overStates)} AND c.ends_on >= ${dateFromDay(from)}::date
      AND s.stands < k.theory_periods + k.practice_periods
    ORDER BY c.starts_on, c.number`;
  return z.array(cohort).parse(found);
}
