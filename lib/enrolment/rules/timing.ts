import type { CohortState } from "@/lib/cohort/rules/states";
import { type Stop, stopOfCohort } from "@/lib/enrolment/rules/judgement";
import { lateEnrolment, proposesNoShow, transferDecision } from "@/lib/enrolment/rules/states";
import type { Day } from "@/lib/value/calendar";

type Timed = { trainingDays: readonly Day[]; figures: (key: string) => number };

/** R26, R28, R34: what the training days that have passed still allow, with the figures in force when the cohort starts. */
export function timingOf({ trainingDays, figures }: Timed, today: Day) {
  const [lateDays, transferDays, noShowDays] = [
    figures("late_training_days"),
    figures("transfer_training_days"),
    figures("no_show_training_days"),
  ];
  return {
    lateDays,
    transferDays,
    noShowDays,
    tooLate: lateEnrolment(today, trainingDays, lateDays) === "too late",
    transferIsFree: transferDecision(today, trainingDays, transferDays) === "free",
    mayBeNoShow: proposesNoShow(today, trainingDays, 0, noShowDays),
  };
}

/** Why nobody is enrolled into a cohort today, as the command would refuse it. */
export const noEnrolling = (cohort: Timed & { number: string; state: CohortState }, today: Day): Stop | undefined =>
  stopOfCohort({ ...cohort, limits: { lateDays: cohort.figures("late_training_days") } }, today);
