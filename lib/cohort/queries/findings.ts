import "server-only";
import { addDays, type Day, dayFromDate, daysBetween } from "@/lib/calendar";
import { findTeaching } from "@/lib/cohort/queries/teaching";
import { type Finding, openingFindings } from "@/lib/cohort/rules";
import { db, type Tx } from "@/lib/db";
import { findParameters } from "@/lib/parameter";
import { listWorkingDays } from "@/lib/working-day/queries";

/** What stands in the way of an opening application, or is worth a word; the page and the mutation ask the same. */
export async function listFindings(cohortId: string, today: Day, tx: Tx = db): Promise<Finding[]> {
  const cohort = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      startsOn: true,
      atBase: true,
      course: { select: { state: true, theoryPeriods: true, practicePeriods: true, minPeriods: true } },
      _count: { select: { enrolments: { where: { state: { in: ["APPLIED", "CONFIRMED", "IN_TRAINING"] } } } } },
    },
  });
  const startsOn = dayFromDate(cohort.startsOn);
  const [{ days, classrooms }, parameter] = [await findTeaching(tx, cohortId), await findParameters(tx, startsOn)];

  const opening = {
    courseIsOpen: cohort.course.state === "OPEN",
    atBase: cohort.atBase,
    days,
    classrooms: classrooms.length,
    coursePeriods: cohort.course.theoryPeriods + cohort.course.practicePeriods,
    minPeriods: cohort.course.minPeriods,
    trainees: cohort._count.enrolments,
    daysToStart: daysBetween(today, startsOn),
    workingDaysToStart: (await listWorkingDays(today, addDays(startsOn, -1), tx)).length,
  };
  return openingFindings(opening, {
    periodsWarning: parameter("periods_a_day_warning"),
    periodsMost: parameter("periods_a_day_most"),
    sharePercent: parameter("least_share_percent"),
    fewestTrainees: parameter("fewest_trainees"),
    filingWorkingDays: parameter("filing_working_days"),
  });
}
