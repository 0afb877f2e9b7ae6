import { z } from "zod";
import { accepted, clock, day, id, listOf, tick } from "@/lib/command/fields";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { copyOrders } from "@/lib/lesson/rules/shift";

/** A lesson of an earlier run at a place of its own: `<id> 2018-08-07 09:00 12:00 3`, off the base `none`. */
const placedLesson = z
  .string("choose")
  .transform((text) => {
    const [lessonId = "", day = "", startsAt = "", endsAt = "", room] = text.split(" ");
    return { lessonId, day, startsAt, endsAt, classroomNumber: room === noClassroom ? null : Number(room) };
  })
  .pipe(
    z.object({
      ...{ lessonId: id, day, startsAt: clock, endsAt: clock },
      classroomNumber: z.number().int().min(1).max(99).nullable(),
    }),
  );

/** The chosen lessons of an earlier run, so many days on; without a classroom each stays in its own. */
export const copyTimetableInput = z.object({
  cohortId: id,
  lessonIds: listOf(id, 200),
  /** Lessons that come to stand on a holiday and that somebody took in. */
  holidayLessonIds: listOf(id, 200),
  /** Lessons that do not go so many days on: to the teaching day of their number, or to where there is room. */
  placed: listOf(placedLesson, 200),
  accepted,
  shift: z.coerce.number().int().min(-36_600).max(36_600),
  classroomNumber: z
    .union([z.literal(""), z.coerce.number().int().min(1).max(99)], "choose")
    .transform((number) => number || null)
    .pipe(z.number().int().nullable()),
});

export type CopyTimetable = z.output<typeof copyTimetableInput>;

/** The address of the copy; what it does not know it leaves out. */
export const copyQuery = z.object({
  from: id.optional().catch(undefined),
  firstDay: day.optional().catch(undefined),
  order: z.enum(copyOrders).catch("WEEKDAYS"),
  classroom: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  choose: tick.catch(false),
});
