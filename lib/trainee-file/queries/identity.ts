import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import { rowsOf } from "@/lib/trainee/queries/rows-of";
import { Prisma } from "@/prisma/generated/client";

const name = z.object({ formerName: z.string(), name: z.string(), changedAt: told.moment });

/** What a person was called before, the latest change first. */
export const formerNamesOf = (traineeId: string): Question<typeof name> => ({
  asks: Prisma.sql`
    SELECT former_name, name, changed_at FROM trainee_names WHERE trainee_id IN ${rowsOf(traineeId)} ORDER BY changed_at DESC, id DESC`,
  shape: name,
});

const correction = z.object({
  id: z.string(),
  reason: z.string(),
  proposedOn: told.day,
  proposedBy: z.string().nullable(),
  approved: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
});

/** R5: the wishes to correct a person's number and what came of them; the numbers themselves are told masked in the history. */
export const correctionsOf = (traineeId: string): Question<typeof correction> => ({
  asks: Prisma.sql`
    SELECT c.id, c.reason, c.proposed_on, p.name AS proposed_by, c.approved, d.name AS decided_by, c.decision
    FROM identity_corrections c LEFT JOIN accounts p ON p.id = c.proposed_by_id LEFT JOIN accounts d ON d.id = c.decided_by_id
    WHERE c.trainee_id IN ${rowsOf(traineeId)} ORDER BY c.proposed_on DESC, c.id DESC`,
  shape: correction,
});
