import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { told } from "@/lib/database/together";
import { brief, told as toldPerson } from "@/lib/trainee/queries/brief";
import { dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** One enrolment with its person, for the page on which it is decided; the cohort of the address is part of the question (I32). */
export const findEnrolment = cache(async (cohortId: string, id: string) => {
  if (!z.uuid().safeParse(id).success || !z.uuid().safeParse(cohortId).success) return null;
  const [found, [came]] = await Promise.all([
    read(cohortId, id),
    rows(
      db,
      arrival,
      Prisma.sql`
      SELECT s.arrival_id AS id, s.arrived_on::text AS day, s.known_by, b.name AS noted_by
      FROM arrival_standings s LEFT JOIN arrivals a ON a.id = s.arrival_id LEFT JOIN accounts b ON b.id = a.noted_by_id
      WHERE s.enrolment_id = ${id}::uuid`,
    ),
  ]);
  if (!found) return null;

  const { trainee, endedOn, transferTo, ...enrolment } = found;
  return {
    ...enrolment,
    arrival: came ?? null,
    endedOn: endedOn && dayFromDate(endedOn),
    transferTo: transferTo && { ...transferTo, startsOn: dayFromDate(transferTo.startsOn) },
    trainee: toldPerson(trainee),
  };
});

/** R26: since when the person is here, how that is known and who noted it; without `knownBy` nobody has seen the person. */
const arrival = z.object({
  id: z.string().nullable(),
  day: told.day.nullable(),
  knownBy: z.enum(["NOTED", "ROLL", "LEDGER"]).nullable(),
  notedBy: z.string().nullable(),
});

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
