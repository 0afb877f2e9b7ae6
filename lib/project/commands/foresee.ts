import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readable } from "@/lib/command/values";
import { db } from "@/lib/database/db";
import { listFaults } from "@/lib/project/rules";
import { createProjectInput, editProjectInput } from "@/lib/project/schema";
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

const refusalsOf = (asked: Parameters<typeof listFaults>[0]): Refusal[] =>
  listFaults(asked).map((fault) => new Refusal("INPUT_WRONG", fault));
