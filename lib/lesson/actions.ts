"use server";

import { revalidatePath } from "next/cache";
import { may } from "@/lib/auth/permissions";
import { closeClassroomInput } from "@/lib/classroom/schema";
import { action } from "@/lib/command/action";
import * as booking from "@/lib/lesson/mutations/book";
import * as changing from "@/lib/lesson/mutations/change";
import { clearClassroom } from "@/lib/lesson/mutations/clear-classroom";
import * as copying from "@/lib/lesson/mutations/copy";
import {
  bookLessonInput,
  bookLessonsInput,
  cancelLessonInput,
  copyTimetableInput,
  joinLessonInput,
  moveLessonInput,
} from "@/lib/lesson/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { weekOf } from "@/lib/value/calendar";

export const bookLesson = action({
  permission: "lesson:book",
  verb: "lesson.book",
  input: bookLessonInput,
  async run(actor, input) {
    const { id } = await booking.bookLesson(actor, input);
    revalidatePath("/schedule");
    return { to: `/schedule?week=${weekOf(input.day)}&lesson=${id}`, about: { lessonId: id } };
  },
});

export const bookLessons = action({
  permission: "lesson:book",
  verb: "lesson.bookSeveral",
  input: bookLessonsInput,
  async run(actor, input) {
    const { ids } = await booking.bookLessons(actor, input);
    revalidatePath("/schedule");
    const [first] = [...input.days].sort();
    return {
      to: first ? `/schedule?week=${weekOf(first)}` : "/schedule",
      told: { title: input.title, count: ids.length },
    };
  },
});

export const copyTimetable = action({
  permission: "lesson:book",
  verb: "lesson.copyTimetable",
  input: copyTimetableInput,
  async run(actor, input) {
    const { count } = await copying.copyTimetable(actor, input);
    revalidatePath("/schedule");
    return { to: `/cohorts/${input.cohortId}/timetable`, told: { count } };
  },
});

export const moveLesson = action({
  permission: "lesson:move",
  verb: "lesson.move",
  input: moveLessonInput,
  async run(actor, input) {
    await changing.moveLesson(actor, input);
    revalidatePath("/schedule");
    return { to: `/schedule/lessons/${input.lessonId}` };
  },
});

export const cancelLesson = action({
  permission: "lesson:cancel",
  verb: "lesson.cancel",
  input: cancelLessonInput,
  async run(actor, input) {
    await changing.cancelLesson(actor, input);
    revalidatePath("/schedule");
    return { to: `/schedule/lessons/${input.lessonId}` };
  },
});

export const joinLesson = action({
  permission: "lesson:book",
  verb: "lesson.join",
  input: joinLessonInput,
  async run(actor, input) {
    await changing.joinLesson(actor, input);
    revalidatePath("/schedule");
    return { to: `/schedule/lessons/${input.lessonId}` };
  },
});

/** Of the classroom's page; the lessons in it are moved with the closure, therefore it stands here. */
export const closeClassroom = action({
  permission: "classroom:close",
  verb: "classroom.close",
  input: closeClassroomInput,
  async run(actor, { closedFrom, closedUntil, move, moveTo, ...input }) {
    if (move && !may(actor.role, "lesson:move")) throw new Refusal("NOT_ALLOWED");
    const closing = { ...input, startsOn: closedFrom, endsOn: closedUntil };
    const { moved } = await clearClassroom(actor, closing, move ? moveTo : undefined);
    revalidatePath("/schedule");
    return { to: `/classrooms/${input.classroomNumber}`, told: { number: String(input.classroomNumber), moved } };
  },
});
