import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noesOf, readable } from "@/lib/command/values";
import { attempt, type Tx, transaction } from "@/lib/database/db";
import {
  refuseBeforeArranged,
  refuseCancelled,
  refuseOverArranged,
  refuseUnanswered,
  refuseUnfounded,
  refuseWithoutTarget,
} from "@/lib/fund/commands/guard";
import { type HeldProject, holdProject } from "@/lib/fund/commands/hold";
import { listUnexplained } from "@/lib/fund/commands/plan";
import { refuseBeforeOriginal } from "@/lib/fund/commands/reverse";
import { findRecord } from "@/lib/fund/queries/decisions";
import { type Doubted, findDoubt } from "@/lib/fund/queries/second-look";
import { listRevenueFaults } from "@/lib/fund/rules/revenue";
import * as inputs from "@/lib/fund/schema/record";
import { refuseFuture } from "@/lib/project/commands/amount";
import { holdMonth } from "@/lib/project/commands/hold";
import type { Typed } from "@/lib/refusal/answer";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";

/** U24: what a revenue would be refused for, as far as the fields that are right tell it; the other kinds the same. */
export function foreseeRevenue(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const said = readable(inputs.recordRevenueInput.shape, typed);
  const faults = listRevenueFaults(said, actor.today).map((fault) => new Refusal("INPUT_WRONG", fault));
  return transaction(async (tx) => [
    ...(await noesOfDay(tx, actor, said.datedOn)),
    ...faults,
    ...(await noesOfDoubt(tx, actor, { ...said, kind: "revenue" })),
  ]);
}

export function foreseePlan(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const plan = readable(inputs.recordPlanInput.shape, typed);
  const { year, total: amount, basis, documentNo, reason, intent } = plan;
  const isWhole = intent === "SUBMIT" && year !== undefined && amount !== undefined;
  return transaction(async (tx) => [
    ...(await noesOfDay(tx, actor, plan.datedOn)),
    ...(isWhole ? await listUnexplained(tx, { year, amount, basis, documentNo, reason }, actor.today) : []),
    ...(await noesOfDoubt(tx, actor, { ...plan, amount, kind: "plan" })),
  ]);
}

export function foreseeAppropriation(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const said = readable(inputs.recordAppropriationInput.shape, typed);
  return noesOfProject(actor, { ...said, kind: "appropriation" }, (project) => [
    () => refuseCancelled(project),
    () => refuseWithoutTarget(project),
  ]);
}

export function foreseeDisbursement(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const said = readable(inputs.recordDisbursementInput.shape, typed);
  const { amount, datedOn, exceptionReason = null } = said;
  return noesOfProject(actor, { ...said, kind: "disbursement" }, (project, tx) => [
    () => refuseCancelled(project),
    amount !== undefined && (() => refuseOverArranged(project, amount)),
    // More than is arranged at all is more than was arranged by that day: one of the two is enough.
    amount !== undefined &&
      datedOn &&
      project.disbursed + amount <= project.arranged &&
      (() => refuseBeforeArranged(tx, project, amount, datedOn)),
    amount !== undefined && (() => refuseUnfounded(tx, actor, project, amount, exceptionReason)),
  ]);
}

export function foreseeProgress(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const said = readable(inputs.recordProgressInput.shape, typed);
  return noesOfProject(actor, { ...said, intent: "SUBMIT", kind: "progress" }, () => []);
}

export function foreseeOutside(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const said = readable(inputs.recordOutsideInput.shape, typed);
  return noesOfProject(actor, { ...said, kind: "outside" }, () => []);
}

export function foreseeReversal(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const { kind, recordId, datedOn } = readable(inputs.reverseRecordInput.shape, typed);
  return transaction(async (tx) => {
    const original = kind && recordId && (await findRecord(kind, recordId, tx));
    const onDay = await noesOfDay(tx, actor, datedOn);
    return [...onDay, ...(await noesOf(original && datedOn && (() => refuseBeforeOriginal(original, datedOn))))];
  });
}

type Said = { [Name in keyof Doubted]?: Doubted[Name] | undefined } & Pick<Doubted, "kind"> & Given;
type Given = {
  recordId?: string | undefined;
  intent?: "DRAFT" | "SUBMIT" | undefined;
  accepted?: string[] | undefined;
};
type Questions = Parameters<typeof noesOf>;

const noesOfProject = (actor: Actor, said: Said, ask: (project: HeldProject, tx: Tx) => Questions) =>
  transaction(async (tx) => {
    const onDay = await noesOfDay(tx, actor, said.datedOn);
    const project = said.projectId ? await holdProject(tx, said.projectId) : undefined;
    return [...onDay, ...(project ? await noesOf(...ask(project, tx)) : []), ...(await noesOfDoubt(tx, actor, said))];
  });

/** The month before the project, in the order of all locks; a day to come has no month to ask. */
const noesOfDay = (tx: Tx, actor: Actor, datedOn: Day | undefined) =>
  noesOf(
    datedOn && (() => refuseFuture(actor, datedOn)),
    datedOn && datedOn <= actor.today && (() => attempt(tx, () => holdMonth(tx, datedOn))),
  );

async function noesOfDoubt(tx: Tx, actor: Actor, { amount, datedOn, recordId, intent, accepted, ...said }: Said) {
  if (intent !== "SUBMIT" || amount === undefined || !datedOn) return [];
  const doubt = await findDoubt(
    { ...said, documentNo: said.documentNo, id: recordId, amount, datedOn },
    actor.today,
    tx,
  );
  return noesOf(() => refuseUnanswered(doubt, accepted));
}
