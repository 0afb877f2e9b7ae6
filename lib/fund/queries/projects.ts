import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { carriedOver } from "@/lib/fund/rules/carry-over";
import { isLate } from "@/lib/fund/rules/late";
import { says } from "@/lib/fund/rules/search";
import { hasStarted, isFinished, type ProjectSums, type Scope } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { findParameters } from "@/lib/setting/parameter";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";
import { ProjectCategory, ProjectStanding, ProjectState } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  category: z.enum(ProjectCategory),
  is_employment_related: z.boolean(),
  plan_year: z.number(),
  implement_year: z.number(),
  site: z.string(),
  implementing_unit: z.string(),
  total_investment: z.bigint(),
  due_on: z.date().nullable(),
  standing: z.enum(ProjectStanding),
  arranged: z.bigint(),
  arranged_before: z.bigint(),
  disbursed: z.bigint(),
  disbursed_before: z.bigint(),
  completed: z.bigint(),
  completed_before: z.bigint(),
  state: z.enum(ProjectState),
  physical_progress: z.number(),
  problem: z.string(),
  sites: z.number(),
  sites_finished: z.number(),
});

/**
 * The one home of every sum on the fund pages (I25): each project with what was arranged, disbursed and completed between the first
 * day of `since` and `asOf` (approved records only, in fen, reversals taken off), and its state on that day. A project belongs
 * to the years in which it is carried out or has records: what was taken back within them still stands in the months between.
 * What an adjustment changed later reads as it stood on the day (R73).
 * It is counted from the day it was written down, or from its first record where that is dated earlier (R76).
 */
export async function listProjectSums(filter: FundFilter, tx: Tx = db) {
  const { since, year, asOf } = filter;
  const [from, to] = [dateFromDay(firstDay(since)), dateFromDay(asOf)];
  // Days are only counted by, never looked for: a plan for any days reads each project's records once, not all of a year's for each.
  const within = Prisma.sql`dated_on BETWEEN ${from}::date AND ${to}::date`;
  const before = Prisma.sql`dated_on < ${from}::date AND dated_on <= ${to}::date`;
  const found = await tx.$queryRaw`
    SELECT p.id, p.code, p.name, p.category, p.is_employment_related, p.plan_year, p.implement_year, coalesce(later.site, p.site) AS site,
      p.implementing_unit, coalesce(later.total_investment, p.total_investment) AS total_investment,
      CASE WHEN later.moves_due THEN later.due_on ELSE p.due_on END AS due_on, coalesce(later.standing, p.standing) AS standing,
      a.arranged, a.arranged_before, d.disbursed, d.disbursed_before, i.completed, i.completed_before, coalesce(r.state, 'NOT_STARTED') AS state,
      coalesce(r.physical_progress, 0) AS physical_progress, coalesce(r.problem, '') AS problem, s.sites, s.sites_finished
    FROM projects p
    CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE ${within}), 0)::bigint AS arranged,
        coalesce(sum(amount) FILTER (WHERE ${before}), 0)::bigint AS arranged_before,
        count(*) FILTER (WHERE ${within}) AS records, count(*) FILTER (WHERE dated_on <= ${to}::date) AS ever
      FROM appropriations WHERE project_id = p.id AND state = 'APPROVED') AS a
    CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE ${within}), 0)::bigint AS disbursed,
        coalesce(sum(amount) FILTER (WHERE ${before}), 0)::bigint AS disbursed_before,
        count(*) FILTER (WHERE ${within}) AS records, count(*) FILTER (WHERE dated_on <= ${to}::date) AS ever
      FROM disbursements WHERE project_id = p.id AND state = 'APPROVED') AS d
    CROSS JOIN LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE ${within}), 0)::bigint AS completed,
        coalesce(sum(amount) FILTER (WHERE ${before}), 0)::bigint AS completed_before,
        count(*) FILTER (WHERE ${within}) AS records, count(*) FILTER (WHERE dated_on <= ${to}::date) AS ever
      FROM investment_progress WHERE project_id = p.id AND state = 'APPROVED') AS i
    CROSS JOIN LATERAL (SELECT count(*)::int AS sites, (count(*) FILTER (WHERE finished_on <= ${to}::date))::int AS sites_finished
      FROM project_sites WHERE project_id = p.id) AS s
    LEFT JOIN LATERAL (SELECT state, physical_progress, problem FROM project_reports
      WHERE project_id = p.id AND dated_on <= ${to}::date ORDER BY dated_on DESC, seq DESC LIMIT 1) AS r ON true
    LEFT JOIN LATERAL (SELECT bool_or(due_on IS NOT NULL) AS moves_due,
        (array_agg(old_due_on ORDER BY dated_on, seq) FILTER (WHERE due_on IS NOT NULL))[1] AS due_on,
        (array_agg(old_standing ORDER BY dated_on, seq) FILTER (WHERE standing IS NOT NULL))[1] AS standing,
        (array_agg(old_site ORDER BY dated_on, seq) FILTER (WHERE site IS NOT NULL))[1] AS site,
        (array_agg(old_total_investment ORDER BY dated_on, seq) FILTER (WHERE total_investment IS NOT NULL))[1] AS total_investment
      FROM project_adjustments WHERE project_id = p.id AND state = 'APPROVED' AND dated_on > ${to}::date) AS later ON true
    WHERE (p.implement_year BETWEEN ${since}::int AND ${year}::int OR a.records + d.records + i.records > 0)
      AND (p.entered_on <= ${to}::date OR a.ever + d.ever + i.ever > 0 OR r.state IS NOT NULL)
    ORDER BY p.implement_year DESC, p.plan_year DESC, p.code`;
  const parameters = await findParameters(tx, asOf);
  const late = {
    belowPercent: parameters("late_below_percent"),
    afterYearPercent: parameters("late_after_year_percent"),
  };

  return z
    .array(row)
    .parse(found)
    .map(({ is_employment_related, due_on, sites_finished, ...p }) => {
      const dueOn = due_on && dayFromDate(due_on);
      const before = { arranged: p.arranged_before, disbursed: p.disbursed_before, completed: p.completed_before };
      return {
        id: p.id,
        code: p.code,
        name: p.name,
        category: p.category,
        isEmploymentRelated: is_employment_related,
        planYear: p.plan_year,
        implementYear: p.implement_year,
        site: p.site,
        implementingUnit: p.implementing_unit,
        totalInvestment: p.total_investment,
        dueOn,
        standing: p.standing,
        arranged: p.arranged,
        disbursed: p.disbursed,
        completed: p.completed,
        ownDisbursed: p.disbursed - carriedOver("disbursed", before, p.disbursed),
        ownCompleted: p.completed - carriedOver("completed", before, p.completed),
        before,
        state: p.state,
        physicalProgress: p.physical_progress,
        problem: p.problem,
        sites: p.sites,
        sitesFinished: sites_finished,
        scope: scopeOf(p, filter),
        isLate: isLate(
          {
            state: p.state,
            arranged: before.arranged + p.arranged,
            completed: before.completed + p.completed,
            dueOn,
            standing: p.standing,
            implementYear: p.implement_year,
          },
          asOf,
          late,
        ),
      };
    })
    .filter((project) => fits(project, filter));
}

export type ProjectRow = Awaited<ReturnType<typeof listProjectSums>>[number];

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
  { plan_year, implement_year }: { plan_year: number; implement_year: number },
  { since, year }: FundFilter,
): Scope {
  if (implement_year < since || implement_year > year) return "CARRIED";
  return plan_year > implement_year ? "EARLY" : "IN_PLAN";
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
