import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import type { WantedPlace } from "@/lib/enrolment/rules/place";
import { registerTrainee } from "@/lib/trainee/mutations/register";
import type { RegisterTrainee } from "@/lib/trainee/schema";
import { type Enrolled, enrol } from "./enrol";

/** Somebody nobody knows yet is registered and enrolled, or neither. */
export function walkIn(
  actor: Actor,
  { cohortId, place, trainee }: { cohortId: string; place: WantedPlace; trainee: RegisterTrainee },
): Promise<Enrolled & { traineeId: string }> {
  return transaction(async () => {
    const { id: traineeId } = await registerTrainee(actor, trainee);
    return { traineeId, ...(await enrol(actor, { cohortId, traineeId, place })) };
  });
}
