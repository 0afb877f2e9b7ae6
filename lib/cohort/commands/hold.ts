import "server-only";
import { type CohortState, mayCohortBecome } from "@/lib/cohort/rules/states";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { dayFromDate } from "@/lib/value/calendar";

/** Locks the cohort and reads it afterwards, in a second statement, so that what is read is what holds. */
export async function holdCohort(tx: Tx, id: string) {
  await hold(tx, "cohorts", id);
  const cohort = await tx.cohort.findUnique({ where: { id }, select: held });
  if (!cohort) throw new Refusal("WRONG_STATE");

  const {
    createdById,
    submittedById,
    closingProposedById,
    number,
    state,
    confirmed,
    version,
    startsOn,
    endsOn,
    ...rest
  } = cohort;
  const fields = { ...rest, startsOn: dayFromDate(startsOn), endsOn: dayFromDate(endsOn) };
  return { id, number, state, confirmed, version, createdById, submittedById, closingProposedById, fields };
}

export type HeldCohort = Awaited<ReturnType<typeof holdCohort>>;

/** I15, I27: held, on an arrow that leads there, and as the person saw it; a step with a `from` of its own takes no other arrow. */
export async function holdForMove(
  tx: Tx,
  id: string,
  version: number,
  to: CohortState,
  from?: CohortState,
): Promise<HeldCohort> {
  const cohort = await holdCohort(tx, id);
  if (!mayCohortBecome(cohort.state, to) || (from && cohort.state !== from)) {
    throw new Refusal("WRONG_STATE", { number: cohort.number, state: cohort.state, wanted: to });
  }
  refuseOtherVersion(cohort, version, { case: "RELOAD" });
  return cohort;
}

const held = {
  createdById: true,
  submittedById: true,
  closingProposedById: true,
  number: true,
  state: true,
  confirmed: true,
  version: true,
  title: true,
  courseId: true,
  startsOn: true,
  endsOn: true,
  atBase: true,
  place: true,
  seats: true,
  contact: true,
  examPlan: true,
  material: true,
} as const;
