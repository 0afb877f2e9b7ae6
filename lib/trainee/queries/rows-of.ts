import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** The rows of one person, for a larger question: the kept one, and those merged into it (decision 0023). */
export const rowsOf = (traineeId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM trainees WHERE id = ${traineeId}::uuid OR merged_into_id = ${traineeId}::uuid)`;
