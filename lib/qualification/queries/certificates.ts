import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Question, told } from "@/lib/database/together";
import { lapsedOn } from "@/lib/qualification/rules";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** The certificates of a trainer, those in use first, each kind by its day of issue. */
export async function listCertificates(trainerId: string) {
  const found = await db.trainerCertificate.findMany({
    where: { trainerId },
    orderBy: [{ endedOn: { sort: "desc", nulls: "first" } }, { issuedOn: "desc" }, { id: "asc" }],
    select: shown,
  });
  return found.map(({ issuedOn, validUntil, endedOn, ...paper }) => ({
    ...paper,
    issuedOn: dayFromDate(issuedOn),
    validUntil: validUntil && dayFromDate(validUntil),
    endedOn: endedOn && dayFromDate(endedOn),
  }));
}

export type CertificateRow = Awaited<ReturnType<typeof listCertificates>>[number];

const shown = {
  id: true,
  name: true,
  number: true,
  level: true,
  issuedOn: true,
  validUntil: true,
  endedOn: true,
  endReason: true,
} as const;

/** The day on which the last certificate of this trainer ended, where none is valid on a day. */
export const findLapse = async (trainerId: string, on: Day): Promise<Day | null> =>
  lapsedOn(await listCertificates(trainerId), on);

const days = z.object({ issuedOn: told.day, validUntil: told.day.nullable(), endedOn: told.day.nullable() });
const certificates = z.object({ trainerId: z.string(), certificates: z.array(days) });

/** The days of all certificates by trainer, of those who have not left by a day: the question, for a page that asks others with it. */
export const certificatesAtWork = (on: Day): Question<typeof certificates> => ({
  asks: Prisma.sql`
    SELECT c.trainer_id, json_agg(json_build_object('issuedOn', c.issued_on, 'validUntil', c.valid_until, 'endedOn', c.ended_on))
      AS certificates
    FROM trainer_certificates c JOIN trainers t ON t.id = c.trainer_id
    WHERE t.left_on IS NULL OR t.left_on > ${dateFromDay(on)}::date GROUP BY c.trainer_id`,
  shape: certificates,
});
