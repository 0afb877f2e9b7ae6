import "server-only";
import { isPreparing } from "@/lib/cohort/rules/states";
import { db } from "@/lib/database/db";
import { judge } from "@/lib/enrolment/rules/judgement";
import { placeFor } from "@/lib/enrolment/rules/place";
import { capacityBand } from "@/lib/enrolment/rules/states";
import { brief, told } from "@/lib/trainee/queries/brief";
import type { Day } from "@/lib/value/calendar";
import { findFacts } from "./facts";

/** U19, U28: what would come of enrolling somebody, by the same facts and rules by which the mutation decides; null when one of the two is unknown. */
export async function findEnrolmentPreview(traineeId: string, cohortId: string, today: Day, unsubsidised = false) {
  const [facts, trainee] = await Promise.all([findFacts(db, cohortId, [traineeId]), findPerson(traineeId)]);
  const person = facts?.people.get(traineeId);
  if (!facts || !person || !trainee) return null;

  const { cohort } = facts;
  const { id, number, title, state, startsOn, endsOn, seats, confirmed, waiting, limits, year } = cohort;
  const judgement = judge(cohort, person, { today, subsidised: !unsubsidised });
  const band: Band = capacityBand(year.planned, year.capacity, limits);
  const place = placeFor(cohort, judgement.needs, "CONFIRMED");
  return {
    trainee,
    cohort: {
      id,
      number,
      title,
      state,
      startsOn,
      endsOn,
      seats,
      confirmed,
      waiting,
      atBase: cohort.atBase,
      isPreparing: isPreparing(state),
    },
    year: {
      ...year,
      reserved: year.planned - year.held,
      left: year.capacity - year.planned,
      band,
    },
    ...judgement,
    clash: person.clash,
    trained: person.trained,
    subsidisedTimes: person.subsidised,
    subsidisedMost: limits.subsidisedAYear,
    lateDays: limits.lateDays,
    /** What the button offers: the place, the waiting list of a full cohort, or an application. */
    offer: place === "FULL" ? (state === "APPROVED" ? ("WAITLISTED" as const) : undefined) : place,
  };
}

type Band = "free" | "notice" | "warning" | "full";

export type EnrolmentPreview = NonNullable<Awaited<ReturnType<typeof findEnrolmentPreview>>>;

async function findPerson(id: string) {
  const found = await db.trainee.findUnique({ where: { id }, select: brief });
  return found && told(found);
}
