import "server-only";
import { changeCohort } from "@/lib/cohort/commands/change";
import { holdForMove } from "@/lib/cohort/commands/hold";
import { refuseIncomplete } from "@/lib/cohort/queries/findings";
import { moveCohortInput } from "@/lib/cohort/schema";
import { command } from "@/lib/command/command";

/** The opening application: what is missing is refused in one list, what only deserves a word is stored with it. */
export const submitCohort = command({
  verb: "cohort.submit",
  permission: "cohort:submit",
  input: moveCohortInput,
  async run(tx, actor, { cohortId, version }) {
    const cohort = await holdForMove(tx, cohortId, version, "SUBMITTED");
    const advice = await refuseIncomplete(tx, cohort, actor.today);

    const warnings = advice.map(({ name }) => name).join(" ");
    await changeCohort(tx, actor, cohort, {
      verb: "cohort.submit",
      to: { state: "SUBMITTED" },
      signed: { submittedById: actor.id, stateReason: null },
      told: warnings ? { warnings } : {},
    });
  },
});
