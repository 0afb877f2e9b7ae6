import "server-only";
import { command, step } from "@/lib/command/command";
import { walkInInput } from "@/lib/enrolment/schema";
import { registerTrainee } from "@/lib/trainee/commands/register";
import { enrol } from "./enrol";

/** Somebody nobody knows yet is registered and enrolled, or neither. */
export const walkIn = command({
  verb: "enrolment.walkIn",
  fieldsOf: "trainee",
  permission: "enrolment:create",
  input: walkInInput,
  async run(tx, actor, { cohortId, place, ...trainee }) {
    const { id: traineeId } = await registerTrainee.run(tx, actor, trainee);
    return { traineeId, ...(await step(enrol, tx, actor, { cohortId, traineeId, place, unsubsidised: false })) };
  },
});
