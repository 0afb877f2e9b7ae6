"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as mutations from "@/lib/course/mutations";
import { createCourseInput, editCourseInput, moveCourseInput } from "@/lib/course/schema";

export const createCourse = action({
  permission: "course:edit",
  verb: "course.create",
  input: createCourseInput,
  async run(actor, input) {
    const { id } = await mutations.createCourse(actor, input);
    revalidatePath("/courses");
    return { to: `/courses/${id}`, about: { courseId: id } };
  },
});

export const editCourse = action({
  permission: "course:edit",
  verb: "course.edit",
  input: editCourseInput,
  async run(actor, input) {
    await mutations.editCourse(actor, input);
    revalidatePath("/courses");
    return { to: `/courses/${input.courseId}` };
  },
});

export const openCourse = action({
  permission: "course:edit",
  verb: "course.open",
  input: moveCourseInput,
  async run(actor, input) {
    await mutations.openCourse(actor, input);
    revalidatePath("/courses");
    return { to: `/courses/${input.courseId}` };
  },
});

export const archiveCourse = action({
  permission: "course:edit",
  verb: "course.archive",
  input: moveCourseInput,
  async run(actor, input) {
    await mutations.archiveCourse(actor, input);
    revalidatePath("/courses");
    return { to: `/courses/${input.courseId}` };
  },
});
