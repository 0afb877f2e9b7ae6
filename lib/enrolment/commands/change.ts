import "server-only";
import { type Doer, recordAudit, type Subject } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Tx } from "@/lib/database/db";
import type { Prisma } from "@/prisma/generated/client";

type Change = Pick<Subject, "before" | "after" | "reason"> & {
  verb: Verb;
  /** What is written; the next version comes by itself. */
  data?: Prisma.EnrolmentUncheckedUpdateInput;
};

/**
 * One change of a held enrolment, whoever asks for it. The entry goes in first: the enrolment's triggers take the year row, which is
 * then held for the COMMIT only.
 */
export async function changeEnrolment(
  tx: Tx,
  actor: Doer,
  id: string,
  { verb, data, ...noted }: Change,
): Promise<void> {
  await recordAudit(tx, actor, verb, { type: "enrolment", id, ...noted });
  await tx.enrolment.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } });
}
