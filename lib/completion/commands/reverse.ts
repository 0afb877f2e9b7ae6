import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import { reverseOutcomeInput } from "@/lib/completion/schema";
import type { Tx } from "@/lib/database/db";
import { type HeldEnrolment, holdEnrolment } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";

/** R53: until the cohort is closed the director takes an outcome back; the person is in training again, the marks stay. */
export const reverseOutcome = command({
  verb: "enrolment.reverse",
  permission: "outcome:reverse",
  input: reverseOutcomeInput,
  async run(tx, actor, { enrolmentId, version, reason }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    const cohort = await findState(tx, enrolment.cohortId);
    if (cohort.state !== "EXAM") throw new Refusal("WRONG_STATE", cohort);
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
    const cohort = await findState(tx, cohortId);
    if (cohort.state !== "CLOSED") throw new Refusal("WRONG_STATE", cohort);

    await recordAudit(tx, actor, "cohort.reopen", {
      type: "cohort",
      id: cohortId,
      before: { state: "CLOSED" },
      after: { state: "EXAM" },
      reason,
    });
    await tx.cohort.update({
      where: { id: cohortId },
      data: { state: "EXAM", reopenedById: actor.id, reopenReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    await takeBack(tx, actor, enrolment, reason);
    return { cohortId };
  },
});

async function takeBack(tx: Tx, actor: Actor, { id, state }: HeldEnrolment, reason: string) {
  if (state !== "COMPLETED" && state !== "NOT_COMPLETED")
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", state });
  if ((await tx.certificate.count({ where: { enrolmentId: id, voidedOn: null } })) > 0)
    throw new Refusal("WRONG_STATE", { field: "enrolmentId", case: "CERTIFIED" });

  await recordAudit(tx, actor, "enrolment.reverse", {
    type: "enrolment",
    id,
    before: { state },
    after: { state: "IN_TRAINING" },
    reason,
  });
  const signed = { outcomeReversedById: actor.id, outcomeReversalReason: reason };
  await tx.enrolment.update({
    where: { id },
    data: { state: "IN_TRAINING", stateReason: reason, ...signed, version: { increment: 1 } },
    select: { id: true },
  });
}

const findState = (tx: Tx, id: string) =>
  tx.cohort.findUniqueOrThrow({ where: { id }, select: { number: true, state: true } });
