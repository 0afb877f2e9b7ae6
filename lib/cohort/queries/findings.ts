import "server-only";
import { z } from "zod";
import { findTeaching } from "@/lib/cohort/queries/teaching";
import { type Finding, gapNames, openingFindings } from "@/lib/cohort/rules/opening";
import { db, type Tx } from "@/lib/database/db";
import { countUnfit } from "@/lib/lesson/queries/fitting";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import { takingPart } from "@/lib/trainee/rules/enrolment-states";
import { addDays, type Day, dayFromDate, daysBetween } from "@/lib/value/calendar";
import { listWorkingDays } from "@/lib/working-day/queries";

const gaps = z.array(
  z.object({ name: z.enum(gapNames), blocks: z.boolean(), figures: z.record(z.string(), z.number()) }),
);

/** What an opening application lacks, then what is worth a word; the page, the submission and the approval ask the same. */
export async function listFindings(cohortId: string, today: Day, tx: Tx = db): Promise<Finding[]> {
  const cohort = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      startsOn: true,
      atBase: true,
      course: { select: { state: true, theoryPeriods: true, practicePeriods: true, minPeriods: true } },
      _count: { select: { enrolments: { where: { state: { in: [...takingPart] } } } } },
    },
  });
  const startsOn = dayFromDate(cohort.startsOn);
  const [{ days, classrooms }, parameter] = [await findTeaching(tx, cohortId), await findParameters(tx, startsOn)];

  const opening = {
    courseIsOpen: cohort.course.state === "OPEN",
    atBase: cohort.atBase,
    days,
    classrooms: classrooms.length,
    unfit: await countUnfit(tx, cohortId),
    coursePeriods: cohort.course.theoryPeriods + cohort.course.practicePeriods,
    minPeriods: cohort.course.minPeriods,
    trainees: cohort._count.enrolments,
    daysToStart: daysBetween(today, startsOn),
    workingDaysToStart: (await listWorkingDays(today, addDays(startsOn, -1), tx)).length,
  };
  const lacking = await tx.$queryRaw`
    SELECT g.name, g.refuses AS blocks, g.figures FROM cohorts c, opening_gaps(c) g WHERE c.id = ${cohortId}::uuid`;
  const worthAWord = openingFindings(opening, {
    periodsWarning: parameter("periods_a_day_warning"),
    periodsMost: parameter("periods_a_day_most"),
    sharePercent: parameter("least_share_percent"),
    fewestTrainees: parameter("fewest_trainees"),
    filingWorkingDays: parameter("filing_working_days"),
  });
  return [...gaps.parse(lacking), ...worthAWord];
}

/** Refused with everything that is missing in one list; what only deserves a word comes back. */
export async function refuseIncomplete(tx: Tx, { id, number }: { id: string; number: string }, today: Day) {
  const findings = await listFindings(id, today, tx);
  const missing = findings.filter(({ blocks }) => blocks);
  if (missing.length === 0) return findings;

  const figures = Object.assign({}, ...missing.map((one) => one.figures));
  throw new Refusal("OPENING_INCOMPLETE", { ...figures, gaps: missing.map(({ name }) => name).join(" "), number });
}
