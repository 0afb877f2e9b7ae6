import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";

const row = z.object({ needed: z.number().nullable() });

/** R37: how many seats a lesson of these cohorts needs of a classroom, as the law counts them. */
export async function findSeatsNeeded(tx: Tx, cohortIds: string[]): Promise<number> {
  const found = await tx.$queryRaw`SELECT seats_needed(${cohortIds}::uuid[]) AS needed`;
  const [{ needed }] = z.tuple([row]).parse(found);
  return needed ?? 0;
}
