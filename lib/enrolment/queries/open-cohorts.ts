import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { preparing } from "@/lib/cohort/rules/states";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { told } from "@/lib/database/together";
import { left } from "@/lib/trainee/rules/enrolment-states";
import { dateFromDay } from "@/lib/value/calendar";
import { CohortState } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CohortState),
  startsOn: told.day,
  endsOn: told.day,
  seats: z.number(),
  confirmed: z.number(),
  waiting: z.number(),
});

/**
 * Cohorts to choose from when enrolling: approved ones with a free place first, then by their start; those a trainee is in are left out.
 * Started ones stay as long as a late enrolment may still be asked for (R34).
 */
export async function listOpenCohorts(actor: Pick<Actor, "today">, traineeId: string | null = null) {
  const today = dateFromDay(actor.today);
  const found = await db.$queryRaw`
    SELECT c.id, c.number, c.title, c.state, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.seats, c.confirmed,
      (SELECT count(*)::int FROM enrolments e WHERE e.cohort_id = c.id AND e.state = 'WAITLISTED') AS waiting
    FROM cohorts c
    WHERE ((c.state ${among([...preparing, "APPROVED"])} AND c.starts_on >= ${today}::date)
        OR (c.state = 'IN_PROGRESS' AND ${today}::date <= (SELECT day FROM unnest(training_days(c.id)) WITH ORDINALITY AS d (day, place)
          WHERE place <= parameter('late_training_days', c.starts_on) ORDER BY place DESC LIMIT 1)))
      AND NOT EXISTS (SELECT FROM enrolments e
        WHERE e.cohort_id = c.id AND e.trainee_id = ${traineeId}::uuid AND e.state NOT ${among(left)})
    ORDER BY c.state = 'APPROVED' DESC, c.confirmed < c.seats DESC, c.starts_on, c.number LIMIT 100`;
  return z.array(row).parse(found);
}

export type OpenCohort = Awaited<ReturnType<typeof listOpenCohorts>>[number];
