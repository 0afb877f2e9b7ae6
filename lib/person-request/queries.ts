import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { together, told } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";
import { PersonRequestKind } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  kind: z.enum(PersonRequestKind),
  askedOn: told.day,
  note: z.string(),
  notedById: z.string(),
  notedBy: z.string().nullable(),
  approved: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  decidedAt: told.moment.nullable(),
});

/** R98: what a person asked for and how it was answered, the latest first. */
export async function listRequests(traineeId: string) {
  const asks = Prisma.sql`
    SELECT r.id, r.kind, r.asked_on, r.note, r.noted_by_id, n.name AS noted_by, r.approved, d.name AS decided_by, r.decision, r.decided_at
    FROM person_requests r LEFT JOIN accounts n ON n.id = r.noted_by_id LEFT JOIN accounts d ON d.id = r.decided_by_id
    WHERE r.trainee_id = ${traineeId}::uuid ORDER BY r.asked_on DESC, r.id DESC`;
  return (await together(db, { requests: { asks, shape: row } })).requests;
}

export type PersonRequestRow = Awaited<ReturnType<typeof listRequests>>[number];
