import { z } from "zod";
import { accepted, clock, day, id, listOf, text, tick } from "@/lib/command/fields";
import { layingOrders, overlap, slotsOf } from "@/lib/lesson/rules/generate";
import { classroomNumber } from "@/lib/lesson/schema/what";
import { LessonKind } from "@/prisma/generated/enums";

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

export type GenerateTimetable = z.output<typeof generateTimetableInput>;

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
