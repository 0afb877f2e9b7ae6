import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { brief, told } from "@/lib/trainee/queries/brief";
import { dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** One enrolment with its person, for the page on which it is decided; the cohort of the address is part of the question (I32). */
export const findEnrolment = cache(async (cohortId: string, id: string) => {
  if (!z.uuid().safeParse(id).success || !z.uuid().safeParse(cohortId).success) return null;
  const [found, [came]] = await Promise.all([
    read(cohortId, id),
    rows(
      db,
      attended,
      Prisma.sql`
    SELECT attended FROM attendance_standings WHERE enrolment_id = ${id}::uuid`,
    ),
  ]);
  if (!found) return null;

  const { trainee, endedOn, transferTo, ...enrolment } = found;
  return {
    ...enrolment,
    /** R26: 课时 attended, typed or of the roll; null while nothing is known. */
    attended: came?.attended ?? null,
    endedOn: endedOn && dayFromDate(endedOn),
    transferTo: transferTo && { ...transferTo, startsOn: dayFromDate(transferTo.startsOn) },
    trainee: told(trainee),
  };
});

const attended = z.object({ attended: z.number().nullable() });

const read = (cohortId: string, id: string) =>
  db.enrolment.findFirst({
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
      transferReason: true,
      transferRequestedById: true,
      createdById: true,
      appliedAt: true,
      transferTo: { select: { id: true, number: true, title: true, startsOn: true } },
      trainee: { select: brief },
    },
  });

export type EnrolmentRecord = NonNullable<Awaited<ReturnType<typeof findEnrolment>>>;
