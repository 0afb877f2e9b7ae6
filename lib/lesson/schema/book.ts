import { z } from "zod";
import { accepted, day, id, listOf, text, version } from "@/lib/command/fields";
import { cohortIds, what } from "@/lib/lesson/schema/what";

export const bookLessonInput = z.object({ cohortIds, ...what, day, accepted });
export const bookLessonsInput = z.object({
  cohortIds,
  ...what,
  days: listOf(day, 100),
  /** Days that the preview left out as holidays and somebody took in. */
  holidays: listOf(day, 100),
  accepted,
});

export const moveLessonInput = z.object({ lessonId: id, version, ...what, day, accepted });
export const cancelLessonInput = z.object({ lessonId: id, version, reason: text(200) });
export const joinLessonInput = z.object({ lessonId: id, version, cohortIds, accepted });

export type BookLesson = z.output<typeof bookLessonInput>;
export type BookLessons = z.output<typeof bookLessonsInput>;
export type MoveLesson = z.output<typeof moveLessonInput>;
export type CancelLesson = z.output<typeof cancelLessonInput>;
export type JoinLesson = z.output<typeof joinLessonInput>;
