import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { proposeIssueInput, proposeVoidInput } from "@/lib/completion/schema";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { holdCohorts } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** R52: asks for the certificates of all who completed and have none; refused while an earlier wish waits. */
export const proposeIssue = command({
  verb: "certificate.propose",
  permission: "certificate:issue",
  as: "proposer",
  input: proposeIssueInput,
  async run(tx, actor, { cohortId }) {
    await holdCohorts(tx, [cohortId]);
    const count = await tx.enrolment.count({ where: withoutCertificate(cohortId) });
    if (count === 0) throw new Refusal("WRONG_STATE", { case: "NONE_TO_ISSUE" });

    await tx.certificateRequest.create({
      data: { id: newId(), kind: "ISSUE", cohortId, proposedById: actor.id, proposedOn: dateFromDay(actor.today) },
      select: { id: true },
    });
    await recordAudit(tx, actor, "certificate.propose", { type: "cohort", id: cohortId, after: { count } });
    return { count };
  },
});

/** R52: asks to void one certificate, with the reason; it stays in the books, a new one gets a new number. */
export const proposeVoid = command({
  verb: "certificate.proposeVoid",
  permission: "certificate:void",
  as: "proposer",
  input: proposeVoidInput,
  async run(tx, actor, { certificateId, reason }) {
    const { cohortId, number } = await findCertificate(tx, certificateId);
    await holdCohorts(tx, [cohortId]);
    const { voidedOn } = await findCertificate(tx, certificateId);
    if (voidedOn) throw new Refusal("WRONG_STATE", { case: "VOIDED" });

    const by = { proposedById: actor.id, proposedOn: dateFromDay(actor.today) };
    await tx.certificateRequest.create({
      data: { id: newId(), kind: "VOID", cohortId, certificateId, reason, ...by },
      select: { id: true },
    });
    await recordAudit(tx, actor, "certificate.proposeVoid", {
      type: "cohort",
      id: cohortId,
      after: { number },
      reason,
    });
    return { cohortId };
  },
});

/** R52: who completed and has no valid certificate. */
export const withoutCertificate = (cohortId: string) =>
  ({ cohortId, state: "COMPLETED", certificates: { none: { voidedOn: null } } }) as const;

export async function findCertificate(tx: Tx, id: string) {
  const found = await tx.certificate.findUnique({
    where: { id },
    select: { cohortId: true, enrolmentId: true, number: true, voidedOn: true },
  });
  if (!found) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_CERTIFICATE" });
  return found;
}
