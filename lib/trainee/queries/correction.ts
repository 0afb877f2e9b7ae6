import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Question, told } from "@/lib/database/together";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** R5: the wish to correct a person's number that waits for the director, masked; null when there is none. */
export async function findOpenCorrection(traineeId: string) {
  const wish = await db.identityCorrection.findFirst({
    where: { traineeId, approved: null },
    select: {
      id: true,
      idNumberSealed: true,
      sex: true,
      birthDate: true,
      reason: true,
      proposedById: true,
      proposedOn: true,
    },
  });
  if (!wish) return null;

  const { idNumberSealed, birthDate, proposedOn, ...shown } = wish;
  const proposer = await db.account.findUnique({ where: { id: wish.proposedById }, select: { name: true } });
  return {
    ...shown,
    idNumber: maskIdNumber(idNumberOf({ id: traineeId, idNumberSealed })),
    birthDay: dayFromDate(birthDate),
    proposedOn: dayFromDate(proposedOn),
    proposer: proposer?.name ?? "",
  };
}

const wish = z.object({
  id: z.string(),
  proposedOn: told.day,
  reason: z.string(),
  trainee: z.object({ id: z.string(), name: z.string() }),
});

/** The wishes that wait for this approver, the oldest first: the question, for a page that asks others with it. */
export const openCorrections = (approverId: string): Question<typeof wish> => ({
  asks: Prisma.sql`
    SELECT c.id, c.proposed_on, c.reason, json_build_object('id', t.id, 'name', t.name) AS trainee
    FROM identity_corrections c JOIN trainees t ON t.id = c.trainee_id
    WHERE c.approved IS NULL AND c.proposed_by_id <> ${approverId}::uuid ORDER BY c.proposed_on, c.id`,
  shape: wish,
});

export type Wish = z.output<typeof wish>;
