import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { dateFromDay } from "@/lib/calendar";
import { type Tx, transaction } from "@/lib/db";
import { newId } from "@/lib/id";
import { readAmount, refuseFuture } from "@/lib/project/mutations/amount";
import { holdMonth, holdProject } from "@/lib/project/mutations/hold";
import { told, toldOf } from "@/lib/project/mutations/told";
import { adjustable, findAdjustment } from "@/lib/project/queries";
import type { AdjustProject, DecideAdjustment, RejectAdjustment } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal";

/** R73: what was approved is to become something else, with who, why and paper; it counts once another person has approved it. */
export function adjustProject(actor: Actor, { projectId, version, ...input }: AdjustProject) {
  refuseFuture(actor, input.datedOn);
  const { datedOn, documentNo, reason, amount, unit, dueOn, ...rest } = input;
  const wanted = { ...rest, totalInvestment: readAmount({ amount, unit }), dueOn: dueOn ? dateFromDay(dueOn) : null };
  return transaction(async (tx) => {
    await holdMonth(tx, datedOn);
    const { before, version: now } = await holdProject(tx, projectId);
    if (now !== version) throw new Refusal("STALE", { case: "RELOAD" });
    if (before.dueOn && !dueOn) throw new Refusal("INPUT_WRONG", { field: "dueOn", case: "DUE_MISSING" });

    const changed = adjustable.filter((name) => told(before[name]) !== told(wanted[name]));
    const only = (row: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, row[name]]));
    const id = newId();
    await recordAudit(tx, actor, "project.adjust", {
      ...{ type: "adjustment", id, reason },
      before: toldOf(only(before)),
      after: toldOf({ ...only(wanted), datedOn, documentNo }),
    });
    const paper = { datedOn: dateFromDay(datedOn), documentNo, reason };
    await tx.projectAdjustment.create({
      data: {
        id,
        projectId,
        ...paper,
        ...only(wanted),
        state: "SUBMITTED",
        createdById: actor.id,
        isDemo: actor.isDemo,
      },
      select: { id: true },
    });
    return { id };
  });
}

/** R73, R111: another person approves, and the database moves the project; both have their entry (I29). */
export const approveAdjustment = (actor: Actor, input: DecideAdjustment) =>
  transaction(async (tx) => {
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
  });

/** Not approved, with the reason; the project stays as it is. */
export const rejectAdjustment = (actor: Actor, { reason, ...input }: RejectAdjustment) =>
  transaction(async (tx) => {
    const { id, projectId } = await holdToDecide(tx, actor, input);
    await decide(tx, actor, { id, to: "REJECTED", verb: "project.rejectAdjustment", reason });
    return { projectId };
  });

/** Taken back by the officer who wrote it, before anybody has decided. */
export const withdrawAdjustment = (actor: Actor, input: DecideAdjustment) =>
  transaction(async (tx) => {
    const { id, projectId, createdById, state } = await hold(tx, input);
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
  });

async function holdToDecide(tx: Tx, actor: Actor, input: DecideAdjustment) {
  const held = await hold(tx, input);
  if (held.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "state" });
  return held;
}

/** The month comes before the project in the order of locks, and the project before its adjustment. */
async function hold(tx: Tx, { adjustmentId, version }: DecideAdjustment) {
  const found = await findAdjustment(adjustmentId, tx);
  if (!found) throw new Refusal("INPUT_WRONG", { field: "recordId", case: "UNKNOWN_RECORD" });
  await holdMonth(tx, found.datedOn);
  await holdProject(tx, found.projectId);
  await tx.$executeRaw`SELECT 1 FROM project_adjustments WHERE id = ${adjustmentId}::uuid FOR NO KEY UPDATE`;
  const held = await findAdjustment(adjustmentId, tx);
  if (held?.state !== "SUBMITTED") throw new Refusal("WRONG_STATE", { state: found.state });
  if (held.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
  return held;
}

type Decision = { id: string; to: "APPROVED" | "REJECTED"; verb: string; reason?: string };

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
