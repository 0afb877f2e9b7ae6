import { z } from "zod";
import { day, id, note, optionalText, text, version, whole } from "@/lib/command/fields";
import { CohortState } from "@/prisma/generated/enums";

const texts = {
  contact: optionalText(60),
  examPlan: note(1_000),
  material: note(1_000),
};

/** Where a cohort is held: at the base, where it takes 人次 off the year, or elsewhere (R27). */
const where = {
  atBase: z
    .enum(["BASE", "OUTSIDE"], "choose")
    .transform((where) => where === "BASE")
    .pipe(z.boolean()),
  place: optionalText(60),
};

export const draftCohortInput = z.object({
  courseId: id,
  startsOn: day,
  endsOn: day,
  seats: whole(1, 200),
  ...where,
  ...texts,
  /** Left empty, it is the name of the course. */
  title: optionalText(60),
});
/** The earlier run it is copied from, where that one has a timetable to take over. */
export const draftCohortPage = z.object({ copyOf: id.optional() });

/** What a state no longer lets go is not asked for; sent all the same, it is refused. */
export const editCohortInput = z.object({
  cohortId: id,
  version,
  courseId: id.optional(),
  seats: whole(1, 200).optional(),
  startsOn: day.optional(),
  endsOn: day,
  atBase: where.atBase.optional(),
  place: where.place,
  ...texts,
  title: text(60),
});

export const moveCohortInput = z.object({ cohortId: id, version });
export const startExamInput = z.object({ cohortId: id, version, reason: optionalText(200) });
export const approveCohortInput = z.object({ cohortId: id, version, documentNo: text(60), opinion: optionalText(200) });
export const refuseCohortInput = z.object({ cohortId: id, version, reason: text(200) });

export type DraftCohort = z.output<typeof draftCohortInput>;
export type EditCohort = z.output<typeof editCohortInput>;
export type MoveCohort = z.output<typeof moveCohortInput>;
export type StartExam = MoveCohort & { reason?: string | undefined };
export type ApproveCohort = z.output<typeof approveCohortInput>;
export type RefuseCohort = z.output<typeof refuseCohortInput>;

/** The address of the list; what it does not know it leaves out. */
export const cohortListQuery = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2100).optional().catch(undefined),
  state: z.enum(CohortState).optional().catch(undefined),
  course: z.uuid().optional().catch(undefined),
  heldAt: z.enum(["BASE", "OUTSIDE"]).optional().catch(undefined),
  sort: z
    .enum(["number", "-number", "title", "-title", "start", "-start", "confirmed", "-confirmed", "state", "-state"])
    .catch("-start"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(20),
});

export type CohortListQuery = z.output<typeof cohortListQuery>;
