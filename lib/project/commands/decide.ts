import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { holdMonth, holdProject } from "@/lib/project/commands/hold";
import { type Adjustment, findAdjustment } from "@/lib/project/queries";
import { type DecideAdjustment, decideAdjustmentInput, rejectAdjustmentInput } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";

const approval = { permission: "project:adjust", as: "approver" } as const;

/** R73, R111: another person approves, and the database moves the project; both have their entry (I29). */
export const approveAdjustment = command({
  ...approval,
  verb: "project.approveAdjustment",
  input: decideAdjustmentInput,
  async run(tx, actor, input) {
    const held = await holdToDecide(tx, actor, input);
    const { id, projectId, changes } = held;
    const side = (of: "before" | "after") => toldOf(Object.fromEntries(changes.map((one) => [one.name, one[of]])));
    await recordAudit(tx, actor, "project.adjusted", {
      ...{ type: "project", id: projectId, reason: held.reason },
      before: side("before"),
      after: { ...side("after"), documentNo: held.documentNo },
    });
    await decide(tx, actor, { id, to: "APPROVED", verb: "project.approveAdjustment" });
    return { projectId };
  },
});

/** Not approved, with the reason; the project stays as it is. */
export const rejectAdjustment = command({
  ...approval,
  verb: "project.rejectAdjustment",
  input: rejectAdjustmentInput,
  async run(tx, actor, { reason, ...input }) {
    const { id, projectId } = await holdToDecide(tx, actor, input);
    await decide(tx, actor, { id, to: "REJECTED", verb: "project.rejectAdjustment", reason });
    return { projectId };
  },
});

/** Taken back by the officer who wrote it, before anybody has decided; a draft is discarded the same way. */
export const withdrawAdjustment = command({
  verb: "project.withdrawAdjustment",
  permission: "project:adjust",
  as: "proposer",
  input: decideAdjustmentInput,
  async run(tx, actor, input) {
    const { id, projectId, createdById, state } = await holdAdjustment(tx, input, "DRAFT", "SUBMITTED");
    if (createdById !== actor.id) throw new Refusal("WRONG_STATE", { state });
    await recordAudit(tx, actor, "project.withdrawAdjustment", {
      type: "adjustment",
      id,
      after: { state: "REJECTED" },
    });
    await tx.projectAdjustment.update({
      where: { id },
      data: { state: "REJECTED", version: { increment: 1 } },
      select: { id: true },
    });
    return { projectId };
  },
});

async function holdToDecide(tx: Tx, actor: Actor, input: DecideAdjustment) {
  const held = await holdAdjustment(tx, input, "SUBMITTED");
  if (held.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
  return held;
}

/** The month comes before the project in the order of locks, and the project before its adjustment. */
async function holdAdjustment(tx: Tx, { adjustmentId, version }: DecideAdjustment, ...from: Adjustment["state"][]) {
  const found = await findAdjustment(adjustmentId, tx);
  if (!found) throw new Refusal("INPUT_WRONG", { field: "recordId", case: "UNKNOWN_RECORD" });
  // A draft that is discarded no longer belongs to its month (I24).
  if (!from.includes("DRAFT")) await holdMonth(tx, found.datedOn);
  await holdProject(tx, found.projectId);
  await hold(tx, "project_adjustments", adjustmentId);
  const held = await findAdjustment(adjustmentId, tx);
  if (!held || !from.includes(held.state)) throw new Refusal("WRONG_STATE", { state: held?.state ?? found.state });
  refuseOtherVersion(held, version, { case: "RELOAD" });
  return held;
}

type Decision = { id: string; to: "APPROVED" | "REJECTED"; verb: Verb; reason?: string };

async function decide(tx: Tx, actor: Actor, { id, to, verb, reason }: Decision) {
  const before = { state: "SUBMITTED" };
  await recordAudit(tx, actor, verb, { type: "adjustment", id, before, after: { state: to }, reason });
  await tx.projectAdjustment.update({
    where: { id },
    data: {
      ...{ state: to, stateReason: reason ?? null, version: { increment: 1 } },
      ...{ decidedById: actor.id, decidedAt: new Date() },
    },
    select: { id: true },
  });
}
