import { z } from "zod";
import { clock, id, listOf, text } from "@/lib/command/fields";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { LessonKind } from "@/prisma/generated/enums";

/** Where a lesson is; off the base in no classroom. */
export const classroomNumber = z
  .union([z.literal(noClassroom), z.coerce.number().int().min(1).max(99)], "choose")
  .transform((number) => (number === noClassroom ? null : number))
  .pipe(z.number().int().nullable());

export const cohortIds = listOf(id, 10).refine((ids) => ids.length > 0, "choose");

/** What all forms of one lesson ask for. */
export const what = {
  title: text(60),
  kind: z.enum(LessonKind, "choose"),
  trainerId: id,
  classroomNumber,
  startsAt: clock,
  endsAt: clock,
};
