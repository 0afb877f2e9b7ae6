import "server-only";
import { isPreparing } from "@/lib/cohort/rules/states";
import { db } from "@/lib/database/db";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { type ApprovalNeed, judge, type Stop } from "@/lib/enrolment/rules/judgement";
import type { Day } from "@/lib/value/calendar";
import { findFacts } from "./facts";

type Asked = Pick<EnrolmentRecord, "id" | "approvalNeeded" | "subsidised"> & { traineeId: string };

/** What an approval is asked for, and what would refuse it whoever gives it. */
export type Needing = { needs: ApprovalNeed[]; stop: Stop | undefined };

/** What of each enrolment of a cohort needs approval today: what stands in the record, and what the rules say now (I42). */
export async function listNeedsOf(cohortId: string, asked: Asked[], today: Day): Promise<Map<string, Needing>> {
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
      if (!facts || !person) return [id, { needs: known, stop: undefined }];
      const { number, state } = facts.cohort;
      if (isPreparing(state))
        return [
          id,
          { needs: known, stop: { refusal: "COHORT_NOT_OPEN", figures: { field: "cohortId", number, state } } },
        ];
      const { needs, stop } = judge(facts.cohort, person, { today, subsidised });
      return [id, { needs: [...new Set([...known, ...needs])], stop }];
    }),
  );
}

export async function findNeeds(
  cohortId: string,
  { trainee, ...asked }: Omit<Asked, "traineeId"> & { trainee: { id: string } },
  today: Day,
): Promise<Needing> {
  const found = await listNeedsOf(cohortId, [{ ...asked, traineeId: trainee.id }], today);
  return found.get(asked.id) ?? { needs: [], stop: undefined };
}
