import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { holdForMove, move } from "@/lib/cohort/mutations/hold";
import { explained } from "@/lib/cohort/mutations/year";
import { refuseIncomplete } from "@/lib/cohort/queries/findings";
import type { ApproveCohort, RefuseCohort } from "@/lib/cohort/schema";
import { transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

/** I16, R22: another person approves; the database takes the planned 人次 off the year, or says that it is full. */
export async function approveCohort(actor: Actor, { cohortId, version, documentNo, opinion }: ApproveCohort) {
  return transaction(async (tx) => {
    const cohort = await holdForMove(tx, cohortId, version, "APPROVED");
    if ([cohort.createdById, cohort.submittedById].includes(actor.id)) throw new Refusal("SAME_PERSON");
    await refuseIncomplete(tx, cohort, actor.today);

    const approval = {
      to: "APPROVED",
      verb: "cohort.approve",
      change: {
        approvedById: actor.id,
        approvalDocumentNo: documentNo,
        stateReason: opinion ?? null,
      },
      told: { documentNo, seats: cohort.fields.seats },
      reason: opinion,
    } as const;
    await explained("PLAN", () => move(tx, actor, cohort, approval));
  });
}

/** Back to the base for changes; editable and to be submitted again. */
export async function returnCohort(actor: Actor, { cohortId, version, reason }: RefuseCohort) {
  return transaction(async (tx) => {
    const cohort = await holdForMove(tx, cohortId, version, "RETURNED");
    await move(tx, actor, cohort, { to: "RETURNED", verb: "cohort.return", change: { stateReason: reason }, reason });
  });
}

export async function rejectCohort(actor: Actor, { cohortId, version, reason }: RefuseCohort) {
  return transaction(async (tx) => {
    const cohort = await holdForMove(tx, cohortId, version, "REJECTED");
    await move(tx, actor, cohort, { to: "REJECTED", verb: "cohort.reject", change: { stateReason: reason }, reason });
  });
}
