import "server-only";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { isPreparing } from "@/lib/cohort/rules/states";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import type { CohortFacts } from "@/lib/enrolment/rules/facts";
import { judge } from "@/lib/enrolment/rules/judgement";
import { fullness, placedIn } from "@/lib/enrolment/rules/place";
import { transferDecision } from "@/lib/enrolment/rules/states";
import { decideInput, transferInput } from "@/lib/enrolment/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { approveNeeds, unapproved } from "./approve";
import { changeEnrolment } from "./change";
import { type HeldEnrolment, holdEnrolment, holdPeople, lookAt } from "./hold";
import { promoteWaiting } from "./promote";

export type Transferred = { outcome: "MOVED" | "REQUESTED"; cohortId: string; promoted: string[] };

/** R28: within the first two training days the enrolment moves to the other cohort and stays 1 人次; later somebody has to approve. */
export const transfer = command({
  verb: "enrolment.transfer",
  permission: "enrolment:transfer",
  input: transferInput,
  async run(tx, actor, { enrolmentId, toCohortId, reason, version }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version, toCohortId);
    refuseUnlessPlaced(enrolment, toCohortId);
    const from = await lookAt(tx, enrolment.cohortId, []);
    const target = await judgeTarget(tx, actor, enrolment, toCohortId);
    const { transferDays } = from.cohort.limits;

    const free = transferDecision(actor.today, from.cohort.trainingDays, transferDays) === "free";
    if (free && !target.needsApproval)
      return move(tx, actor, enrolment, from.cohort, target, { verb: "enrolment.transfer", reason });

    await changeEnrolment(tx, actor, enrolmentId, {
      verb: "enrolment.requestTransfer",
      after: { transferTo: target.cohort.number, transferToId: toCohortId },
      reason,
      data: {
        transferToId: toCohortId,
        transferRequestedById: actor.id,
        transferApprovedById: null,
        transferReason: reason,
      },
    });
    return { outcome: "REQUESTED", cohortId: enrolment.cohortId, promoted: [] };
  },
});

/** R28, I16: a late transfer is approved by somebody else than who asked for it, in a role that may. */
export const approveTransfer = command({
  verb: "enrolment.approveTransfer",
  permission: "enrolment:transferLate",
  as: "approver",
  input: decideInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const asked = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { transferToId: true } });
    if (!asked?.transferToId) throw new Refusal("WRONG_STATE", { field: "enrolmentId" });
    const enrolment = await holdEnrolment(tx, enrolmentId, version, asked.transferToId);
    refuseUnlessPlaced(enrolment, asked.transferToId);
    if (!mayApprove(actor.role, "enrolment:transferLate")) throw new Refusal("NOT_ALLOWED", { field: "enrolmentId" });
    if ([enrolment.transferRequestedById, enrolment.createdById].includes(actor.id))
      throw new Refusal("SAME_PERSON", { field: "enrolmentId" });

    const from = await lookAt(tx, enrolment.cohortId, []);
    const target = await judgeTarget(tx, actor, enrolment, asked.transferToId);
    return move(tx, actor, enrolment, from.cohort, target, {
      verb: "enrolment.approveTransfer",
      reason,
      approvedById: actor.id,
    });
  },
});

/** The request is withdrawn or not followed; the trainee stays. */
export const declineTransfer = command({
  verb: "enrolment.declineTransfer",
  permission: "enrolment:transferLate",
  input: decideInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    if (!enrolment.transferToId) throw new Refusal("WRONG_STATE", { field: "enrolmentId" });

    await changeEnrolment(tx, actor, enrolmentId, {
      verb: "enrolment.declineTransfer",
      before: { transferToId: enrolment.transferToId },
      reason,
      data: { transferToId: null, stateReason: reason },
    });
    return { cohortId: enrolment.cohortId };
  },
});

function refuseUnlessPlaced({ state, cohortId }: HeldEnrolment, toCohortId: string): void {
  if (state !== "CONFIRMED" && state !== "IN_TRAINING")
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", state });
  if (cohortId === toCohortId) throw new Refusal("ALREADY_ENROLLED", { field: "toCohortId" });
}

/** The rules of the new cohort, with the enrolment itself left out; R28 takes the place of the approval for a late start (R34). */
async function judgeTarget(tx: Tx, actor: Actor, enrolment: HeldEnrolment, toCohortId: string) {
  await holdPeople(tx, [enrolment.traineeId]);
  const { cohort, people } = await lookAt(tx, toCohortId, [enrolment.traineeId], [enrolment.id]);
  const person = people.get(enrolment.traineeId);
  if (!person || isPreparing(cohort.state))
    throw new Refusal("COHORT_NOT_OPEN", { field: "toCohortId", number: cohort.number, state: cohort.state });

  const { stop, needs, subsidised } = judge(cohort, person, { today: actor.today, subsidised: enrolment.subsidised });
  if (stop) throw new Refusal(stop.refusal, { ...stop.figures, field: "toCohortId" });
  if (cohort.confirmed + cohort.claims >= cohort.seats)
    throw new Refusal("COHORT_FULL", { ...fullness(cohort), field: "toCohortId" });
  const overAge = needs.includes("OVER_AGE");
  return { cohort, subsidised, overAge, needsApproval: overAge && unapproved(enrolment, ["OVER_AGE"]).length > 0 };
}

type Target = { cohort: CohortFacts; subsidised: boolean; overAge: boolean; needsApproval: boolean };
type Move = { verb: Verb; reason: string; approvedById?: string };

async function move(
  tx: Tx,
  actor: Actor,
  enrolment: HeldEnrolment,
  from: CohortFacts,
  target: Target,
  { verb, reason, approvedById }: Move,
): Promise<Transferred> {
  const { cohort, subsidised, overAge, needsApproval } = target;
  const state = placedIn(cohort);
  const approvalNeeded = overAge ? [...new Set([...enrolment.approvalNeeded, "OVER_AGE"])] : enrolment.approvalNeeded;
  // R7: the approver of the transfer of an over-age person approves the place as well.
  if (approvedById && needsApproval) await approveNeeds(tx, actor, enrolment, ["OVER_AGE"]);
  await changeEnrolment(tx, actor, enrolment.id, {
    verb,
    before: { cohort: from.number, cohortId: from.id, state: enrolment.state },
    after: { cohort: cohort.number, cohortId: cohort.id, state, subsidised },
    reason,
    data: {
      cohortId: cohort.id,
      state,
      subsidised,
      approvalNeeded,
      transferToId: null,
      transferReason: reason,
      // A free transfer was asked of nobody; a request it overtook is void.
      ...(approvedById
        ? { transferApprovedById: approvedById }
        : { transferRequestedById: null, transferApprovedById: null }),
    },
  });
  return { outcome: "MOVED", cohortId: cohort.id, promoted: await promoteWaiting(tx, actor, from.id) };
}
