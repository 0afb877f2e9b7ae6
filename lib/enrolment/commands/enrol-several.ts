import "server-only";
import { command } from "@/lib/command/command";
import { type No, row } from "@/lib/command/row";
import type { Tx } from "@/lib/database/db";
import { enrolSeveralInput } from "@/lib/enrolment/schema";
import { admit, type Enrolled } from "./enrol";
import { holdAndLook } from "./hold";
import { afterWaiting } from "./promote";

/** What became of one of several people; MOVED and STAYS answer a wish to be transferred. */
export type State = Enrolled["state"] | "IN_TRAINING" | "REJECTED" | "MOVED" | "STAYS";

/** The state somebody has now, or why it was refused. */
export type PersonResult = { id: string } & ({ state: State } | No);

/** Several known trainees into one cohort: each alone is enrolled, listed or refused; whom the last place misses waits only if that was chosen. */
export const enrolSeveral = command({
  verb: "enrolment.createSeveral",
  permission: "enrolment:create",
  input: enrolSeveralInput,
  look: (tx, _, { cohortId, traineeIds }) => holdAndLook(tx, { cohortId, traineeIds }),
  async run(tx, actor, { traineeIds, place }, looked): Promise<PersonResult[]> {
    const { cohort, people } = await afterWaiting(tx, actor, looked);
    const results: PersonResult[] = [];
    for (const id of new Set(traineeIds)) {
      results.push(
        await resultOf(tx, id, async () => {
          const { state } = await admit(tx, actor, cohort, people.get(id), { place, unsubsidised: false });
          if (state === "CONFIRMED") takePlace(cohort);
          if (state === "WAITLISTED") cohort.claims += 1;
          return state;
        }),
      );
    }
    return results;
  },
});

function takePlace(cohort: { confirmed: number; year: { held: number } }) {
  cohort.confirmed += 1;
  cohort.year.held += 1;
}

/** One person's result, refused alone where the rules or the database say no. */
export async function resultOf(tx: Tx, id: string, step: () => Promise<State>): Promise<PersonResult> {
  const result = await row(tx, step);
  return "outcome" in result ? { id, state: result.outcome } : { id, ...result };
}
