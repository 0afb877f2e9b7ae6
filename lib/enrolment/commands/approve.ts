import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import type { ApprovalNeed } from "@/lib/enrolment/rules/judgement";
import type { HeldEnrolment } from "./hold";

/** I42: the reasons stand on the enrolment first, then each that was not approved before gets a signature of its own. */
export async function approveNeeds(tx: Tx, actor: Actor, enrolment: HeldEnrolment, needed: ApprovalNeed[]) {
  const open = unapproved(enrolment, needed);
  if (open.length === 0) return;

  const approvalNeeded = [...new Set([...enrolment.approvalNeeded, ...needed])];
  await tx.enrolment.update({ where: { id: enrolment.id }, data: { approvalNeeded }, select: { id: true } });
  await tx.enrolmentApproval.createMany({
    data: open.map((need) => ({ enrolmentId: enrolment.id, need, approvedById: actor.id })),
  });
}

/** What of the reasons nobody has approved yet. */
export const unapproved = ({ approved }: Pick<HeldEnrolment, "approved">, needed: readonly ApprovalNeed[]) =>
  needed.filter((need) => !approved.includes(need));
