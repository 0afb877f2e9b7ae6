import "server-only";
import { z } from "zod";
import type { Question } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";

const shape = z.object({ pending: z.number(), leaves: z.number() });

/** How much waits for a word that this person may give: pending marks, and leave that somebody else asked for. */
export const attendanceWaiting = (actorId: string): Question<typeof shape> => ({
  asks: Prisma.sql`
    SELECT (SELECT count(*)::int FROM pending_marks WHERE state = 'OPEN') AS pending,
      (SELECT count(*)::int FROM leaves WHERE approved IS NULL AND asked_by_id <> ${actorId}::uuid) AS leaves`,
  shape,
});
