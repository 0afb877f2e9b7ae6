import "server-only";
import { cache } from "react";
import { z } from "zod";
import { findNames } from "@/lib/audit/queries/log";
import { db, type Tx } from "@/lib/database/db";
import type { Question } from "@/lib/database/together";
import { isLarge } from "@/lib/project/rules";
import { findParameters } from "@/lib/setting/parameter";
import { dayFromDate, dayOfInstant } from "@/lib/value/calendar";
import { Prisma, type Project as ProjectFacts } from "@/prisma/generated/client";

/** One project with its sites and reports, the newest report first; its sums of now are the counters the database keeps. */
export const findProject = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) return null;
  const project = await db.project.findUnique({ where: { id }, select: shown });
  if (!project) return null;
  const { sites, reports, dueOn, appropriations, ...rest } = project;
  const [known] = await db.$queryRaw<{ reported: boolean }[]>`SELECT project_is_reported(${id}::uuid) AS reported`;
  return {
    ...rest,
    /** R73: from the first approved arrangement on, also when it was taken back. */
    isApproved: appropriations.length > 0 || rest.completed !== 0n,
    /** R76: a reported month knows it; what that month shows of it changes by an adjustment as well. */
    isReported: known?.reported === true,
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
  standing: true,
  appropriations: { where: { state: "APPROVED" }, take: 1, select: { id: true } },
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

export const nameOf = ({ code, name }: { code: string; name: string }): string => `${code} ${name}`;

/** What a banner calls a project; nothing of one that is gone. */
export async function findSaidOfProject(id: string): Promise<Record<string, string>> {
  const project = await db.project.findUnique({ where: { id }, select: { code: true, name: true } });
  return project ? { what: nameOf(project) } : {};
}

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

/** R73: what an adjustment may change, in the order in which it is shown. */
export const adjustable = [
  "standing",
  "totalInvestment",
  "dueOn",
  "isConstruction",
  "target",
  "site",
  "content",
] as const;
export type Adjustable = (typeof adjustable)[number];

/** One adjustment with what it changes from what to what, or null. */
export async function findAdjustment(id: string, tx: Tx = db) {
  return (await readAdjustments({ id }, tx))[0] ?? null;
}

/** What a project would be with a draft of its adjustment: the form goes on from there. */
export function standsWith<Project extends Pick<ProjectFacts, Adjustable>>(project: Project, draft: Adjustment | null) {
  const after = Object.fromEntries((draft?.changes ?? []).map((change) => [change.name, change.after]));
  return { ...project, ...(after as Partial<Pick<ProjectFacts, Adjustable>>) };
}

/** The drafts of adjustments that somebody wrote and has not handed in. */
export const listOwnDrafts = (accountId: string) => readAdjustments({ state: "DRAFT", createdById: accountId }, db);

/** The adjustments of a project, the newest first. */
export const listAdjustments = (projectId: string) => readAdjustments({ projectId }, db);

/** What waits for the leader, the oldest first. */
export const listOpenAdjustments = async () => (await readAdjustments({ state: "SUBMITTED" }, db)).reverse();

export type Adjustment = Awaited<ReturnType<typeof readAdjustments>>[number];

async function readAdjustments(where: Prisma.ProjectAdjustmentWhereInput, tx: Tx) {
  const found = await tx.projectAdjustment.findMany({ where, orderBy: { seq: "desc" }, select: adjusted });
  const names = await findNames(
    found.flatMap(({ createdById, decidedById }) => [createdById, decidedById]),
    tx,
  );
  const limitWan = (await findParameters(tx, dayOfInstant(new Date())))("amount_notice_wan");
  return found.map((one) => ({
    id: one.id,
    projectId: one.projectId,
    project: one.project,
    documentNo: one.documentNo,
    reason: one.reason,
    state: one.state,
    stateReason: one.stateReason,
    createdById: one.createdById,
    version: one.version,
    datedOn: dayFromDate(one.datedOn),
    creator: names.get(one.createdById) ?? "",
    decider: names.get(one.decidedById) ?? "",
    /** A total that is hardly meant: the officer ticked it, the leader reads it. */
    hasLargeTotal: one.totalInvestment !== null && isLarge(one.totalInvestment, limitWan),
    changes: adjustable
      .filter((name) => one[name] !== null)
      .map((name) => ({ name, before: one[oldOf[name]], after: one[name] })),
  }));
}

const oldOf = {
  standing: "oldStanding",
  totalInvestment: "oldTotalInvestment",
  dueOn: "oldDueOn",
  isConstruction: "oldIsConstruction",
  target: "oldTarget",
  site: "oldSite",
  content: "oldContent",
} as const satisfies Record<Adjustable, string>;

const adjusted = {
  id: true,
  projectId: true,
  datedOn: true,
  documentNo: true,
  reason: true,
  standing: true,
  totalInvestment: true,
  dueOn: true,
  isConstruction: true,
  target: true,
  site: true,
  content: true,
  oldStanding: true,
  oldTotalInvestment: true,
  oldDueOn: true,
  oldIsConstruction: true,
  oldTarget: true,
  oldSite: true,
  oldContent: true,
  state: true,
  stateReason: true,
  createdById: true,
  decidedById: true,
  version: true,
  project: { select: { id: true, code: true, name: true, arranged: true, disbursed: true, completed: true } },
} satisfies Prisma.ProjectAdjustmentSelect;

const named = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  site: z.string(),
  implementingUnit: z.string(),
  implementYear: z.number(),
});

/** U06: all of them by what they are found by, the newest first; so few that the box reads them and chooses. */
export const projectsToFind: Question<typeof named> = {
  asks: Prisma.sql`
    SELECT id, code, name, site, implementing_unit, implement_year FROM projects ORDER BY implement_year DESC, code`,
  shape: named,
};
