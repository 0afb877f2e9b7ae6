import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { holdForMove, move } from "@/lib/cohort/mutations/hold";
import { refuseIncomplete } from "@/lib/cohort/queries/findings";
import type { MoveCohort } from "@/lib/cohort/schema";
import { transaction } from "@/lib/database/db";

/** The opening application: what is missing is refused in one list, what only deserves a word is stored with it. */
export async function submitCohort(actor: Actor, { cohortId, version }: MoveCohort) {
  return transaction(async (tx) => {
    const cohort = await holdForMove(tx, cohortId, version, "SUBMITTED");
    const advice = await refuseIncomplete(tx, cohort, actor.today);

    const warnings = advice.map(({ name }) => name).join(" ");
    await move(tx, actor, cohort, {
      to: "SUBMITTED",
      verb: "cohort.submit",
      change: { submittedById: actor.id, stateReason: null },
      told: warnings ? { warnings } : {},
    });
  });
}
