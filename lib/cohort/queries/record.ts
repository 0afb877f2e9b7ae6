import "server-only";
import { cache } from "react";
import { z } from "zod";
import { dayFromDate, yearOf } from "@/lib/calendar";
import { findTeaching, trainingDaysOf } from "@/lib/cohort/queries/teaching";
import { findTrainingYear } from "@/lib/cohort/queries/year";
import { db } from "@/lib/db";
import type { EnrolmentState } from "@/prisma/generated/enums";

/** One cohort with everything its pages say of it, or null; asked once a request. */
export const findCohort = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) return null;
  const cohort = await db.cohort.findUnique({ where: { id }, select: shown });
  if (!cohort) return null;

  const [startsOn, endsOn] = [dayFromDate(cohort.startsOn), dayFromDate(cohort.endsOn)];
  const [teaching, counts, year] = await Promise.all([
    findTeaching(db, id),
    countEnrolments(id),
    findTrainingYear(yearOf(startsOn)),
  ]);
  return {
    ...cohort,
    startsOn,
    endsOn,
    teaching,
    trainingDays: trainingDaysOf(teaching, { startsOn, endsOn }),
    counts,
    year,
  };
});

export type CohortRecord = NonNullable<Awaited<ReturnType<typeof findCohort>>>;

/** How many enrolments a cohort has in each state. */
export async function countEnrolments(cohortId: string): Promise<Record<EnrolmentState, number>> {
  const groups = await db.enrolment.groupBy({ by: ["state"], where: { cohortId }, _count: { _all: true } });
  const counts = { ...nobody };
  for (const { state, _count } of groups) counts[state] = _count._all;
  return counts;
}

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

/** Who signed what: names of the accounts behind a cohort's papers. */
export async function listSigners(ids: (string | null)[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

const shown = {
  id: true,
  number: true,
  title: true,
  startsOn: true,
  endsOn: true,
  atBase: true,
  place: true,
  seats: true,
  confirmed: true,
  state: true,
  contact: true,
  examPlan: true,
  material: true,
  approvalDocumentNo: true,
  stateReason: true,
  createdById: true,
  submittedById: true,
  approvedById: true,
  closingProposedById: true,
  closedById: true,
  isDemo: true,
  version: true,
  course: {
    select: {
      id: true,
      code: true,
      name: true,
      type: true,
      theoryPeriods: true,
      practicePeriods: true,
      minPeriods: true,
      state: true,
    },
  },
} as const;
