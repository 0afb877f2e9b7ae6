import "server-only";
import { cache } from "react";
import { z } from "zod";
import { dayFromDate } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

/** One project with its sites and reports, the newest report first; its sums of now are the counters the database keeps. */
export const findProject = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) return null;
  const project = await db.project.findUnique({ where: { id }, select: shown });
  if (!project) return null;
  const { sites, reports, dueOn, ...rest } = project;
  return {
    ...rest,
    dueOn: dueOn && dayFromDate(dueOn),
    sites: sites.map(({ finishedOn, ...site }) => ({ ...site, finishedOn: finishedOn && dayFromDate(finishedOn) })),
    reports: reports.map(({ datedOn, ...report }) => ({ ...report, datedOn: dayFromDate(datedOn) })),
    state: reports[0]?.state ?? ("NOT_STARTED" as const),
  };
});

export type ProjectRecord = NonNullable<Awaited<ReturnType<typeof findProject>>>;

const shown = {
  id: true,
  code: true,
  name: true,
  category: true,
  isEmploymentRelated: true,
  isConstruction: true,
  planYear: true,
  implementYear: true,
  site: true,
  content: true,
  implementingUnit: true,
  target: true,
  totalInvestment: true,
  dueOn: true,
  arranged: true,
  disbursed: true,
  completed: true,
  version: true,
  sites: { orderBy: { number: "asc" }, select: { id: true, number: true, name: true, finishedOn: true } },
  reports: {
    orderBy: [{ datedOn: "desc" }, { seq: "desc" }],
    select: { id: true, state: true, datedOn: true, physicalProgress: true, problem: true, documentNo: true },
  },
} satisfies Prisma.ProjectSelect;

/** Projects to choose from in a form, by year and code, with what is left of each (fen). */
export async function listProjectChoices() {
  const projects = await db.project.findMany({
    orderBy: [{ implementYear: "desc" }, { code: "asc" }],
    select: {
      id: true,
      code: true,
      name: true,
      implementYear: true,
      target: true,
      arranged: true,
      disbursed: true,
      completed: true,
      totalInvestment: true,
    },
  });
  return projects;
}

export type ProjectChoice = Awaited<ReturnType<typeof listProjectChoices>>[number];
