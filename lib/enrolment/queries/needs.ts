import "server-only";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { type ApprovalNeed, isPreparing, judge } from "@/lib/enrolment/rules/judgement";
import { findFacts } from "./facts";

type Asked = Pick<EnrolmentRecord, "id" | "approvalNeeded" | "subsidised"> & { traineeId: string };

/** What of each enrolment of a cohort needs approval today: what stands in the record, and what the rules say now (I42). */
export async function listNeedsOf(cohortId: string, asked: Asked[], today: Day): Promise<Map<string, ApprovalNeed[]>> {
  const facts = await findFacts(
    db,
    cohortId,
    asked.map(({ traineeId }) => traineeId),
    asked.map(({ id }) => id),
  );
  return new Map(
    asked.map(({ id, traineeId, approvalNeeded, subsidised }) => {
      const known = approvalNeeded.filter((need): need is ApprovalNeed => need === "LATE" || need === "OVER_AGE");
      const person = facts?.people.get(traineeId);
      if (!facts || !person || isPreparing(facts.cohort.state)) return [id, known];
      const { needs } = judge(facts.cohort, person, { today, subsidised });
      return [id, [...new Set([...known, ...needs])]];
    }),
  );
}

export const listNeeds = async (
  cohortId: string,
  { trainee, ...asked }: Omit<Asked, "traineeId"> & { trainee: { id: string } },
  today: Day,
): Promise<ApprovalNeed[]> =>
  (await listNeedsOf(cohortId, [{ ...asked, traineeId: trainee.id }], today)).get(asked.id) ?? [];
