import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { changeCohort } from "@/lib/cohort/commands/change";
import { holdCohort } from "@/lib/cohort/commands/hold";
import { command } from "@/lib/command/command";
import { reverseOutcomeInput } from "@/lib/completion/schema";
import type { Tx } from "@/lib/database/db";
import { changeEnrolment } from "@/lib/enrolment/commands/change";
import { type HeldEnrolment, holdEnrolment } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";

/** R53: until the cohort is closed the director takes an outcome back; the person is in training again, the marks stay. */
export const reverseOutcome = command({
  verb: "enrolment.reverse",
  permission: "outcome:reverse",
  input: reverseOutcomeInput,
  async run(tx, actor, { enrolmentId, version, reason }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    const { number, state } = await holdCohort(tx, enrolment.cohortId);
    if (state !== "EXAM") throw new Refusal("WRONG_STATE", { number, state });
    await takeBack(tx, actor, enrolment, reason);
    return { cohortId: enrolment.cohortId };
  },
});

/** R53: of a closed cohort the county does it, and the cohort is in its exam again until it is closed anew. */
export const reopenOutcome = command({
  verb: "cohort.reopen",
  permission: "outcome:reopen",
  input: reverseOutcomeInput,
  async run(tx, actor, { enrolmentId, version, reason }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    const { cohortId } = enrolment;
    const cohort = await holdCohort(tx, cohortId);
    const { number, state } = cohort;
    if (state !== "CLOSED") throw new Refusal("WRONG_STATE", { number, state });

    const signed = { reopenedById: actor.id, reopenReason: reason };
    await changeCohort(tx, actor, cohort, { verb: "cohort.reopen", to: { state: "EXAM" }, signed, reason });
    await takeBack(tx, actor, enrolment, reason);
    return { cohortId };
  },
});

async function takeBack(tx: Tx, actor: Actor, { id, state }: HeldEnrolment, reason: string) {
  if (state !== "COMPLETED" && state !== "NOT_COMPLETED")
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", state });
  if ((await tx.certificate.count({ where: { enrolmentId: id, voidedOn: null } })) > 0)
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", case: "CERTIFIED" });

  await changeEnrolment(tx, actor, id, {
    verb: "enrolment.reverse",
    before: { state },
    after: { state: "IN_TRAINING" },
    reason,
    data: {
      state: "IN_TRAINING",
      stateReason: reason,
      outcomeReversedById: actor.id,
      outcomeReversalReason: reason,
    },
  });
}
