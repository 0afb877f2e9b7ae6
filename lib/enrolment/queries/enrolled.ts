import "server-only";
import { db } from "@/lib/database/db";
import { left } from "@/lib/trainee/rules/enrolment-states";

/** Which of some people are in a cohort already (R20). */
export async function listEnrolled(cohortId: string, traineeIds: string[]): Promise<Set<string>> {
  const found = await db.enrolment.findMany({
    where: { cohortId, traineeId: { in: traineeIds }, state: { notIn: [...left] } },
    select: { traineeId: true },
  });
  return new Set(found.map(({ traineeId }) => traineeId));
}
