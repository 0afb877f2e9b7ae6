import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import { newId } from "@/lib/database/id";
import { endCertificateInput, recordCertificateInput } from "@/lib/qualification/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** R91: looks like the number of an identity card, which is written in no register of trainers; the law says the same. */
const idNumber = /^\d{17}[\dXx]$/;

/** A certificate of a trainer; what its paper says is never edited, a wrong or replaced one ends. */
export const recordCertificate = command({
  verb: "trainerCertificate.record",
  permission: "trainer:edit",
  input: recordCertificateInput,
  async run(tx, actor, { trainerId, name, number, level = "", issuedOn, validUntil }) {
    const trainer = await tx.trainer.findUnique({ where: { id: trainerId }, select: { name: true } });
    if (!trainer) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
    if (idNumber.test(number)) throw new Refusal("INPUT_WRONG", { field: "number", case: "CERTIFICATE_ID_NUMBER" });
    if (issuedOn > actor.today) throw new Refusal("INPUT_WRONG", { field: "issuedOn", case: "CERTIFICATE_AHEAD" });
    if (validUntil && validUntil < issuedOn)
      throw new Refusal("INPUT_WRONG", { field: "validUntil", case: "CERTIFICATE_TURNED" });

    const id = newId();
    const days = { issuedOn: dateFromDay(issuedOn), validUntil: validUntil ? dateFromDay(validUntil) : null };
    const paper = { name, number, level, ...days };
    await tx.trainerCertificate.create({
      data: { id, trainerId, ...paper, createdById: actor.id },
      select: { id: true },
    });
    await recordAudit(tx, actor, "trainerCertificate.record", {
      type: "trainerCertificate",
      id,
      after: toldOf({ trainer: trainer.name, ...paper }),
    });
    return { trainerId, certificate: name };
  },
});

/** From today on the certificate counts no more; it stays with its reason. */
export const endCertificate = command({
  verb: "trainerCertificate.end",
  permission: "trainer:edit",
  input: endCertificateInput,
  async run(tx, actor, { paperId: id, reason }) {
    const endedOn = dateFromDay(actor.today);
    const ended = await tx.trainerCertificate.updateMany({
      where: { id, endedOn: null },
      data: { endedOn, endReason: reason },
    });
    if (ended.count === 0) throw new Refusal("WRONG_STATE", { field: "paperId", case: "CERTIFICATE_ENDED" });
    const { trainerId, name } = await tx.trainerCertificate.findUniqueOrThrow({
      where: { id },
      select: { trainerId: true, name: true },
    });
    await recordAudit(tx, actor, "trainerCertificate.end", { type: "trainerCertificate", id, after: { name }, reason });
    return { trainerId, certificate: name };
  },
});
