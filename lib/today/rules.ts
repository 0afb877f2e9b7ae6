import { may, mayApprove, mayPropose } from "@/lib/auth/permissions";
import { type Day, daysBetween } from "@/lib/value/calendar";
import type { CohortState, Role } from "@/prisma/generated/enums";

/** A cohort on its way, with what its next step hangs on. */
export type OpenCohort = {
  id: string;
  state: CohortState;
  startsOn: Day;
  /** The working days its opening is filed ahead, and the last day for it (GX22, R59). */
  filingDays: number;
  filing: Day;
  confirmed: number;
  createdById: string;
  submittedById: string | null;
  closingProposedById: string | null;
  /** Why the county sent the closing back. */
  closingReturnReason: string | null;
  /** Applications that wait for a word, and those of them that need approval, not made by the person who asks. */
  applied: number;
  exceptions: number;
  transfers: number;
  /** Wishes for certificates, or to void one, that somebody else than the person who asks put forward. */
  certificates: number;
  /** R52: valid certificates that no longer say what the person's record says. */
  outdated: number;
  /** R53: lessons that have begun and whose roll lacks somebody. */
  untaken: number;
  /** Enrolments that have not ended. */
  unfinished: number;
  /** R26: in training, and nobody has seen them: no arrival, no mark of presence. */
  absent: number;
  /** In training, and away without leave from the last two lessons that were marked. */
  away: number;
  trainingDays: number;
  trainingDay: number;
  lessonsToday: number;
};

export type TodoKind =
  | "approve"
  | "exceptions"
  | "transfers"
  | "close"
  | "start"
  | "returned"
  | "draft"
  | "waiting"
  | "applications"
  | "few"
  | "noShow"
  | "away"
  | "rolls"
  | "exam"
  | "results"
  | "certificates"
  | "reissue"
  | "proposeClosing"
  | "closingReturned";

export type Todo = { kind: TodoKind; cohortId: string; due: Day; count: number };

type Asker = { id: string; role: Role; today: Day };
export type TodoLimits = { noShowDays: number; fewestTrainees: number };

/** A draft is worth a word when its filing comes near, a thin roster when the first day does. */
const soonDays = 14;

/** U29: what this person can do for this cohort today; nothing is stored, the state itself is the message. */
export function todosOf(cohort: OpenCohort, asker: Asker, limits: TodoLimits): Todo[] {
  const { id, state, startsOn, filing, closingProposedById, applied, exceptions, transfers, unfinished } = cohort;
  const { role, today } = asker;
  const others = cohort.createdById !== asker.id && cohort.submittedById !== asker.id;
  const over = cohort.trainingDay >= cohort.trainingDays && cohort.lessonsToday === 0;
  const gone = cohort.trainingDay > limits.noShowDays;

  const kinds: [TodoKind, boolean, Day, number?][] = [
    ["approve", state === "SUBMITTED" && mayApprove(role, "cohort:approve") && others, filing],
    ["exceptions", exceptions > 0 && mayApprove(role, "enrolment:late"), later(startsOn, today), exceptions],
    ["transfers", transfers > 0 && mayApprove(role, "enrolment:transferLate"), today, transfers],
    [
      "close",
      state === "EXAM" &&
        closingProposedById !== null &&
        closingProposedById !== asker.id &&
        mayApprove(role, "cohort:close"),
      today,
    ],
    ["start", state === "APPROVED" && startsOn <= today && may(role, "cohort:start"), startsOn],
    ["returned", state === "RETURNED" && may(role, "cohort:submit"), filing],
    ["draft", state === "DRAFT" && daysBetween(today, filing) <= soonDays && may(role, "cohort:submit"), filing],
    [
      "waiting",
      state === "SUBMITTED" && daysBetween(today, filing) <= cohort.filingDays && may(role, "cohort:submit"),
      filing,
    ],
    ["applications", applied > 0 && may(role, "enrolment:confirm"), startsOn, applied],
    [
      "few",
      state === "APPROVED" &&
        startsOn > today &&
        daysBetween(today, startsOn) <= soonDays &&
        cohort.confirmed < limits.fewestTrainees &&
        may(role, "enrolment:create"),
      startsOn,
      cohort.confirmed,
    ],
    [
      "noShow",
      state === "IN_PROGRESS" && gone && cohort.absent > 0 && may(role, "enrolment:noShow"),
      today,
      cohort.absent,
    ],
    ["away", state === "IN_PROGRESS" && cohort.away > 0 && may(role, "enrolment:drop"), today, cohort.away],
    ["rolls", cohort.untaken > 0 && may(role, "attendance:record"), today, cohort.untaken],
    ["exam", state === "IN_PROGRESS" && over && may(role, "cohort:start"), today],
    ["results", state === "EXAM" && unfinished > 0 && may(role, "enrolment:complete"), today, unfinished],
    ["reissue", cohort.outdated > 0 && mayPropose(role, "certificate:void"), today, cohort.outdated],
    ["certificates", cohort.certificates > 0 && mayApprove(role, "certificate:issue"), today, cohort.certificates],
    [
      "proposeClosing",
      state === "EXAM" &&
        unfinished === 0 &&
        !closingProposedById &&
        !cohort.closingReturnReason &&
        mayPropose(role, "cohort:close"),
      today,
    ],
    // The director proposes again, the staff mend what is missing.
    [
      "closingReturned",
      state === "EXAM" &&
        !closingProposedById &&
        cohort.closingReturnReason !== null &&
        (mayPropose(role, "cohort:close") || may(role, "enrolment:complete")),
      today,
    ],
  ];
  return kinds.flatMap(([kind, stands, due, count = 0]) => (stands ? [{ kind, cohortId: id, due, count }] : []));
}

export type Step = "exam" | "results" | "closing" | "timetable" | "roster";

/** The one thing to do next for a cohort in progress; who may only look looks at the roster. */
export function nextStep(cohort: OpenCohort, role: Role): Step {
  const { state, trainingDay, trainingDays, lessonsToday, unfinished } = cohort;
  if (state === "EXAM") {
    if (unfinished > 0 && may(role, "enrolment:complete")) return "results";
    const closes = cohort.closingProposedById ? mayApprove : mayPropose;
    return unfinished === 0 && closes(role, "cohort:close") ? "closing" : "roster";
  }
  if (trainingDay >= trainingDays && lessonsToday === 0 && may(role, "cohort:start")) return "exam";
  return lessonsToday > 0 ? "timetable" : "roster";
}

/** R94: what offices outside the base are told of few persons. */
export const hidesFew = (role: Role, count: number): boolean =>
  (role === "AID_OFFICER" || role === "AID_LEADER") && count > 0 && count < 3;

const later = (one: Day, other: Day): Day => (one > other ? one : other);
