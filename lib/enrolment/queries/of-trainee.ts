import "server-only";
import { db } from "@/lib/database/db";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { dayFromDate } from "@/lib/value/calendar";

/** All enrolments of one person, the latest start first; those of rows merged into him say under which name and number they were. */
export async function listEnrolmentsOfTrainee(traineeId: string) {
  const merged = await db.trainee.findMany({
    where: { mergedIntoId: traineeId },
    select: { id: true, name: true, idNumberSealed: true },
  });
  const under = new Map(merged.map((row) => [row.id, { name: row.name, lastFour: lastFourOf(row) }]));
  const found = await db.enrolment.findMany({
    where: { traineeId: { in: [traineeId, ...under.keys()] } },
    orderBy: [{ cohort: { startsOn: "desc" } }, { queueNo: "desc" }],
    select: {
      id: true,
      traineeId: true,
      state: true,
      subsidised: true,
      stateReason: true,
      endedOn: true,
      cohort: { select: { id: true, number: true, title: true, startsOn: true, endsOn: true, state: true } },
    },
  });
  return found.map(({ cohort, endedOn, traineeId: at, ...enrolment }) => ({
    ...enrolment,
    under: under.get(at),
    endedOn: endedOn && dayFromDate(endedOn),
    cohort: { ...cohort, startsOn: dayFromDate(cohort.startsOn), endsOn: dayFromDate(cohort.endsOn) },
  }));
}

export type EnrolmentOfTrainee = Awaited<ReturnType<typeof listEnrolmentsOfTrainee>>[number];
