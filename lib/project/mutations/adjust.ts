import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { readAmount, refuseFuture, refuseLargeTotal } from "@/lib/project/mutations/amount";
import { holdDraft } from "@/lib/project/mutations/draft";
import { holdMonth, holdProject } from "@/lib/project/mutations/hold";
import { refuseStaleAdjustment } from "@/lib/project/mutations/stale";
import { told, toldOf } from "@/lib/project/mutations/told";
import { type Adjustable, adjustable } from "@/lib/project/queries";
import type { AdjustProject } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

/**
 * R73: what was approved is to become something else, with who, why and paper; it counts once another person has approved it. As a
 * draft it may be written over until it is handed in.
 */
export async function adjustProject(actor: Actor, input: AdjustProject) {
  const { projectId, adjustmentId, version, intent, accepted, datedOn, documentNo, reason, ...typed } = input;
  refuseFuture(actor, datedOn);
  const wanted = wantedOf(typed);
  return transaction(async (tx) => {
    await holdMonth(tx, datedOn);
    const project = await holdProject(tx, projectId);
    const draft = adjustmentId ? await holdDraft(tx, actor, { projectId, adjustmentId }) : null;
    // Each of the two only ever counts up: their sum is the one that was seen while neither has changed.
    if (project.version + (draft?.version ?? 0) !== version) await refuseStaleAdjustment(tx, projectId, project, draft);
    if (project.before.dueOn && !wanted.dueOn)
      throw new Refusal("INPUT_WRONG", { field: "dueOn", case: "DUE_MISSING" });

    const changed = adjustable.filter((name) => told(project.before[name]) !== told(wanted[name]));
    const ticked =
      intent === "SUBMIT" && changed.includes("totalInvestment")
        ? await refuseLargeTotal(tx, actor, wanted.totalInvestment, accepted)
        : "";
    const only = (row: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, row[name]]));
    const id = draft?.id ?? newId();
    await recordAudit(tx, actor, intent === "DRAFT" ? "project.draftAdjustment" : "project.adjust", {
      ...{ type: "adjustment", id, reason },
      before: toldOf(only(project.before)),
      after: toldOf({ ...only(wanted), datedOn, documentNo, accepted: ticked }),
    });
    const data = { ...unchanged, ...only(wanted), datedOn: dateFromDay(datedOn), documentNo, reason };
    await write(tx, actor, { id, projectId, data, isNew: draft === null, intent });
    return { id };
  });
}

type Changes = Pick<Prisma.ProjectAdjustmentUncheckedCreateInput, Adjustable>;
const unchanged: Changes = Object.fromEntries(adjustable.map((name) => [name, null]));

function wantedOf({ amount, unit, dueOn, ...rest }: Pick<AdjustProject, "amount" | "unit" | "dueOn"> & Kept) {
  return { ...rest, totalInvestment: readAmount({ amount, unit }), dueOn: dueOn ? dateFromDay(dueOn) : null };
}

type Kept = Pick<AdjustProject, "isConstruction" | "target" | "site" | "content" | "standing">;
type Written = {
  id: string;
  projectId: string;
  data: Changes & { datedOn: Date; documentNo: string; reason: string };
  isNew: boolean;
  intent: "DRAFT" | "SUBMIT";
};

/** Handing in changes nothing but the state (I20): a draft is written over first. */
async function write(tx: Tx, actor: Actor, { id, projectId, data, isNew, intent }: Written): Promise<void> {
  const state = intent === "DRAFT" ? "DRAFT" : "SUBMITTED";
  const select = { id: true } as const;
  const { id: createdById, isDemo } = actor;
  if (isNew) {
    await tx.projectAdjustment.create({ data: { ...data, id, projectId, state, createdById, isDemo }, select });
    return;
  }
  const version = { increment: 1 };
  await tx.projectAdjustment.update({ where: { id }, data: { ...data, version }, select });
  if (intent === "SUBMIT") await tx.projectAdjustment.update({ where: { id }, data: { state, version }, select });
}
