import "server-only";
import { cache } from "react";
import { z } from "zod";
import { teaching, teachingOf } from "@/lib/cohort/queries/teaching";
import { toldYear } from "@/lib/cohort/queries/year";
import { db } from "@/lib/database/db";
import { asParameters, figures, figuresOn } from "@/lib/setting/parameter";
import { dayFromDate, yearOf } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { CohortState, CourseState, CourseType, EnrolmentState } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  startsOn: z.date().transform(dayFromDate),
  endsOn: z.date().transform(dayFromDate),
  atBase: z.boolean(),
  place: z.string().nullable(),
  seats: z.number(),
  confirmed: z.number(),
  state: z.enum(CohortState),
  contact: z.string(),
  examPlan: z.string(),
  material: z.string(),
  approvalDocumentNo: z.string().nullable(),
  stateReason: z.string().nullable(),
  createdById: z.string(),
  submittedById: z.string().nullable(),
  approvedById: z.string().nullable(),
  closingProposedById: z.string().nullable(),
  closingReturnedById: z.string().nullable(),
  closingReturnedAt: z.date().nullable(),
  closingReturnReason: z.string().nullable(),
  closedById: z.string().nullable(),
  examBegunById: z.string().nullable(),
  examReason: z.string().nullable(),
  isDemo: z.boolean(),
  version: z.number(),
  course: z.object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    type: z.enum(CourseType),
    theoryPeriods: z.number(),
    practicePeriods: z.number(),
    minPeriods: z.number(),
    state: z.enum(CourseState),
  }),
  teaching,
  trainingDays: z.array(z.date().transform(dayFromDate)),
  counts: z.partialRecord(z.enum(EnrolmentState), z.number()),
  counters: z.object({ capacity: z.number(), held: z.number(), planned: z.number() }).nullable(),
  yearFigures: figures,
  figures,
});

/** One cohort with everything its pages say of it, or null; asked once a request, in one statement. */
export const findCohort = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await db.$queryRaw`
    SELECT c.id, c.number, c.title, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.at_base AS "atBase", c.place, c.seats, c.confirmed, c.state,
      c.contact, c.exam_plan AS "examPlan", c.material, c.approval_document_no AS "approvalDocumentNo", c.state_reason AS "stateReason",
      c.created_by_id AS "createdById", c.submitted_by_id AS "submittedById", c.approved_by_id AS "approvedById",
      c.closing_proposed_by_id AS "closingProposedById", c.closing_returned_by_id AS "closingReturnedById",
      c.closing_returned_at AS "closingReturnedAt", c.closing_return_reason AS "closingReturnReason", c.closed_by_id AS "closedById",
      c.exam_begun_by_id AS "examBegunById", c.exam_reason AS "examReason", c.is_demo AS "isDemo", c.version,
      jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name, 'type', k.type, 'theoryPeriods', k.theory_periods,
        'practicePeriods', k.practice_periods, 'minPeriods', k.min_periods, 'state', k.state) AS course,
      (SELECT to_jsonb(t) FROM (${teachingOf(id)}) AS t) AS teaching, training_days(c.id) AS "trainingDays",
      (SELECT coalesce(jsonb_object_agg(state, times), '{}') FROM (
        SELECT state, count(*) AS times FROM enrolments WHERE cohort_id = c.id GROUP BY state) AS e) AS counts,
      (SELECT to_jsonb(y) FROM training_years y WHERE y.year = extract(year FROM c.starts_on)) AS counters,
      ${figuresOn(Prisma.sql`make_date(extract(year FROM c.starts_on)::int, 1, 1)`)} AS "yearFigures", ${figuresOn(Prisma.sql`c.starts_on`)} AS figures
    FROM cohorts c JOIN courses k ON k.id = c.course_id WHERE c.id = ${id}::uuid`;
  const [cohort] = z.array(row).parse(found);
  if (!cohort) return null;

  const { counters, yearFigures, figures, ...shown } = cohort;
  return {
    ...shown,
    /** In force when it starts. */
    figures: asParameters(figures),
    counts: { ...nobody, ...cohort.counts },
    year: toldYear(yearOf(cohort.startsOn), counters, asParameters(yearFigures)),
  };
});

export type CohortRecord = NonNullable<Awaited<ReturnType<typeof findCohort>>>;

const nobody: Record<EnrolmentState, number> = {
  APPLIED: 0,
  WAITLISTED: 0,
  CONFIRMED: 0,
  IN_TRAINING: 0,
  COMPLETED: 0,
  NOT_COMPLETED: 0,
  DROPPED: 0,
  NO_SHOW: 0,
  CANCELLED: 0,
  REJECTED: 0,
};
