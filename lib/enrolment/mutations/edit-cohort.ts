import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { holdCohort } from "@/lib/cohort/mutations/hold";
import { edit } from "@/lib/cohort/mutations/plan";
import type { EditCohort } from "@/lib/cohort/schema";
import { transaction } from "@/lib/database/db";
import { holdWaiting, promoteWaiting } from "./promote";

/** R25, I5: another start, place or year may let in whom a rule had passed over; they are asked before anybody else can come in. */
export function editCohort(actor: Actor, { cohortId, ...input }: EditCohort): Promise<{ promoted: string[] }> {
  return transaction(async (tx) => {
    const cohort = await holdCohort(tx, cohortId);
    // People come before years in the order of all locks, and the edit takes its years.
    await holdWaiting(tx, cohortId);

    await edit(tx, actor, cohort, input);
    return { promoted: await promoteWaiting(tx, actor, cohortId) };
  });
}
