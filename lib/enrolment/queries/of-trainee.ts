import "server-only";
import { db } from "@/lib/database/db";
import { dayFromDate } from "@/lib/value/calendar";

/** All enrolments of one person, the latest start first. */
export async function listEnrolmentsOfTrainee(traineeId: string) {
  const found = await db.enrolment.findMany({
    where: { traineeId },
    orderBy: [{ cohort: { startsOn: "desc" } }, { queueNo: "desc" }],
    select: {
      id: true,
      state: true,
      subsidised: true,
      stateReason: true,
      endedOn: true,
      cohort: { select: { id: true, number: true, title: true, startsOn: true, endsOn: true, state: true } },
    },
  });
  return found.map(({ cohort, endedOn, ...enrolment }) => ({
    ...enrolment,
    endedOn: endedOn && dayFromDate(endedOn),
    cohort: { ...cohort, startsOn: dayFromDate(cohort.startsOn), endsOn: dayFromDate(cohort.endsOn) },
  }));
}

export type EnrolmentOfTrainee = Awaited<ReturnType<typeof listEnrolmentsOfTrainee>>[number];
