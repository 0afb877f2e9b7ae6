"use server";

import { z } from "zod";
import { form } from "@/lib/command/form";
import * as book from "@/lib/lesson/commands/book";
import * as change from "@/lib/lesson/commands/change";
import { clearClassroom } from "@/lib/lesson/commands/clear-classroom";
import * as copy from "@/lib/lesson/commands/copy";
import { foreseeBooking, foreseeBookings, foreseeMove } from "@/lib/lesson/commands/foresee";
import * as plan from "@/lib/lesson/commands/generate";
import * as several from "@/lib/lesson/commands/several";
import { weekOf } from "@/lib/value/calendar";

export const bookLesson = form(book.bookLesson, {
  foresee: foreseeBooking,
  after: ({ id }, { day }) => ({ to: `/schedule?week=${weekOf(day)}&lesson=${id}`, about: { lessonId: id } }),
});

export const bookLessons = form(book.bookLessons, {
  foresee: foreseeBookings,
  after: ({ ids }, { title, days }) => {
    const [first] = [...days].sort();
    return { to: first ? `/schedule?week=${weekOf(first)}` : "/schedule", told: { title, count: ids.length } };
  },
});

export const copyTimetable = form(copy.copyTimetable, {
  after: ({ count }, { cohortId }) => ({ to: `/cohorts/${cohortId}/timetable`, told: { count } }),
});

export const generateTimetable = form(plan.generateTimetable, {
  after: ({ count }, { cohortId }) => ({ to: `/cohorts/${cohortId}/timetable`, told: { count } }),
});

const toLesson = {
  after: (_: unknown, { lessonId }: { lessonId: string }) => ({ to: `/schedule/lessons/${lessonId}` }),
};
export const moveLesson = form(change.moveLesson, { foresee: foreseeMove, ...toLesson });
export const cancelLesson = form(change.cancelLesson, toLesson);
export const joinLesson = form(change.joinLesson, toLesson);

export const substituteTrainer = form(several.substituteTrainer, toLesson);

const toTimetable = {
  page: z.object({ cohortId: z.uuid() }),
  after: ({ count }: { count: number }, _: unknown, { cohortId }: { cohortId: string }) => ({
    to: `/cohorts/${cohortId}/timetable`,
    told: { count },
  }),
};
export const cancelLessons = form(several.cancelLessons, toTimetable);
export const postponeLessons = form(several.postponeLessons, toTimetable);
export const changeClassroom = form(several.changeClassroom, toTimetable);
export const substituteSeveral = form(several.substituteSeveral, toTimetable);

/** Of the classroom's page; the lessons in it are moved with the closure, therefore it stands here. */
export const closeClassroom = form(clearClassroom, {
  after: ({ moved }, { classroomNumber }) => ({
    to: `/classrooms/${classroomNumber}`,
    told: { number: String(classroomNumber), moved },
  }),
});
