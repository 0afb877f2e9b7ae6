import { addDays, type Day, weekday } from "@/lib/value/calendar";
import type { CohortState, EnrolmentState } from "@/prisma/generated/enums";

/**
 * What careful staff would keep on paper: cohorts, who holds which place, who waits in which order. It counts where the
 * portal keeps counters, knows no lock and no database, and leans on none of the portal's rules.
 */
export type World = {
  capacity: Record<number, number>;
  cohorts: Cohort[];
  /** In the order in which they came in, which is the order of waiting. */
  enrolments: Enrolment[];
};

export type Cohort = {
  id: string;
  state: CohortState;
  seats: number;
  startsOn: Day;
  atBase: boolean;
  createdBy: string;
  submittedBy: string | null;
  closingProposedBy: string | null;
  version: number;
};

export type Enrolment = {
  id: string;
  traineeId: string;
  cohortId: string;
  state: EnrolmentState;
  isLate: boolean;
  waitStopped: string | null;
  createdBy: string;
  approvedBy: string | null;
  transferTo: string | null;
  transferRequestedBy: string | null;
  version: number;
};

export type Place = "CONFIRMED" | "WAITLISTED";

const placed: EnrolmentState[] = ["CONFIRMED", "IN_TRAINING", "COMPLETED", "NOT_COMPLETED", "DROPPED"];
const gone: EnrolmentState[] = ["CANCELLED", "REJECTED", "NO_SHOW"];
const preparing: CohortState[] = ["DRAFT", "SUBMITTED", "RETURNED"];
const begun: CohortState[] = ["IN_PROGRESS", "EXAM", "CLOSED"];

export const cohortOf = (world: World, id: string): Cohort => found(world.cohorts.find((one) => one.id === id));
export const enrolmentOf = (world: World, id: string): Enrolment =>
  found(world.enrolments.find((one) => one.id === id));
export const rosterOf = (world: World, cohortId: string) => world.enrolments.filter((one) => one.cohortId === cohortId);

export const confirmedIn = (world: World, cohortId: string): number =>
  rosterOf(world, cohortId).filter(({ state }) => placed.includes(state)).length;

export const isFull = (world: World, cohort: Cohort): boolean => confirmedIn(world, cohort.id) >= cohort.seats;
export const isPreparing = ({ state }: Cohort): boolean => preparing.includes(state);

/** R21, R22, R25, R27: what the cohorts of a year hold, and what they have reserved of it. */
export function yearOf(world: World, year: number) {
  let [held, planned] = [0, 0];
  for (const cohort of world.cohorts) {
    if (!cohort.atBase || Number(cohort.startsOn.slice(0, 4)) !== year) continue;
    const confirmed = confirmedIn(world, cohort.id);
    held += confirmed;
    if (cohort.state === "APPROVED") planned += Math.max(cohort.seats, confirmed);
    if (begun.includes(cohort.state)) planned += confirmed;
  }
  return { year, held, planned, capacity: world.capacity[year] };
}

/** R21, R22: a change is taken whole or not at all, and no year ends above its capacity. */
export function overflows(world: World): boolean {
  return Object.keys(world.capacity).some((year) => {
    const { held, planned, capacity = 0 } = yearOf(world, Number(year));
    return held > capacity || planned > capacity;
  });
}

/** R34, for a cohort that is taught from Monday to Friday: the first two training days need approval, then it is too late. */
export function lateness({ state, startsOn }: Cohort, today: Day): "open" | "approval" | "late" {
  if (today < startsOn) return state === "IN_PROGRESS" ? "approval" : "open";
  return today <= secondDay(startsOn) ? "approval" : "late";
}

/** R28: from the day after the second training day a transfer has to be approved. */
export const isLateTransfer = ({ startsOn }: Cohort, today: Day): boolean => today > secondDay(startsOn);

/** What keeps an adult without subsidy out of a cohort; whoever is there already may be left out. */
export function inTheWay(world: World, cohort: Cohort, traineeId: string, today: Day, except?: string): string[] {
  const enrolled = rosterOf(world, cohort.id).some(
    (one) => one.traineeId === traineeId && one.id !== except && !gone.includes(one.state),
  );
  const takes = isPreparing(cohort) || cohort.state === "APPROVED" || cohort.state === "IN_PROGRESS";
  return [
    ...(takes ? [] : ["COHORT_NOT_OPEN"]),
    ...(lateness(cohort, today) === "late" ? ["TOO_LATE"] : []),
    ...(enrolled ? ["ALREADY_ENROLLED"] : []),
  ];
}

/** I5: who of those waiting could have a place: nobody of them whom a rule stopped. */
export const claimsIn = (world: World, cohort: Cohort, before?: Enrolment): number => {
  const roster = rosterOf(world, cohort.id);
  return roster
    .slice(0, before ? roster.indexOf(before) : roster.length)
    .filter(({ state, waitStopped }) => state === "WAITLISTED" && [null, "APPROVAL_NEEDED"].includes(waitStopped))
    .length;
};

/** I5: no place is left for a newcomer, or for one of those who wait, after all who come before. */
export const isTaken = (world: World, cohort: Cohort, one?: Enrolment): boolean =>
  confirmedIn(world, cohort.id) + claimsIn(world, cohort, one) >= cohort.seats;

/** I5: only an approved cohort takes people into its queue; a wish to wait while a place is free gets the place. */
export function placeIn(world: World, cohort: Cohort, wanted: Place, one?: Enrolment): Place | undefined {
  if (!isTaken(world, cohort, one)) return "CONFIRMED";
  if (one?.state === "WAITLISTED") return "WAITLISTED";
  return wanted === "WAITLISTED" && cohort.state === "APPROVED" ? "WAITLISTED" : undefined;
}

/** I5: free places go to those who wait, in their order; whom a rule stops is passed over, an approval that is asked for keeps the claim. */
export function promote(world: World, cohort: Cohort, today: Day, before?: Enrolment): void {
  if (cohort.state !== "APPROVED" && cohort.state !== "IN_PROGRESS") return;
  const late = lateness(cohort, today);
  let claimed = 0;
  for (const one of rosterOf(world, cohort.id)) {
    if (one === before || confirmedIn(world, cohort.id) + claimed >= cohort.seats) return;
    if (one.state !== "WAITLISTED") continue;
    const stopped = late === "late" ? "TOO_LATE" : late === "approval" && !one.approvedBy ? "APPROVAL_NEEDED" : null;
    if (stopped === "APPROVAL_NEEDED") claimed += 1;
    if (stopped === null) givePlace(world, cohort, one);
    else if (stopped !== one.waitStopped) change(one, { waitStopped: stopped });
  }
}

/** R21: a started cohort has reserved nothing, so that its year may be full for the next who waits. */
function givePlace(world: World, cohort: Cohort, one: Enrolment): void {
  const before = { ...one };
  change(one, { state: cohort.state === "IN_PROGRESS" ? "IN_TRAINING" : "CONFIRMED", waitStopped: null });
  if (!overflows(world)) return;
  Object.assign(one, before);
  if (one.waitStopped !== "YEAR_FULL") change(one, { waitStopped: "YEAR_FULL" });
}

/** Every change of a row is a version, and an entry in the audit. */
export function change<Row extends { version: number }>(row: Row, values: Partial<Row>): void {
  Object.assign(row, values, { version: row.version + 1 });
}

const secondDay = (startsOn: Day): Day => addDays(startsOn, weekday(startsOn) === 5 ? 3 : 1);

function found<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("the model lost a row");
  return row;
}
