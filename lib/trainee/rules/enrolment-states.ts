import type { EnrolmentState } from "@/prisma/generated/enums";

/** What the states of an enrolment mean for its trainee; each later subject asks these. */
const set = <State extends EnrolmentState>(...states: State[]): readonly State[] => states;

/** R26: holds or has used a place; the law says the same in `states_with_place()`. */
export const withPlace = set("CONFIRMED", "IN_TRAINING", "COMPLETED", "NOT_COMPLETED", "DROPPED");
/** R20: is out of the cohort without having used a place, and may be enrolled again. */
export const left = set("NO_SHOW", "CANCELLED", "REJECTED");
/** Is in a cohort now, or wants to be. */
export const present = set("IN_TRAINING", "CONFIRMED", "WAITLISTED", "APPLIED");
/** Wants to be or will be in a cohort, which has not begun for them. */
export const pending = set("APPLIED", "WAITLISTED", "CONFIRMED");
/** R30: is to take part; the queue stands apart. */
export const takingPart = set("APPLIED", "CONFIRMED", "IN_TRAINING");
/** R31: is expected in the lessons of the cohort. */
export const inLessons = set("CONFIRMED", "IN_TRAINING");
/** R24: is or was in training. */
export const trained = set("IN_TRAINING", "COMPLETED", "NOT_COMPLETED", "DROPPED");
/** I13: whose roll may be written, as far as the person goes; the law says the same in `states_taking_marks()`. */
export const takingMarks = set("CONFIRMED", "IN_TRAINING", "NOT_COMPLETED", "DROPPED");
/** R48: has an outcome. */
export const judged = set("COMPLETED", "NOT_COMPLETED");

const among =
  (states: readonly EnrolmentState[]) =>
  (state: EnrolmentState): boolean =>
    states.includes(state);

export const sitsInLessons = among(inLessons);
export const takesMarks = among(takingMarks);
export const hasOutcome = among(judged);
