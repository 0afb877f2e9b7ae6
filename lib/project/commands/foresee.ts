import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noesOf, readable } from "@/lib/command/values";
import { attempt, db, transaction } from "@/lib/database/db";
import { refuseDueMissing } from "@/lib/project/commands/adjust";
import { refuseFuture, refuseLargeTotal } from "@/lib/project/commands/amount";
import { holdMonth, holdProject } from "@/lib/project/commands/hold";
import { listFaults } from "@/lib/project/rules";
import { adjustProjectInput, createProjectInput, editProjectInput } from "@/lib/project/schema";
import type { Typed } from "@/lib/refusal/answer";
import { Refusal } from "@/lib/refusal/refusal";

/** U24: what a new project would be refused for, as far as the fields that are right tell it. */
export async function foreseeProject(_: Actor, typed: Typed): Promise<Refusal[]> {
  const { code, ...project } = readable(createProjectInput.shape, typed);
  const taken = code ? (await db.project.count({ where: { code } })) > 0 : false;
  return [
    ...(taken ? [new Refusal("INPUT_WRONG", { field: "code", case: "PROJECT_CODE_TAKEN" })] : []),
    ...refusalsOf(project),
  ];
}

/** The same for a change. */
export const foreseeEdit = async (_: Actor, typed: Typed): Promise<Refusal[]> =>
  refusalsOf(readable(editProjectInput.shape, typed));

/** U24: the same for an adjustment. */
export function foreseeAdjustment(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const {
    projectId,
    datedOn,
    dueOn,
    totalInvestment,
    intent,
    accepted = [],
  } = readable(adjustProjectInput.shape, typed);
  const noDay = dueOn === undefined && !String(typed.dueOn ?? "").trim();
  return transaction(async (tx) => {
    const onDay = await noesOf(
      datedOn && (() => refuseFuture(actor, datedOn)),
      datedOn && datedOn <= actor.today && (() => attempt(tx, () => holdMonth(tx, datedOn))),
    );
    const now = projectId ? (await holdProject(tx, projectId)).before : undefined;
    const isOther =
      now && intent === "SUBMIT" && totalInvestment !== undefined && totalInvestment !== now.totalInvestment;
    return [
      ...onDay,
      ...(await noesOf(
        now && noDay && (() => refuseDueMissing(now, null)),
        isOther && (() => refuseLargeTotal(tx, actor, totalInvestment, accepted)),
      )),
    ];
  });
}

const refusalsOf = (asked: Parameters<typeof listFaults>[0]): Refusal[] =>
  listFaults(asked).map((fault) => new Refusal("INPUT_WRONG", fault));
