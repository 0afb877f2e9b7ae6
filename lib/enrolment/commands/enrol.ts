import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { later } from "@/lib/database/direct";
import { newId } from "@/lib/database/id";
import type { CohortFacts, PersonFacts } from "@/lib/enrolment/rules/facts";
import { judge } from "@/lib/enrolment/rules/judgement";
import { fullness, isYearFull, placedVerb, placeFor } from "@/lib/enrolment/rules/place";
import type { EnrolInput } from "@/lib/enrolment/schema";
import { enrolInput } from "@/lib/enrolment/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { Prisma } from "@/prisma/generated/client";
import { holdAndLook } from "./hold";
import { afterWaiting } from "./promote";

export type Enrolled = { enrolmentId: string; state: "APPLIED" | "CONFIRMED" | "WAITLISTED" };

/** R20–R34: a trainee's place in a cohort, at once where it is free; otherwise the waiting list that was chosen, or an application. */
export const enrol = command({
  verb: "enrolment.create",
  permission: "enrolment:create",
  input: enrolInput,
  look: (tx, _, { cohortId, traineeId }) => holdAndLook(tx, { cohortId, traineeIds: [traineeId] }),
  async run(tx, actor, { traineeId, place, unsubsidised = false }, looked) {
    const { cohort, people } = await afterWaiting(tx, actor, looked);
    return admit(tx, actor, cohort, people.get(traineeId), { place, unsubsidised });
  },
});

/** One person into a cohort that is held; what the rules say is asked before anything is written. */
export async function admit(
  tx: Tx,
  actor: Actor,
  cohort: CohortFacts,
  person: PersonFacts | undefined,
  { place, unsubsidised }: Pick<EnrolInput, "place" | "unsubsidised">,
): Promise<Enrolled> {
  if (!person) throw new Refusal("INPUT_WRONG", { field: "traineeId", case: "UNKNOWN_TRAINEE" });
  const { stop, needs, subsidised, warnings } = judge(cohort, person, {
    today: actor.today,
    subsidised: !unsubsidised,
  });
  if (stop) throw new Refusal(stop.refusal, stop.figures);
  const state = placeFor(cohort, needs, place);
  if (state === "FULL") throw new Refusal("COHORT_FULL", { field: "cohortId", ...fullness(cohort) });

  const id = newId();
  const waitStopped =
    state === "WAITLISTED" && cohort.confirmed + cohort.claims < cohort.seats && isYearFull(cohort)
      ? "YEAR_FULL"
      : null;
  // The entry goes in first: the enrolment's trigger takes the year row, which is then held for the COMMIT only.
  await recordAudit(tx, actor, placedVerb[state], {
    type: "enrolment",
    id,
    after: {
      cohort: cohort.number,
      cohortId: cohort.id,
      traineeId: person.id,
      state,
      subsidised,
      approvalNeeded: needs,
      warnings: warnings.map(({ kind }) => kind),
    },
  });
  later(
    tx,
    Prisma.sql`
    INSERT INTO enrolments
      (id, cohort_id, trainee_id, state, subsidised, approval_needed, wait_stopped, created_by_id, is_demo)
    VALUES (${id}::uuid, ${cohort.id}::uuid, ${person.id}::uuid, ${state}::"EnrolmentState", ${subsidised},
      ${needs}::text[], ${waitStopped}, ${actor.id}::uuid, ${actor.isDemo})`,
  );
  return { enrolmentId: id, state };
}
