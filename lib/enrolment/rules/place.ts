import { isPreparing } from "@/lib/cohort/rules/states";
import type { CohortFacts } from "./facts";
import type { ApprovalNeed } from "./judgement";

/** What somebody saw and chose before submitting; nobody is put on the waiting list silently. */
export type WantedPlace = "CONFIRMED" | "WAITLISTED";

/** Where an enrolment begins; FULL is for the person to decide. */
export function placeFor(
  cohort: CohortFacts,
  needs: readonly ApprovalNeed[],
  wanted: WantedPlace,
): "APPLIED" | "CONFIRMED" | "WAITLISTED" | "FULL" {
  if (isPreparing(cohort.state) || needs.length > 0) return "APPLIED";
  return confirmablePlace(cohort, wanted);
}

/**
 * I5: a wish to wait while a place is free gets the place; a free place that somebody before could have is not free. Only an approved
 * cohort takes new people into its queue.
 */
export function confirmablePlace(
  cohort: CohortFacts,
  wanted: WantedPlace,
  ahead = cohort.claims,
): "CONFIRMED" | "WAITLISTED" | "FULL" {
  const waits = wanted === "WAITLISTED" && cohort.state === "APPROVED";
  if (cohort.confirmed + ahead < cohort.seats) return waits && isYearFull(cohort) ? "WAITLISTED" : "CONFIRMED";
  return waits ? "WAITLISTED" : "FULL";
}

/** R28: a place in a cohort that has begun is training; in one that has not, it waits for the start, wherever its trainee comes from. */
export const placedIn = ({ state }: CohortFacts): "CONFIRMED" | "IN_TRAINING" =>
  state === "IN_PROGRESS" ? "IN_TRAINING" : "CONFIRMED";

/** R21, R27: training off the base takes nothing off the year. */
export const isYearFull = ({ atBase, year }: CohortFacts): boolean => atBase && year.held >= year.capacity;

/** The figures of a refusal: full, or promised to those who wait. */
export const fullness = (
  { number, seats, confirmed, claims }: CohortFacts,
  ahead = claims,
): Record<string, string | number> =>
  confirmed < seats ? { case: "QUEUE", number, seats, waiting: ahead } : { number, seats };

/** What really came of an enrolment, as the act it is told by: a place, the waiting list or an application. */
export const placedVerb = {
  CONFIRMED: "enrolment.create",
  WAITLISTED: "enrolment.waitlist",
  APPLIED: "enrolment.apply",
} as const;
