import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import { findCertificate, withoutCertificate } from "@/lib/completion/commands/certificate";
import { listStandings } from "@/lib/completion/queries/standing";
import { approveRequestInput, rejectRequestInput } from "@/lib/completion/schema";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { holdCohorts } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** I16, I17: somebody else than the proposer issues, in the order of the roster, or voids. */
export const approveRequest = command({
  verb: "certificate.approve",
  permission: "certificate:issue",
  as: "approver",
  input: approveRequestInput,
  async run(tx, actor, { requestId }) {
    const { cohortId, certificateId, reason } = await holdRequest(tx, actor, requestId);
    await decide(tx, actor, requestId, true);
    const told = certificateId
      ? await voidOne(tx, actor, { requestId, certificateId, reason: reason ?? "" })
      : await issueAll(tx, actor, { requestId, cohortId });
    await recordAudit(tx, actor, certificateId ? "certificate.approveVoid" : "certificate.approve", {
      type: "cohort",
      id: cohortId,
      after: told,
    });
    return { cohortId, certificateId, count: "count" in told ? told.count : 1 };
  },
});

/** The wish is turned down, with the reason; no number was taken for it. */
export const rejectRequest = command({
  verb: "certificate.reject",
  permission: "certificate:issue",
  as: "approver",
  input: rejectRequestInput,
  async run(tx, actor, { requestId, reason }) {
    const { cohortId, certificateId } = await holdRequest(tx, actor, requestId);
    await decide(tx, actor, requestId, false, reason);
    await recordAudit(tx, actor, "certificate.reject", { type: "cohort", id: cohortId, reason });
    return { cohortId, certificateId };
  },
});

/** The cohort is held before the wish is read, so that two who decide at once find one decision. */
async function holdRequest(tx: Tx, actor: Actor, id: string) {
  const where = { id };
  const seen = await tx.certificateRequest.findUnique({ where, select: { cohortId: true } });
  if (!seen) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_CERTIFICATE" });
  await holdCohorts(tx, [seen.cohortId]);

  const request = await tx.certificateRequest.findUniqueOrThrow({
    where,
    select: { cohortId: true, certificateId: true, reason: true, proposedById: true, approved: true },
  });
  if (request.approved !== null) throw new Refusal("WRONG_STATE");
  if (request.proposedById === actor.id) throw new Refusal("SAME_PERSON");
  return request;
}

async function decide(tx: Tx, actor: Actor, id: string, approved: boolean, decision?: string) {
  await tx.certificateRequest.update({
    where: { id },
    data: { decidedById: actor.id, approved, ...(decision && { decision }) },
    select: { id: true },
  });
}

async function issueAll(tx: Tx, actor: Actor, { requestId, cohortId }: { requestId: string; cohortId: string }) {
  const wanted = { id: true, traineeId: true };
  const completed = await tx.enrolment.findMany({ where: withoutCertificate(cohortId), select: wanted });
  await hold(tx, "trainees", ...completed.map(({ traineeId }) => traineeId));
  const wanting = new Set(completed.map(({ id }) => id));
  const inOrder = (await listStandings(tx, cohortId)).filter(({ id }) => wanting.has(id));
  const by = { issuedOn: dateFromDay(actor.today), issuedById: actor.id, isDemo: actor.isDemo };
  const numbers: string[] = [];
  for (const { id: enrolmentId } of inOrder) {
    const issued = { requestId, cohortId, enrolmentId, ...by };
    const { number } = await tx.certificate.create({ data: { id: newId(), ...issued }, select: { number: true } });
    await recordAudit(tx, actor, "certificate.issue", { type: "enrolment", id: enrolmentId, after: { number } });
    numbers.push(number);
  }
  return { count: numbers.length, from: numbers[0] ?? "", to: numbers.at(-1) ?? "" };
}

type Voiding = { requestId: string; certificateId: string; reason: string };

async function voidOne(tx: Tx, actor: Actor, { requestId, certificateId: id, reason: voidReason }: Voiding) {
  const { enrolmentId, number } = await findCertificate(tx, id);
  await tx.certificate.update({
    where: { id },
    data: { voidedOn: dateFromDay(actor.today), voidedById: actor.id, voidReason, voidRequestId: requestId },
    select: { id: true },
  });
  const before = { number };
  await recordAudit(tx, actor, "certificate.void", { type: "enrolment", id: enrolmentId, before, reason: voidReason });
  return { number };
}
