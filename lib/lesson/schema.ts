import { z } from "zod";
import { accepted, clock, day, id, listOf, text, tick, version } from "@/lib/command/fields";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { LessonKind } from "@/prisma/generated/enums";

const classroomNumber = z
  .union([z.literal(noClassroom), z.coerce.number().int().min(1).max(99)], "choose")
  .transform((number) => (number === noClassroom ? null : number))
  .pipe(z.number().int().nullable());

const cohortIds = listOf(id, 10).refine((ids) => ids.length > 0, "choose");

const what = {
  title: text(60),
  kind: z.enum(LessonKind, "choose"),
  trainerId: id,
  classroomNumber,
  startsAt: clock,
  endsAt: clock,
};

export const bookLessonInput = z.object({ cohortIds, ...what, day, accepted });
export const bookLessonsInput = z.object({
  cohortIds,
  ...what,
  days: listOf(day, 100),
  /** Days that the preview left out as holidays and somebody took in. */
  holidays: listOf(day, 100),
  accepted,
});
/** The chosen lessons of an earlier run, so many days on; without a classroom each stays in its own. */
export const copyTimetableInput = z.object({
  cohortId: id,
  lessonIds: listOf(id, 200),
  /** Lessons that come to stand on a holiday and that somebody took in. */
  holidayLessonIds: listOf(id, 200),
  accepted,
  shift: z.coerce.number().int().min(-36_600).max(36_600),
  classroomNumber: z
    .union([z.literal(""), z.coerce.number().int().min(1).max(99)], "choose")
    .transform((number) => number || null)
    .pipe(z.number().int().nullable()),
});
export const moveLessonInput = z.object({ lessonId: id, version, ...what, day, accepted });
export const cancelLessonInput = z.object({ lessonId: id, version, reason: text(200) });
export const joinLessonInput = z.object({ lessonId: id, version, cohortIds });

export type BookLesson = z.output<typeof bookLessonInput>;
export type BookLessons = z.output<typeof bookLessonsInput>;
export type CopyTimetable = z.output<typeof copyTimetableInput>;
export type MoveLesson = z.output<typeof moveLessonInput>;
export type CancelLesson = z.output<typeof cancelLessonInput>;
export type JoinLesson = z.output<typeof joinLessonInput>;

/** The address of the copy; what it does not know it leaves out. */
export const copyQuery = z.object({
  from: id.optional().catch(undefined),
  firstDay: day.optional().catch(undefined),
  classroom: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  choose: tick.catch(false),
});
