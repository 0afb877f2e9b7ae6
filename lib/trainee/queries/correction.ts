import "server-only";
import { db } from "@/lib/database/db";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { dayFromDate } from "@/lib/value/calendar";

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

/** The wishes that wait for this approver, the oldest first. */
export async function listOpenCorrections(approverId: string) {
  const wishes = await db.identityCorrection.findMany({
    where: { approved: null, proposedById: { not: approverId } },
    orderBy: [{ proposedOn: "asc" }, { id: "asc" }],
    select: { id: true, proposedOn: true, reason: true, trainee: { select: { id: true, name: true } } },
  });
  return wishes.map(({ proposedOn, ...wish }) => ({ ...wish, proposedOn: dayFromDate(proposedOn) }));
}
