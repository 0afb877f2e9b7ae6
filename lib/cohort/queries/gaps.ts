import "server-only";
import { z } from "zod";
import { among } from "@/lib/database/among";
import { db, type Tx } from "@/lib/database/db";
import { judged, pending } from "@/lib/trainee/rules/enrolment-states";
import { type Day, dateFromDay } from "@/lib/value/calendar";

const gaps = z
  .array(z.object({ open: z.number(), inTraining: z.number(), missing: z.number(), ahead: z.number() }))
  .length(1);

/** R53: what keeps a cohort from being closed; the check list on its page and the mutation ask the same. */
export async function findGaps(tx: Tx, cohortId: string, today: Day) {
  const rows = await tx.$queryRaw`
    SELECT count(*) FILTER (WHERE e.state ${among(pending)})::int AS open,
      count(*) FILTER (WHERE e.state = 'IN_TRAINING')::int AS "inTraining",
      count(*) FILTER (WHERE e.state ${among(["IN_TRAINING", ...judged])} AND (s.attended IS NULL OR s.waiting > 0))::int AS missing,
      (SELECT count(*)::int FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
        WHERE lc.cohort_id = ${cohortId}::uuid AND NOT lc.cancelled
          AND (l.day > ${dateFromDay(today)}::date OR NOT is_over(lc.during))) AS ahead
    FROM enrolments e JOIN attendance_standings s ON s.enrolment_id = e.id WHERE e.cohort_id = ${cohortId}::uuid`;
  const [found] = gaps.parse(rows) as [z.output<typeof gaps>[number]];
  return { ...found, unfinished: found.open + found.inTraining };
}

/** The same for a page that asks nothing else with it. */
export const gapsOn = (cohortId: string, today: Day) => findGaps(db, cohortId, today);

export type Gaps = Awaited<ReturnType<typeof findGaps>>;
