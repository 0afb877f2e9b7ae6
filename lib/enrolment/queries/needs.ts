import "server-only";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { type ApprovalNeed, isPreparing, judge } from "@/lib/enrolment/rules/judgement";
import { findFacts } from "./facts";

type Asked = Pick<EnrolmentRecord, "id" | "approvalNeeded" | "subsidised" | "trainee">;

/** What of an enrolment needs approval today: what stands in the record, and what the rules say now (I42). */
export async function listNeeds(
  cohortId: string,
  { id, trainee, ...asked }: Asked,
  today: Day,
): Promise<ApprovalNeed[]> {
  const facts = await findFacts(db, cohortId, [trainee.id], [id]);
  const person = facts?.people.get(trainee.id);
  const known = asked.approvalNeeded.filter((need): need is ApprovalNeed => need === "LATE" || need === "OVER_AGE");
  if (!facts || !person || isPreparing(facts.cohort.state)) return known;
  const { needs } = judge(facts.cohort, person, { today, subsidised: asked.subsidised });
  return [...new Set([...known, ...needs])];
}
