import "server-only";
import { z } from "zod";
import { standingColumns, standingJoins, standingOf, standingRow } from "@/lib/completion/queries/standing";
import { judge, type Terms } from "@/lib/completion/rules";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { trained } from "@/lib/trainee/rules/enrolment-states";
import type { Day } from "@/lib/value/calendar";
import { EnrolmentState } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(EnrolmentState),
  traineeId: z.string(),
  name: z.string(),
  township: z.string(),
  village: z.string(),
  idNumberSealed: z.string(),
  certificate: z.string().nullable(),
  /** R52: the name on it, where the person is called otherwise now. */
  issuedName: z.string().nullable(),
  ...standingRow,
});

/** U05, R48: everybody of a cohort's training by name and village, with what was reached, what the rules say of it, and the certificate. */
export async function listCompletions(cohortId: string, terms: Terms, today: Day) {
  const found = await db.$queryRaw`
    SELECT e.id, e.version, e.state, t.id AS "traineeId", t.name, s.name AS township, v.name AS village,
      t.id_number_sealed AS "idNumberSealed", c.number AS certificate,
      nullif(c.name, t.name) AS "issuedName", ${standingColumns}
    FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN villages v ON v.code = t.village_code JOIN townships s ON s.code = v.township_code
    LEFT JOIN certificates c ON c.enrolment_id = e.id AND c.voided_on IS NULL ${standingJoins}
    WHERE e.cohort_id = ${cohortId}::uuid AND e.state ${among(trained)}
    ORDER BY t.sort_name COLLATE "C", t.id`;
  return z
    .array(row)
    .parse(found)
    .map((person) => {
      const { id, version, state, traineeId, name, township, village, idNumberSealed } = person;
      const { certificate, issuedName } = person;
      const standing = standingOf(person);
      const judged = state === "IN_TRAINING" ? judge(standing, terms, today) : null;
      const lastFour = lastFourOf({ id: traineeId, idNumberSealed });
      return {
        id,
        version,
        state,
        name,
        township,
        village,
        lastFour,
        certificate,
        issuedName,
        ...standing,
        judged,
      };
    });
}

export type CompletionRow = Awaited<ReturnType<typeof listCompletions>>[number];
