import "server-only";
import { z } from "zod";
import { among } from "@/lib/database/among";
import { type Question, told } from "@/lib/database/together";
import { rowsOf } from "@/lib/trainee/queries/rows-of";
import { withPlace } from "@/lib/trainee/rules/enrolment-states";
import { Prisma } from "@/prisma/generated/client";

const look = z.object({
  id: z.coerce.bigint(),
  at: told.moment,
  accountId: z.string().nullable(),
  name: z.string().nullable(),
  verb: z.string(),
  subjectType: z.string().nullable(),
  field: z.string().nullable(),
  reason: z.string().nullable(),
  rows: z.number().nullable(),
  address: z.string(),
});

/**
 * R92, R93: who looked at a number of this person, and who took a file of whole numbers in which it stood: one of the person, of a cohort
 * or of a year of cohorts in which the person had a place by then. The latest first.
 */
export const looksAt = (traineeId: string): Question<typeof look> => ({
  asks: Prisma.sql`
    SELECT a.id::text AS id, a.at, a.account_id, p.name, a.verb, a.subject_type, a.field, a.reason, a.rows, a.address
    FROM access_entries a LEFT JOIN accounts p ON p.id = a.account_id
    WHERE a.subject_id = ${traineeId} AND a.verb <> 'refused' OR a.subject_id IN (
      SELECT x.id::text FROM exports x
      WHERE x.is_full AND x.state <> 'GRANTED' AND (x.filter ->> 'trainee' = ${traineeId} OR EXISTS (
        SELECT FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
        WHERE e.trainee_id IN ${rowsOf(traineeId)} AND e.state ${among(withPlace)} AND e.applied_at <= x.started_at
          AND (x.filter ->> 'cohort' = c.id::text
            OR x.kind = 'year-completions' AND x.filter ->> 'year' = extract(year FROM c.starts_on)::text))))
    ORDER BY a.at DESC, a.id DESC`,
  shape: look,
});
