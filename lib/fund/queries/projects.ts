import "server-only";
import { db, type Tx } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { type Summed, sumsWithin } from "@/lib/fund/queries/sums";
import { carriedOver } from "@/lib/fund/rules/carry-over";
import { isLate } from "@/lib/fund/rules/late";
import { says } from "@/lib/fund/rules/search";
import { hasStarted, isFinished, type ProjectSums, type Scope } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { figuresInForce, type Parameters, parametersIn } from "@/lib/setting/parameter";
import { dateFromDay } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";

/** Those of them that a filter means, each with what is told of it by rule. */
export function projectsOf(found: Summed[], filter: FundFilter, parameters: Parameters) {
  const { asOf } = filter;
  const late = {
    belowPercent: parameters("late_below_percent"),
    afterYearPercent: parameters("late_after_year_percent"),
  };
  return found
    .map((p) => {
      const before = { arranged: p.arrangedBefore, disbursed: p.disbursedBefore, completed: p.completedBefore };
      return {
        id: p.id,
        code: p.code,
        name: p.name,
        category: p.category,
        isEmploymentRelated: p.isEmploymentRelated,
        planYear: p.planYear,
        implementYear: p.implementYear,
        site: p.site,
        implementingUnit: p.implementingUnit,
        totalInvestment: p.totalInvestment,
        dueOn: p.dueOn,
        standing: p.standing,
        arranged: p.arranged,
        disbursed: p.disbursed,
        completed: p.completed,
        ownDisbursed: p.disbursed - carriedOver("disbursed", before, p.disbursed),
        ownCompleted: p.completed - carriedOver("completed", before, p.completed),
        before,
        state: p.state,
        physicalProgress: p.physicalProgress,
        problem: p.problem,
        sites: p.sites,
        sitesFinished: p.sitesFinished,
        scope: scopeOf(p, filter),
        isLate: isLate(
          { ...p, arranged: before.arranged + p.arranged, completed: before.completed + p.completed },
          asOf,
          late,
        ),
      };
    })
    .filter((project) => fits(project, filter));
}

/** They by themselves. */
export async function listProjectSums(filter: FundFilter, tx: Tx = db) {
  const { found, figures } = await together(tx, { found: sumsWithin(filter), figures: figuresInForce(filter.asOf) });
  return projectsOf(found, filter, parametersIn(figures));
}

export type ProjectRow = ReturnType<typeof projectsOf>[number];

/** What the ledger says of each project besides its sums: what is built, and under which papers money was arranged within the filter. */
export async function listProjectPapers(projects: ProjectRow[], { since, asOf }: FundFilter, tx: Tx = db) {
  const found = await tx.project.findMany({
    where: { id: { in: projects.map(({ id }) => id) } },
    select: {
      id: true,
      content: true,
      // R73: what an adjustment dated later replaced.
      adjustments: {
        where: { state: "APPROVED", content: { not: null }, datedOn: { gt: dateFromDay(asOf) } },
        orderBy: [{ datedOn: "asc" }, { seq: "asc" }],
        take: 1,
        select: { oldContent: true },
      },
      appropriations: {
        where: { state: "APPROVED", datedOn: { gte: dateFromDay(firstDay(since)), lte: dateFromDay(asOf) } },
        orderBy: [{ datedOn: "asc" }, { seq: "asc" }],
        select: { documentNo: true },
      },
    },
  });
  return new Map(
    found.map(({ id, appropriations, adjustments, ...project }) => {
      const documents = new Set(appropriations.map(({ documentNo }) => documentNo));
      const content = adjustments[0]?.oldContent ?? project.content;
      return [id, { content, documents: [...documents].join("\n") }];
    }),
  );
}

/** A2, R66: early where it was planned for a later year; money of another year's project is carried along. */
function scopeOf(
  { planYear, implementYear }: { planYear: number; implementYear: number },
  { since, year }: FundFilter,
): Scope {
  if (implementYear < since || implementYear > year) return "CARRIED";
  return planYear > implementYear ? "EARLY" : "IN_PLAN";
}

const reachedBy = { started: hasStarted, finished: isFinished };

type Fitted = ProjectSums & Record<"id" | "code" | "name" | "site" | "implementingUnit", string> & { isLate: boolean };

const fits = (
  project: Fitted,
  { category, scope, state, reached, employment, late, project: id, q }: FundFilter,
): boolean =>
  (!category || project.category === category) &&
  (!scope || project.scope === scope) &&
  // The states of the overview are those of the year's own projects.
  (!state || (project.state === state && project.scope !== "CARRIED")) &&
  (!reached || reachedBy[reached](project)) &&
  (!employment || project.isEmploymentRelated) &&
  (!late || project.isLate) &&
  (!id || project.id === id) &&
  (!q || says(q, [project.code, project.name, project.site, project.implementingUnit]));
