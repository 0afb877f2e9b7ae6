import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf, toldOf } from "@/lib/audit/rules";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { refuseFuture, refuseLargeTotal } from "@/lib/project/commands/amount";
import { holdDraft } from "@/lib/project/commands/draft";
import { holdMonth, holdProject } from "@/lib/project/commands/hold";
import { refuseStaleAdjustment } from "@/lib/project/commands/stale";
import { type Adjustable, adjustable } from "@/lib/project/queries";
import { adjustProjectInput } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

/**
 * R73: what was approved is to become something else, with who, why and paper; it counts once another person has approved it. As a
 * draft it may be written over until it is handed in.
 */
export const adjustProject = command({
  verb: "project.adjust",
  fieldsOf: "adjustment",
  permission: "project:adjust",
  as: "proposer",
  input: adjustProjectInput,
  async run(tx, actor, input) {
    const { projectId, adjustmentId, version, intent, accepted, datedOn, documentNo, reason, ...rest } = input;
    refuseFuture(actor, datedOn);
    const wanted = { ...rest, dueOn: rest.dueOn ? dateFromDay(rest.dueOn) : null };
    await holdMonth(tx, datedOn);
    const project = await holdProject(tx, projectId);
    const draft = adjustmentId ? await holdDraft(tx, actor, { projectId, adjustmentId }) : null;
    // Each of the two only ever counts up: their sum is the one that was seen while neither has changed.
    if (project.version + (draft?.version ?? 0) !== version) await refuseStaleAdjustment(tx, projectId, project, draft);
    refuseDueMissing(project.before, wanted.dueOn);

    const { before, after } = differenceOf(project.before, wanted);
    const ticked =
      intent === "SUBMIT" && "totalInvestment" in after
        ? await refuseLargeTotal(tx, actor, wanted.totalInvestment, accepted)
        : "";
    const id = draft?.id ?? newId();
    await recordAudit(tx, actor, intent === "DRAFT" ? "project.draftAdjustment" : "project.adjust", {
      ...{ type: "adjustment", id, reason },
      before,
      after: { ...after, ...toldOf({ datedOn, documentNo, accepted: ticked }) },
    });
    const changed = adjustable.filter((name) => name in after || name in before);
    const data = {
      ...unchanged,
      ...Object.fromEntries(changed.map((name) => [name, wanted[name]])),
      ...{ datedOn: dateFromDay(datedOn), documentNo, reason },
    };
    await write(tx, actor, { id, projectId, data, isNew: draft === null, intent });
    return { id };
  },
});

/** A planned day may be another one, but not none. */
export function refuseDueMissing(before: { dueOn: Date | null }, dueOn: Date | null): void {
  if (before.dueOn && !dueOn) throw new Refusal("INPUT_WRONG", { field: "dueOn", case: "DUE_MISSING" });
}

type Changes = Pick<Prisma.ProjectAdjustmentUncheckedCreateInput, Adjustable>;
const unchanged: Changes = Object.fromEntries(adjustable.map((name) => [name, null]));

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
