import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { holdForMove, move } from "@/lib/cohort/mutations/hold";
import { listFindings } from "@/lib/cohort/queries/findings";
import type { MoveCohort } from "@/lib/cohort/schema";
import { transaction } from "@/lib/db";
import { Refusal } from "@/lib/refusal";

/** The opening application: what blocks is refused, what only deserves a word is stored with it. */
export async function submitCohort(actor: Actor, { cohortId, version }: MoveCohort) {
  return transaction(async (tx) => {
    const cohort = await holdForMove(tx, cohortId, version, "SUBMITTED");
    const findings = await listFindings(cohortId, actor.today, tx);
    const blocking = findings.find(({ blocks }) => blocks);
    if (blocking) throw new Refusal("INPUT_WRONG", { case: blocking.name, ...blocking.figures });

    const warnings = findings.map(({ name }) => name).join(" ");
    await move(tx, actor, cohort, {
      to: "SUBMITTED",
      verb: "cohort.submit",
      change: { submittedById: actor.id, stateReason: null },
      told: warnings ? { warnings } : {},
    });
  });
}
