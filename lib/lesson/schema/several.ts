import { z } from "zod";
import { accepted, id, listOf, text, version, whole } from "@/lib/command/fields";
import { postponings } from "@/lib/lesson/rules/postpone";

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
