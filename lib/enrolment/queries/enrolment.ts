import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { brief, told } from "@/lib/trainee/queries/brief";
import { dayFromDate } from "@/lib/value/calendar";

/** One enrolment with its person, for the page on which it is decided; the cohort of the address is part of the question (I32). */
export const findEnrolment = cache(async (cohortId: string, id: string) => {
  if (!z.uuid().safeParse(id).success || !z.uuid().safeParse(cohortId).success) return null;
  const found = await db.enrolment.findFirst({
    where: { id, cohortId },
    select: {
      id: true,
      state: true,
      version: true,
      subsidised: true,
      approvalNeeded: true,
      waitStopped: true,
      stateReason: true,
      endedOn: true,
      attendedPeriods: true,
      transferReason: true,
      transferRequestedById: true,
      createdById: true,
      appliedAt: true,
      transferTo: { select: { id: true, number: true, title: true, startsOn: true } },
      trainee: { select: brief },
    },
  });
  if (!found) return null;

  const { trainee, endedOn, transferTo, ...enrolment } = found;
  return {
    ...enrolment,
    endedOn: endedOn && dayFromDate(endedOn),
    transferTo: transferTo && { ...transferTo, startsOn: dayFromDate(transferTo.startsOn) },
    trainee: told(trainee),
  };
});

export type EnrolmentRecord = NonNullable<Awaited<ReturnType<typeof findEnrolment>>>;
