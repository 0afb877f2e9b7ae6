import { z } from "zod";
import { accepted, clock, code, day, id, listOf, text, tick, version, whole } from "@/lib/command/fields";
import { layingOrders, overlap, slotsOf } from "@/lib/lesson/rules/generate";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { postponings } from "@/lib/lesson/rules/postpone";
import { copyOrders } from "@/lib/lesson/rules/shift";
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
/** What a lesson of each kind is called, who gives it and where. */
const ofKinds = {
  theoryTitle: text(60),
  practiceTitle: text(60),
  theoryTrainerId: id,
  practiceTrainerId: id,
  theoryClassroomNumber: classroomNumber,
  practiceClassroomNumber: classroomNumber,
};

const slot = z.object({ kind: z.enum(LessonKind), day, startsAt: clock, endsAt: clock });
/** One ticked lesson of a plan: `THEORY 2018-08-07 09:00 12:00`. */
const plannedLesson = z
  .string("choose")
  .transform((text) => {
    const [kind, day = "", startsAt = "", endsAt = ""] = text.split(" ");
    return { kind: kind as LessonKind, day, startsAt, endsAt };
  })
  .pipe(slot);
export const generateTimetableInput = z.object({
  cohortId: id,
  ...ofKinds,
  lessons: listOf(plannedLesson, 300),
  /** Lessons on holidays that somebody took in. */
  holidayLessons: listOf(plannedLesson, 100),
  accepted,
});
export const moveLessonInput = z.object({ lessonId: id, version, ...what, day, accepted });
export const cancelLessonInput = z.object({ lessonId: id, version, reason: text(200) });
export const joinLessonInput = z.object({ lessonId: id, version, cohortIds, accepted });

/** A lesson and the version its page showed: `<id> 3`. */
const chosenLesson = z
  .string("choose")
  .transform((text) => {
    const [lessonId = "", version] = text.split(" ");
    return { lessonId, version: Number(version) };
  })
  .pipe(z.object({ lessonId: id, version: z.number().int().positive() }));
const chosen = { lessons: listOf(chosenLesson, 100) };
export const cancelLessonsInput = z.object({ ...chosen, reason: text(200) });
export const postponeLessonsInput = z.object({
  ...chosen,
  steps: whole(1, 90),
  by: z.enum(postponings, "choose"),
  accepted,
});
export const changeClassroomInput = z.object({
  ...chosen,
  classroomNumber: z.coerce.number("choose").int("choose").min(1, "choose").max(99, "choose"),
});
export const substituteSeveralInput = z.object({ ...chosen, trainerId: id });
export const substituteInput = z.object({ lessonId: id, version, trainerId: id });

export type ChosenLessons = z.output<typeof chosenLesson>[];
export type BookLesson = z.output<typeof bookLessonInput>;
export type BookLessons = z.output<typeof bookLessonsInput>;
export type GenerateTimetable = z.output<typeof generateTimetableInput>;
export type CopyTimetable = z.output<typeof copyTimetableInput>;
export type MoveLesson = z.output<typeof moveLessonInput>;
export type CancelLesson = z.output<typeof cancelLessonInput>;
export type JoinLesson = z.output<typeof joinLessonInput>;

/** The address of the copy; what it does not know it leaves out. */
export const copyQuery = z.object({
  from: id.optional().catch(undefined),
  firstDay: day.optional().catch(undefined),
  order: z.enum(copyOrders).catch("WEEKDAYS"),
  classroom: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  choose: tick.catch(false),
});

/** The address of a plan: on which weekdays at which times, in which order, given by whom and where, from when on. */
export const generateQuery = z
  .object({
    weekdays: listOf(z.coerce.number().int().min(1).max(7), 7).refine((days) => days.length > 0, "choose"),
    am: tick,
    amFrom: clock,
    amTo: clock,
    pm: tick,
    pmFrom: clock,
    pmTo: clock,
    order: z.enum(layingOrders, "choose"),
    firstDay: day,
    ...ofKinds,
    /** Holidays that somebody took in. */
    holidays: listOf(day, 100),
  })
  .transform(({ am, amFrom, amTo, pm, pmFrom, pmTo, ...wish }, context) => {
    const times = [
      ...(am ? [{ startsAt: amFrom, endsAt: amTo }] : []),
      ...(pm ? [{ startsAt: pmFrom, endsAt: pmTo }] : []),
    ];
    const [first, second] = slotsOf(times);
    const isWrong = first === undefined || (second ? overlap(first, second) : times.length > 1);
    if (isWrong) context.addIssue({ code: "custom", path: ["slots"], message: "choose" });
    return { ...wish, slots: slotsOf(times) };
  });

export type GenerateWish = z.output<typeof generateQuery>;

/** The address of the search for a free classroom; what it does not know it leaves out. */
export const freeQuery = z.object({
  periods: z.coerce.number().int().min(1).max(8).catch(4),
  from: day.optional().catch(undefined),
  course: id.optional().catch(undefined),
  kind: code.optional().catch(undefined),
  seats: z.coerce.number().int().min(1).max(200).optional().catch(undefined),
  weekday: z.coerce.number().int().min(1).max(7).optional().catch(undefined),
  half: z.enum(["am", "pm"]).optional().catch(undefined),
  holidays: tick.catch(false),
});

export type FreeQuery = z.output<typeof freeQuery>;

/** The address of the use of classrooms: both ends of a period; what cannot be read is told on the page. */
export const periodQuery = z.object({
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
});
