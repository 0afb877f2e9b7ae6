import "server-only";
import { holdCohort } from "@/lib/cohort/commands/hold";
import { edit } from "@/lib/cohort/commands/plan";
import { editCohortInput } from "@/lib/cohort/schema";
import { command } from "@/lib/command/command";

import { holdWaiting, promoteWaiting } from "./promote";

/** R25, I5: another start, place or year may let in whom a rule had passed over; they are asked before anybody else can come in. */
export const editCohort = command({
  verb: "cohort.edit",
  permission: "cohort:draft",
  input: editCohortInput,
  async run(tx, actor, { cohortId, ...input }) {
    const cohort = await holdCohort(tx, cohortId);
    // People come before years in the order of all locks, and the edit takes its years.
    await holdWaiting(tx, cohortId);

    await edit(tx, actor, cohort, input);
    return { promoted: await promoteWaiting(tx, actor, cohortId) };
  },
});
