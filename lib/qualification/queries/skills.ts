import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { certificatesAtWork } from "@/lib/qualification/queries/certificates";
import { lapsedOn } from "@/lib/qualification/rules";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const name = z.object({ occupation: z.string() });

/** What can be ticked for a trainer: all occupations that courses name, and those kept that none names any more. */
export async function listOccupations(kept: readonly string[] = []): Promise<string[]> {
  const { occupations } = await together(db, {
    occupations: { asks: Prisma.sql`SELECT occupation FROM occupations_of_courses() AS occupation`, shape: name },
  });
  return [...new Set([...occupations.map(({ occupation }) => occupation), ...kept])].sort();
}

/** What one trainer can teach. */
export async function listSkills(trainerId: string): Promise<string[]> {
  const found = await db.trainerSkill.findMany({
    where: { trainerId },
    orderBy: { occupation: "asc" },
    select: { occupation: true },
  });
  return found.map(({ occupation }) => occupation);
}

const able = z.object({ cohortId: z.string(), trainerIds: z.array(z.string()) });

/**
 * Who can teach each of these cohorts: whose skills hold an occupation of its course (R33). With the trainers whose certificates have all
 * ended by the day, and when.
 */
export async function findAble(cohortIds: readonly string[], on: Day) {
  const found = await together(db, {
    able: {
      asks: Prisma.sql`
        SELECT c.id AS cohort_id, ARRAY(
          SELECT DISTINCT s.trainer_id FROM trainer_skills s JOIN courses k ON k.id = c.course_id
          WHERE s.occupation = k.occupation
            OR s.occupation IN (SELECT occupation FROM course_occupations WHERE course_id = k.id)) AS trainer_ids
        FROM cohorts c WHERE c.id = ANY (${[...cohortIds]}::uuid[])`,
      shape: able,
    },
    certificates: certificatesAtWork(on),
  });
  const lapses = found.certificates.flatMap(({ trainerId, certificates }) => {
    const lapsed = lapsedOn(certificates, on);
    return lapsed ? [[trainerId, lapsed] as const] : [];
  });
  return {
    able: Object.fromEntries(found.able.map(({ cohortId, trainerIds }) => [cohortId, trainerIds])),
    lapsed: Object.fromEntries(lapses) as Partial<Record<string, Day>>,
  };
}
