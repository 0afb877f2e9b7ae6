import type { Actor } from "@/lib/auth/actor";
import { addDays, type Day } from "@/lib/value/calendar";
import type { CohortState, EnrolmentState, Role } from "@/prisma/generated/enums";
import type { openRecord } from "./record";
import { type Cohort, cohortOf, type Enrolment, type Place, type World } from "./reference";

/** Where a story plays: the people in it, and the record it is compared with. */
export type Scene = {
  cast: Actor[];
  people: string[];
  courseId: string;
  starts: Day[];
  record: Awaited<ReturnType<typeof openRecord>>;
  count(refusal: string | undefined): void;
};

/** What chance decided; every verb takes of it what it needs. */
export type Pick = {
  verb: Verb;
  cohort: number;
  other: number;
  people: number[];
  enrolment: number;
  actor: number;
  daysAfterStart: number;
  seats: number;
  start: number;
  place: Place;
  isOutside: boolean;
  isStale: boolean;
  /** Not aimed at a row for which the act makes sense. */
  isWild: boolean;
};

/** One act: what stands against it on paper, how the portal does it, and what it changes on paper. */
export type Step = { tells: string; against: string[]; act(): Promise<unknown>; effect(world: World): void };

export type At = Scene & { world: World };
export type Play = (at: At, pick: Pick) => Step | undefined;

export type Verb =
  | ("draft" | "edit" | "submit" | "approve" | "send" | "changeSeats" | "start" | "exam" | "propose" | "close")
  | ("cancelCohort" | "enrol" | "enrolSeveral" | "confirm" | "confirmLate" | "cancel" | "reject" | "noShow")
  | ("drop" | "outcome" | "transfer" | "approveTransfer" | "decline" | "psql" | "capacity");

export const choose = <One>(list: readonly One[], number: number): One => {
  const one = list[number % list.length];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
};

/** One of the five whose signature the act may carry (I16), on a day before, at or after the start of what he acts on. */
export function actorOn(at: At, pick: Pick, today: Day): Actor {
  const roles = signing[pick.verb];
  return { ...choose(roles ? at.cast.filter(({ role }) => roles.includes(role)) : at.cast, pick.actor), today };
}

const base: Role[] = ["BASE_STAFF", "BASE_DIRECTOR"];
const county: Role[] = ["COUNTY_REVIEWER"];
const approving: Role[] = ["BASE_DIRECTOR", "COUNTY_REVIEWER"];
/** Whom the table lets act (invariants 4); `capacity` and `psql` ask nobody's role. */
const signing: Partial<Record<Verb, Role[]>> = {
  ...{ draft: base, edit: base, submit: base, changeSeats: base, start: base, exam: base, cancelCohort: base },
  ...{ enrol: base, enrolSeveral: base, confirm: base, cancel: base, reject: base, noShow: base, drop: base },
  ...{ transfer: base, outcome: base, confirmLate: approving, approveTransfer: approving, decline: approving },
  ...{ approve: county, send: county, propose: ["BASE_DIRECTOR"], close: county },
};

/** A cohort in one of some states, or any at all where chance is wild; the version as the page showed it, or an old one. */
export function aCohort(at: At, pick: Pick, states: CohortState[]) {
  const { cohorts } = at.world;
  const fitting = pick.isWild ? cohorts : cohorts.filter(({ state }) => states.includes(state));
  if (fitting.length === 0) return undefined;
  const cohort = choose(fitting, pick.cohort);
  return { cohort, ...seenBy(at, pick, cohort, cohort) };
}

export function anEnrolment(at: At, pick: Pick, states: EnrolmentState[], suits?: (one: Enrolment) => boolean) {
  const { enrolments } = at.world;
  const fitting = pick.isWild ? enrolments : enrolments.filter(suits ?? (({ state }) => states.includes(state)));
  if (fitting.length === 0) return undefined;
  const one = choose(fitting, pick.enrolment);
  const cohort = cohortOf(at.world, one.cohortId);
  return { one, cohort, ...seenBy(at, pick, cohort, one) };
}

function seenBy(at: At, pick: Pick, { startsOn }: Cohort, { version }: { version: number }) {
  const actor = actorOn(at, pick, addDays(startsOn, pick.daysAfterStart));
  return { actor, version: pick.isStale ? version + 1 : version, stale: pick.isStale ? ["STALE"] : [] };
}

export const wrongUnless = (right: boolean): string[] => (right ? [] : ["WRONG_STATE"]);
export const short = ({ id, state, startsOn, seats }: Cohort) => `${id.slice(-4)} ${state} ${startsOn} of ${seats}`;
export const brief = ({ id, traineeId, state, cohortId }: Enrolment) =>
  `${id.slice(-4)}, ${traineeId.slice(-4)} ${state} in ${cohortId.slice(-4)},`;
