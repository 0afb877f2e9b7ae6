import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  enrolmentId: z.string(),
  cohortId: z.string(),
  number: z.string(),
  traineeId: z.string(),
  name: z.string(),
  idNumberSealed: z.string(),
  mark: z.enum(AttendanceMark),
  fromDay: z.string(),
  toDay: z.string(),
  reason: z.string(),
  askedById: z.string(),
  askedBy: z.string(),
  approved: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
});

/** Leave of one enrolment, or all that waits for a word, in the order of its days. */
export async function listLeaves(which: { enrolmentId: string } | "open") {
  const found = await rows(
    db,
    row,
    Prisma.sql`
    SELECT v.id, v.enrolment_id, c.id AS cohort_id, c.number, t.id AS trainee_id, t.name, t.id_number_sealed, v.mark, v.from_day::text,
      v.to_day::text, v.reason, v.asked_by_id, a.name AS asked_by, v.approved, d.name AS decided_by, v.decision
    FROM leaves v JOIN enrolments e ON e.id = v.enrolment_id JOIN cohorts c ON c.id = e.cohort_id JOIN trainees t ON t.id = e.trainee_id
    JOIN accounts a ON a.id = v.asked_by_id LEFT JOIN accounts d ON d.id = v.decided_by_id
    WHERE ${which === "open" ? Prisma.sql`v.approved IS NULL` : Prisma.sql`v.enrolment_id = ${which.enrolmentId}::uuid`}
    ORDER BY v.from_day, v.id`,
  );
  return found.map(({ idNumberSealed, ...one }) => ({
    ...one,
    lastFour: lastFourOf({ id: one.traineeId, idNumberSealed }),
  }));
}

export type LeaveRow = Awaited<ReturnType<typeof listLeaves>>[number];
