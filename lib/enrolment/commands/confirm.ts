import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { isPreparing } from "@/lib/cohort/rules/states";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import type { CohortFacts, PersonFacts } from "@/lib/enrolment/rules/facts";
import { type ApprovalNeed, judge } from "@/lib/enrolment/rules/judgement";
import { confirmablePlace, fullness, placedIn, type WantedPlace } from "@/lib/enrolment/rules/place";
import { confirmApplicationsInput, confirmLateInput } from "@/lib/enrolment/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { approveNeeds, unapproved } from "./approve";
import { changeEnrolment } from "./change";
import { type PersonResult, resultOf } from "./enrol-several";
import { type HeldEnrolment, holdAndLook, holdCohorts, holdEnrolment, holdEnrolments } from "./hold";
import { afterWaiting } from "./promote";

/** Applications become places in the order they came in; whom the last place misses waits, whom a rule stops stays an application. */
export const confirmApplications = command({
  verb: "enrolment.confirm",
  permission: "enrolment:confirm",
  input: confirmApplicationsInput,
  async run(tx, actor, { cohortId, enrolmentIds }) {
    await holdCohorts(tx, [cohortId]);
    const applications = (await holdEnrolments(tx, enrolmentIds)).filter(
      (application) => application.cohortId === cohortId,
    );
    const traineeIds = applications.map(({ traineeId }) => traineeId);
    const except = applications.map(({ id }) => id);
    const { cohort, people } = await afterWaiting(tx, actor, await holdAndLook(tx, { cohortId, traineeIds, except }));

    const results: PersonResult[] = [];
    for (const application of applications) {
      const result = await resultOf(tx, application.id, () =>
        confirm(tx, actor, cohort, people.get(application.traineeId), application, { place: "WAITLISTED" }),
      );
      if ("state" in result && result.state !== "WAITLISTED") cohort.confirmed += 1;
      if ("state" in result && result.state === "WAITLISTED") cohort.claims += 1;
      results.push(result);
    }
    return results;
  },
});

/**
 * R7, R34, I16: a late or over-age application, or somebody in the queue, is confirmed by somebody else than its creator, whose role may
 * approve, with a reason. The approval covers the needs the approver was shown (I42), by themselves those that stand in the record.
 */
export const confirmLate = command({
  verb: "enrolment.confirmLate",
  permission: "enrolment:late",
  as: "approver",
  input: confirmLateInput,
  async run(tx, actor, { enrolmentId, place, reason, version, needs }) {
    const application = await holdEnrolment(tx, enrolmentId, version);
    if (!mayApprove(actor.role, "enrolment:late")) throw new Refusal("NOT_ALLOWED", { field: "enrolmentId" });
    if (application.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "enrolmentId" });

    const { cohortId, traineeId, queueNo } = application;
    const looked = await holdAndLook(tx, { cohortId, traineeIds: [traineeId], except: [enrolmentId] });
    const { cohort, people } = await afterWaiting(tx, actor, looked, queueNo);
    const state = await confirm(tx, actor, cohort, people.get(application.traineeId), application, {
      place,
      reason,
      shown: needs ?? application.approvalNeeded,
    });
    return { cohortId: application.cohortId, state };
  },
});

type Decision = { place: WantedPlace; reason?: string; shown?: readonly ApprovalNeed[] };

async function confirm(
  tx: Tx,
  actor: Actor,
  cohort: CohortFacts,
  person: PersonFacts | undefined,
  application: HeldEnrolment,
  { place, reason, shown = [] }: Decision,
) {
  const waits = application.state === "WAITLISTED" && reason !== undefined;
  if ((application.state !== "APPLIED" && !waits) || !person)
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", state: application.state });
  if (isPreparing(cohort.state))
    throw new Refusal("COHORT_NOT_OPEN", { field: "cohortId", number: cohort.number, state: cohort.state });
  const { stop, needs, subsidised } = judge(cohort, person, { today: actor.today, subsidised: application.subsidised });
  if (stop) throw new Refusal(stop.refusal, stop.figures);
  const needed = [...new Set([...application.approvalNeeded, ...needs])];
  const open = unapproved(application, needed);
  if (open.length > 0 && !reason) throw new Refusal("NOT_ALLOWED", { field: "enrolmentId" });
  // I42: what came up since is asked again.
  if (open.some((need) => !shown.includes(need)))
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", case: "NEW_NEED" });

  const ahead = await countAhead(tx, application);
  const found = confirmablePlace(cohort, place, ahead);
  const to = waits && found === "FULL" ? "WAITLISTED" : found;
  if (to === "FULL") throw new Refusal("COHORT_FULL", { field: "cohortId", ...fullness(cohort, ahead) });

  const state = to === "CONFIRMED" ? placedIn(cohort) : to;
  if (reason) await approveNeeds(tx, actor, application, needed);
  await changeEnrolment(tx, actor, application.id, {
    verb: reason ? "enrolment.confirmLate" : "enrolment.confirm",
    before: { state: application.state },
    after: { state, subsidised, approvalNeeded: needed },
    reason,
    data: {
      ...(reason && { stateReason: reason }),
      state: to,
      subsidised,
      approvalNeeded: needed,
      waitStopped: null,
    },
  });
  // The arrows know no way from an application straight into training (I15): both steps are one decision.
  if (state === "IN_TRAINING")
    await tx.enrolment.update({ where: { id: application.id }, data: { state }, select: { id: true } });
  return state;
}

const counted = z.array(z.object({ ahead: z.number() })).length(1);

/** I5: how many before this one could have the place. */
async function countAhead(tx: Tx, { cohortId, queueNo }: HeldEnrolment): Promise<number> {
  const rows = await tx.$queryRaw`SELECT claims_before(${cohortId}::uuid, ${queueNo}) AS ahead`;
  return (counted.parse(rows) as [{ ahead: number }])[0].ahead;
}
