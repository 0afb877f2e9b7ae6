import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import { judgeCohort } from "@/lib/completion/queries/standing";
import type { Judgement } from "@/lib/completion/rules";
import { decideCompletionsInput, recordNotCompletedInput } from "@/lib/completion/schema";
import type { Tx } from "@/lib/database/db";
import { holdCohorts, holdEnrolment } from "@/lib/enrolment/commands/hold";
import { leave } from "@/lib/enrolment/commands/leave";
import { Refusal } from "@/lib/refusal/refusal";

/**
 * R47–R50: ends the training of everybody on whom the rules have a word, and leaves the others in training.
 * What was announced on the page is what is written; otherwise STALE.
 */
export const decideCompletions = command({
  verb: "enrolment.decide",
  permission: "enrolment:complete",
  input: decideCompletionsInput,
  async run(tx, actor, input) {
    await holdExamined(tx, input.cohortId);
    const judged = await judgeCohort(input.cohortId, actor.today, tx);
    const [completed, notCompleted] = (["COMPLETED", "NOT_COMPLETED"] as const).map((outcome) =>
      judged.filter((one) => one.outcome === outcome),
    ) as [typeof judged, typeof judged];
    if (completed.length !== input.completing || notCompleted.length !== input.notCompleting)
      throw new Refusal("STALE", { case: "RELOAD" });

    for (const one of [...completed, ...notCompleted]) await end(tx, actor, one.id, one);
    return { completed: completed.length, notCompleted: notCompleted.length };
  },
});

/** Who stayed away from the exam or gives up the make-up has not completed; refused for who has passed. */
export const recordNotCompleted = command({
  verb: "enrolment.notComplete",
  permission: "enrolment:complete",
  input: recordNotCompletedInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const { cohortId, state } = await holdEnrolment(tx, enrolmentId, version);
    await holdExamined(tx, cohortId);
    const judged = (await judgeCohort(cohortId, actor.today, tx)).find(({ id }) => id === enrolmentId);
    if (!judged || judged.outcome === "COMPLETED") throw new Refusal("WRONG_STATE", { field: "enrolmentId", state });
    if (judged.reasons.some(({ name }) => name === "LESSONS_AHEAD"))
      throw new Refusal("WRONG_STATE", { field: "enrolmentId", case: "OUTCOME_AHEAD" });

    await end(tx, actor, enrolmentId, { outcome: "NOT_COMPLETED", reasons: judged.reasons }, reason);
    return { cohortId };
  },
});

async function holdExamined(tx: Tx, cohortId: string) {
  await holdCohorts(tx, [cohortId]);
  const { state, number } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { state: true, number: true },
  });
  if (state !== "EXAM") throw new Refusal("WRONG_STATE", { number, state });
}

/** The outcome of one person, with the names of the reasons the rules gave. */
async function end(tx: Tx, actor: Actor, id: string, { outcome, reasons }: Judgement, reason?: string) {
  const completes = outcome === "COMPLETED";
  await leave(
    tx,
    actor,
    { id, state: "IN_TRAINING" },
    {
      verb: completes ? "enrolment.complete" : "enrolment.notComplete",
      state: completes ? "COMPLETED" : "NOT_COMPLETED",
      reason,
      outcomeById: actor.id,
      told: { because: reasons.map(({ name }) => name).join(" ") },
    },
  );
}
