"use server";

import { form } from "@/lib/command/form";
import * as edit from "@/lib/course/commands/edit";
import { foreseeCourse, foreseeEdit } from "@/lib/course/commands/foresee";
import * as move from "@/lib/course/commands/move";

export const createCourse = form(edit.createCourse, {
  foresee: foreseeCourse,
  after: ({ id }) => ({ to: `/courses/${id}`, about: { courseId: id } }),
});

export const editCourse = form(edit.editCourse, { foresee: foreseeEdit, after: toCourse });
export const openCourse = form(move.openCourse, { after: toCourse });
export const archiveCourse = form(move.archiveCourse, { after: toCourse });

function toCourse(_: unknown, { courseId }: { courseId: string }) {
  return { to: `/courses/${courseId}` };
}
