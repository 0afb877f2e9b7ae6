import type { Actor } from "@/lib/auth/actor";
import type { EnrolmentState } from "@/prisma/generated/enums";
import {
  type Cohort,
  change,
  cohortOf,
  type Enrolment,
  inTheWay,
  isPreparing,
  isTaken,
  lateness,
  type Place,
  placeIn,
  promote,
  type World,
} from "./reference";

/** What stands against a new enrolment, and what becomes of it. */
export function againstAdmission(
  world: World,
  cohort: Cohort,
  traineeId: string,
  actor: Actor,
  wanted: Place,
): string[] {
  const against = inTheWay(world, cohort, traineeId, actor.today);
  const asked = waitingAsked(world, cohort, actor);
  if (against.length > 0 || applies(cohort, actor) || placeIn(asked, cohortOf(asked, cohort.id), wanted))
    return against;
  return ["COHORT_FULL"];
}

/** I5: the world after those who wait (before one of them) were asked once more, as happens before anybody new comes in. */
function waitingAsked(world: World, cohort: Cohort, { today }: Actor, before?: Enrolment): World {
  const asked = structuredClone(world);
  promote(asked, cohortOf(asked, cohort.id), today, before && asked.enrolments[world.enrolments.indexOf(before)]);
  return asked;
}

export function admit(world: World, cohort: Cohort, traineeId: string, actor: Actor, wanted: Place): void {
  promote(world, cohortOf(world, cohort.id), actor.today);
  const state = applies(cohort, actor) ? "APPLIED" : (placeIn(world, cohort, wanted) ?? "APPLIED");
  world.enrolments.push(newEnrolment(cohort, traineeId, actor.id, state, lateness(cohort, actor.today) === "approval"));
}

const applies = (cohort: Cohort, { today }: Actor): boolean =>
  isPreparing(cohort) || lateness(cohort, today) === "approval";

export function newEnrolment(
  cohort: Cohort,
  traineeId: string,
  createdBy: string,
  state: EnrolmentState,
  isLate: boolean,
): Enrolment {
  const nobody = { waitStopped: null, approvedBy: null, transferTo: null, transferRequestedBy: null };
  return { id: "", traineeId, cohortId: cohort.id, state, isLate, createdBy, ...nobody, version: 1 };
}

/** R34: late applications are confirmed by an approval and not otherwise. */
export function againstConfirmation(
  world: World,
  one: Enrolment,
  actor: Actor,
  wanted: Place,
  approves: boolean,
): string[] {
  const cohort = cohortOf(world, one.cohortId);
  const isLate = one.isLate || lateness(cohort, actor.today) === "approval";
  const asked = approves ? waitingAsked(world, cohort, actor, one) : world;
  const same = approves ? asked.enrolments[world.enrolments.indexOf(one)] : one;
  const states = approves ? ["APPLIED", "WAITLISTED"] : ["APPLIED"];
  return [
    ...(states.includes(one.state) ? [] : ["WRONG_STATE"]),
    ...(isPreparing(cohort) ? ["COHORT_NOT_OPEN"] : []),
    ...inTheWay(world, cohort, one.traineeId, actor.today, one.id),
    ...(isLate && !approves ? ["NOT_ALLOWED"] : []),
    ...(placeIn(asked, cohort, wanted, same) ? [] : ["COHORT_FULL"]),
  ];
}

export function confirmPlace(world: World, one: Enrolment, actor: Actor, wanted: Place, approves: boolean): void {
  const cohort = cohortOf(world, one.cohortId);
  if (approves) promote(world, cohort, actor.today, one);
  const place = placeIn(world, cohort, wanted, one) ?? "WAITLISTED";
  const isLate = one.isLate || lateness(cohort, actor.today) === "approval";
  change(one, {
    state: place === "CONFIRMED" && cohort.state === "IN_PROGRESS" ? "IN_TRAINING" : place,
    isLate,
    waitStopped: null,
    ...(approves && isLate && { approvedBy: actor.id }),
  });
}

/** R28: the rules of the new cohort hold, but a late start there needs no second approval. */
export function againstTransfer(world: World, one: Enrolment, target: Cohort, { today }: Actor): string[] {
  return [
    ...(["CONFIRMED", "IN_TRAINING"].includes(one.state) ? [] : ["WRONG_STATE"]),
    ...(one.cohortId === target.id ? ["ALREADY_ENROLLED"] : []),
    ...(isPreparing(target) ? ["COHORT_NOT_OPEN"] : []),
    ...inTheWay(world, target, one.traineeId, today, one.id),
    ...(isTaken(world, target) ? ["COHORT_FULL"] : []),
  ];
}

export function moveTo(world: World, one: Enrolment, target: Cohort, { today }: Actor): void {
  const from = cohortOf(world, one.cohortId);
  change(one, {
    cohortId: target.id,
    transferTo: null,
    state: target.state === "IN_PROGRESS" ? "IN_TRAINING" : "CONFIRMED",
  });
  // In the other cohort the trainee stands behind all who are there.
  world.enrolments.push(...world.enrolments.splice(world.enrolments.indexOf(one), 1));
  promote(world, from, today);
}
