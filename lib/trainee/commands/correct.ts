import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { seal } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";
import { readCard, refuseKnown } from "@/lib/trainee/commands/card";
import { writeSearchKeys } from "@/lib/trainee/commands/row";
import { hashOf, idNumberOf } from "@/lib/trainee/queries/numbers";
import { findOpened } from "@/lib/trainee/queries/record";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { decideCorrectionInput, proposeCorrectionInput, rejectCorrectionInput } from "@/lib/trainee/schema";
import { dateFromDay } from "@/lib/value/calendar";

/** R5: staff ask for another ID number; sex and birth date follow from it (R3). Refused for a number somebody has. */
export const proposeCorrection = command({
  verb: "trainee.proposeCorrection",
  permission: "trainee:correct",
  as: "proposer",
  input: proposeCorrectionInput,
  async run(tx, actor, { traineeId, idNumber: typed, reason }) {
    const trainee = await holdOpened(tx, traineeId);
    const card = readCard({ idNumber: typed }, actor.today);
    await refuseKnown(tx, card.idNumber, trainee.name);

    await tx.identityCorrection.create({
      data: {
        id: newId(),
        traineeId,
        idNumberSealed: seal("trainees", "id_number", traineeId, card.idNumber),
        idNumberHash: hashOf("id_number", card.idNumber),
        sex: card.sex,
        birthDate: dateFromDay(card.birthDay),
        reason,
        proposedById: actor.id,
        proposedOn: dateFromDay(actor.today),
      },
      select: { id: true },
    });
    const after = { idNumber: maskIdNumber(card.idNumber) };
    const before = { idNumber: maskIdNumber(trainee.idNumber) };
    await recordAudit(tx, actor, "trainee.proposeCorrection", {
      type: "trainee",
      id: traineeId,
      before,
      after,
      reason,
    });
    return {};
  },
});

/** R5, I16: another person, the director, lets it stand; the number a person is found by changes with it. */
export const approveCorrection = command({
  verb: "trainee.approveCorrection",
  permission: "trainee:correct",
  as: "approver",
  input: decideCorrectionInput,
  async run(tx, actor, { correctionId }) {
    const { traineeId, idNumberSealed, reason } = await holdCorrection(tx, actor, correctionId);
    const before = await holdOpened(tx, traineeId);
    const idNumber = idNumberOf({ id: traineeId, idNumberSealed });

    await decide(tx, actor, correctionId, { approved: true });
    await tx.traineeSearchKey.deleteMany({ where: { traineeId } });
    await writeSearchKeys(tx, traineeId, { ...before, idNumber });
    await recordAudit(tx, actor, "trainee.approveCorrection", {
      type: "trainee",
      id: traineeId,
      before: { idNumber: maskIdNumber(before.idNumber) },
      after: { idNumber: maskIdNumber(idNumber) },
      reason,
    });
    return { traineeId };
  },
});

/** The wish is turned down, with the reason; the record stays as it is. */
export const rejectCorrection = command({
  verb: "trainee.rejectCorrection",
  permission: "trainee:correct",
  as: "approver",
  input: rejectCorrectionInput,
  async run(tx, actor, { correctionId, reason }) {
    const { traineeId } = await holdCorrection(tx, actor, correctionId);
    await decide(tx, actor, correctionId, { approved: false, decision: reason });
    await recordAudit(tx, actor, "trainee.rejectCorrection", { type: "trainee", id: traineeId, reason });
    return { traineeId };
  },
});

async function holdOpened(tx: Tx, id: string) {
  await hold(tx, "trainees", id);
  const found = await findOpened(tx, id);
  if (!found) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_TRAINEE" });
  return found;
}

async function holdCorrection(tx: Tx, actor: Actor, id: string) {
  await hold(tx, "identity_corrections", id);
  const wish = await tx.identityCorrection.findUnique({
    where: { id },
    select: { traineeId: true, idNumberSealed: true, reason: true, proposedById: true, approved: true },
  });
  if (!wish || wish.approved !== null) throw new Refusal("WRONG_STATE");
  if (wish.proposedById === actor.id) throw new Refusal("SAME_PERSON");
  return wish;
}

async function decide(tx: Tx, actor: Actor, id: string, decision: { approved: boolean; decision?: string }) {
  await tx.identityCorrection.update({
    where: { id },
    data: { ...decision, decidedById: actor.id },
    select: { id: true },
  });
}
