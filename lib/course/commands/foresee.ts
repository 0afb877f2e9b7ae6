import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readable } from "@/lib/command/values";
import { listFaults } from "@/lib/course/rules";
import { createCourseInput, editCourseInput } from "@/lib/course/schema";
import { db } from "@/lib/database/db";
import type { Typed } from "@/lib/refusal/answer";
import { Refusal } from "@/lib/refusal/refusal";

/** U24: what a new course would be refused for, as far as the fields that are right tell it. */
export async function foreseeCourse(_: Actor, typed: Typed): Promise<Refusal[]> {
  const { code, ...course } = readable(createCourseInput.shape, typed);
  const taken = code ? (await db.course.count({ where: { code } })) > 0 : false;
  return [
    ...(taken ? [new Refusal("INPUT_WRONG", { field: "code", case: "COURSE_CODE_TAKEN" })] : []),
    ...refusalsOf(course),
  ];
}

/** The same for a change. */
export const foreseeEdit = async (_: Actor, typed: Typed): Promise<Refusal[]> =>
  refusalsOf(readable(editCourseInput.shape, typed));

const refusalsOf = (asked: Parameters<typeof listFaults>[0]): Refusal[] =>
  listFaults(asked).map((fault) => new Refusal("INPUT_WRONG", fault));
