import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db";

const row = z.object({ id: z.string(), needed: z.number().nullable() });

/** R37: how many seats each of some lessons needs of a classroom, as the law counts them. */
export async function listSeatsNeeded(tx: Tx, lessonIds: string[]): Promise<Map<string, number>> {
  if (lessonIds.length === 0) return new Map();
  const found = await tx.$queryRaw`
    SELECT id, seats_needed(ARRAY(SELECT cohort_id FROM lesson_cohorts WHERE lesson_id = l.id)) AS needed
    FROM lessons l WHERE id = ANY (${lessonIds}::uuid[])`;
  return new Map(
    z
      .array(row)
      .parse(found)
      .map(({ id, needed }) => [id, needed ?? 0]),
  );
}

/** R37: the same for a lesson of these cohorts that is still to be booked. */
export async function findSeatsNeeded(tx: Tx, cohortIds: string[]): Promise<number> {
  const found = await tx.$queryRaw`SELECT seats_needed(${cohortIds}::uuid[]) AS needed`;
  const [{ needed }] = z.tuple([row.pick({ needed: true })]).parse(found);
  return needed ?? 0;
}
