import "server-only";
import { z } from "zod";
import { among } from "@/lib/database/among";
import { db, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { told } from "@/lib/database/together";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { withPlace } from "@/lib/trainee/rules/enrolment-states";
import { Prisma } from "@/prisma/generated/client";
import { EnrolmentState, Sex } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  traineeId: z.string(),
  name: z.string(),
  sex: z.enum(Sex),
  idNumberSealed: z.string(),
  township: z.string(),
  village: z.string(),
  state: z.enum(EnrolmentState),
  stateReason: z.string().nullable(),
  arrivalId: z.string().nullable(),
  arrivedOn: told.day.nullable(),
  /** Noted at the desk, marked present in a lesson, or typed of an old cohort. */
  knownBy: z.enum(["NOTED", "ROLL", "LEDGER"]).nullable(),
  notedBy: z.string().nullable(),
  notedAt: z.date().nullable(),
});

/** Who has one of the cohort's places, by name, and since when each of them is here (R26). */
export const listArrivals = (cohortId: string) => readArrivals(db, cohortId);

/** The same within a transaction, or of who is in other states. */
export async function readArrivals(tx: Tx, cohortId: string, states: readonly EnrolmentState[] = withPlace) {
  const found = await rows(
    tx,
    row,
    Prisma.sql`
    SELECT e.id, t.id AS trainee_id, t.name, t.sex, t.id_number_sealed, w.name AS township, v.name AS village, e.state, e.state_reason,
      s.arrival_id, s.arrived_on::text, s.known_by, b.name AS noted_by, a.noted_at
    FROM enrolments e JOIN trainees t ON t.id = e.trainee_id JOIN villages v ON v.code = t.village_code
    JOIN townships w ON w.code = v.township_code JOIN arrival_standings s ON s.enrolment_id = e.id
    LEFT JOIN arrivals a ON a.id = s.arrival_id LEFT JOIN accounts b ON b.id = a.noted_by_id
    WHERE e.cohort_id = ${cohortId}::uuid AND e.state ${among(states)} ORDER BY t.sort_name COLLATE "C", t.id`,
  );
  return found.map(({ idNumberSealed, ...one }) => ({
    ...one,
    lastFour: lastFourOf({ id: one.traineeId, idNumberSealed }),
  }));
}

export type ArrivalRow = Awaited<ReturnType<typeof readArrivals>>[number];
