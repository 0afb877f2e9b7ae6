import "server-only";
import type { Day } from "@/lib/calendar";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { db } from "@/lib/db";
import { lateEnrolment, proposesNoShow, transferDecision } from "@/lib/enrolment/rules";
import { findParameters } from "@/lib/parameter";

/** R26, R28, R34: what the training days that have passed still allow, with the figures in force when the cohort starts. */
export async function findTiming(
  { startsOn, trainingDays }: Pick<CohortRecord, "startsOn" | "trainingDays">,
  today: Day,
) {
  const figure = await findParameters(db, startsOn);
  const [lateDays, transferDays, noShowDays] = [
    figure("late_training_days"),
    figure("transfer_training_days"),
    figure("no_show_training_days"),
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
