import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { unseal } from "@/lib/database/seal";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  traineeId: z.string(),
  name: z.string(),
  idNumberSealed: z.string(),
  phoneSealed: z.string().nullable(),
  villageContact: z.string().nullable(),
  township: z.string(),
  village: z.string(),
  /** Place in the queue; null for who got a place out of it. */
  position: z.number().nullable(),
  promotedOn: z.string().nullable(),
});

/** I5: whom a cohort's freed places concern: who got one from the queue, and who still waits, in its order; telephones are open here. */
export async function readCalls(tx: Tx, cohortId: string) {
  const found = await rows(
    tx,
    row,
    Prisma.sql`
    SELECT e.trainee_id, t.name, t.id_number_sealed, t.phone_sealed, t.village_contact, w.name AS township, v.name AS village,
      CASE WHEN e.state = 'WAITLISTED' THEN (row_number() OVER (PARTITION BY e.state ORDER BY e.queue_no))::int END AS position,
      p.at AS promoted_on
    FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN villages v ON v.code = t.village_code
      JOIN townships w ON w.code = v.township_code
      LEFT JOIN LATERAL (SELECT to_char(max(a.at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at FROM audit_entries a
        WHERE a.subject_id = e.id::text AND a.verb = 'enrolment.promote') p ON true
    WHERE e.cohort_id = ${cohortId}::uuid AND (e.state = 'WAITLISTED' OR e.state IN ('CONFIRMED', 'IN_TRAINING') AND p.at IS NOT NULL)
    ORDER BY e.state = 'WAITLISTED', e.queue_no`,
  );
  return found.map(({ traineeId, idNumberSealed, phoneSealed, ...person }) => ({
    ...person,
    lastFour: idNumberOf({ id: traineeId, idNumberSealed }).slice(-4),
    phone: phoneSealed && unseal("trainees", "phone", traineeId, phoneSealed),
  }));
}
