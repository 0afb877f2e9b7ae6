import { z } from "zod";
import { code, id, listOf, note, optionalText, text, tick, version, whole } from "@/lib/command/fields";
import { readOccupations } from "@/lib/course/rules";
import { CourseState, CourseType } from "@/prisma/generated/enums";

/** R33: one occupation a line, with its code and level where it has them. */
const occupations = z
  .array(
    z.object({
      occupation: z.string().min(1, "occupations").max(40, "tooLong"),
      occupationCode: z.string().max(20, "tooLong").nullable(),
      level: z.string().max(20, "tooLong"),
    }),
  )
  .max(10, "tooMany");

const courseFields = {
  name: text(60),
  type: z.enum(CourseType, "choose"),
  occupation: optionalText(40),
  occupationCode: optionalText(20),
  level: optionalText(20),
  theoryPeriods: whole(0, 999),
  practicePeriods: whole(0, 999),
  minPeriods: whole(0, 999),
  planGraded: tick,
  description: note(1_000),
  /** What its practice needs of a classroom: one of these kinds, and each of these pieces. */
  practiceKinds: listOf(code, 20),
  practiceEquipment: listOf(code, 20),
  covered: z.string().default("").transform(readOccupations).pipe(occupations),
};

/** The code stays what it was at the beginning: papers and cohorts are filed under it. */
export const createCourseInput = z.object({ code: text(20), ...courseFields });
export const editCourseInput = z.object({ courseId: id, version, ...courseFields });
export const moveCourseInput = z.object({ courseId: id, version });

export type EditCourse = z.output<typeof editCourseInput>;
export type MoveCourse = z.output<typeof moveCourseInput>;

/** The address of the list; what it does not know it leaves out. */
export const courseListQuery = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  type: z.enum(CourseType).optional().catch(undefined),
  state: z.enum(CourseState).optional().catch(undefined),
  sort: z.enum(["code", "-code", "name", "-name", "periods", "-periods", "cohorts", "-cohorts"]).catch("code"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
});

export type CourseListQuery = z.output<typeof courseListQuery>;
