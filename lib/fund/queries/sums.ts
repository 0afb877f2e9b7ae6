import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { dateFromDay } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";
import { ProjectCategory, ProjectStanding, ProjectState } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  category: z.enum(ProjectCategory),
  isEmploymentRelated: z.boolean(),
  planYear: z.number(),
  implementYear: z.number(),
  site: z.string(),
  implementingUnit: z.string(),
  totalInvestment: told.fen,
  dueOn: told.day.nullable(),
  standing: z.enum(ProjectStanding),
  arranged: told.fen,
  arrangedBefore: told.fen,
  disbursed: told.fen,
  disbursedBefore: told.fen,
  completed: told.fen,
  completedBefore: told.fen,
  state: z.enum(ProjectState),
  physicalProgress: z.number(),
  problem: z.string(),
  sites: z.number(),
  sitesFinished: z.number(),
});

/** The days a sum reaches over. */
export type Period = Pick<FundFilter, "since" | "year" | "asOf">;

/**
 * The one home of every sum on the fund pages (I25): each project with what was arranged, disbursed and completed between the first
 * day of `since` and `asOf` (approved records only, in fen, reversals taken off), and its state on that day. A project belongs
 * to the years in which it is carried out or has records: what was taken back within them still stands in the months between.
 * What an adjustment changed later reads as it stood on the day (R73).
 * It is counted from the day it was written down, or from its first record where that is dated earlier (R76).
 */
export const sumsWithin = ({ since, year, asOf }: Period): Question<typeof row> => {
  const [first, last] = [Prisma.sql`${dateFromDay(firstDay(since))}::date`, Prisma.sql`${dateFromDay(asOf)}::date`];
  return {
    // Each ledger is read once and its sums are laid beside the projects: project by project it would be read as often as there are any.
    asks: Prisma.sql`
      WITH period AS (SELECT ${first} AS first, ${last} AS last), a AS (${sumsOf("appropriations")}), d AS (${sumsOf("disbursements")}),
        i AS (${sumsOf("investment_progress")}),
        s AS (SELECT project_id, count(*)::int AS sites, (count(*) FILTER (WHERE finished_on <= last))::int AS finished
          FROM project_sites, period GROUP BY project_id),
        r AS (SELECT DISTINCT ON (project_id) project_id, state, physical_progress, problem FROM project_reports, period
          WHERE dated_on <= last ORDER BY project_id, dated_on DESC, seq DESC),
        later AS (SELECT project_id, bool_or(due_on IS NOT NULL) AS moves_due,
            (array_agg(old_due_on ORDER BY dated_on, seq) FILTER (WHERE due_on IS NOT NULL))[1] AS due_on,
            (array_agg(old_standing ORDER BY dated_on, seq) FILTER (WHERE standing IS NOT NULL))[1] AS standing,
            (array_agg(old_site ORDER BY dated_on, seq) FILTER (WHERE site IS NOT NULL))[1] AS site,
            (array_agg(old_total_investment ORDER BY dated_on, seq) FILTER (WHERE total_investment IS NOT NULL))[1] AS total_investment
          FROM project_adjustments, period WHERE state = 'APPROVED' AND dated_on > last GROUP BY project_id)
      SELECT p.id, p.code, p.name, p.category, p.is_employment_related, p.plan_year, p.implement_year, coalesce(later.site, p.site) AS site,
        p.implementing_unit, coalesce(later.total_investment, p.total_investment)::text AS total_investment,
        CASE WHEN later.moves_due THEN later.due_on ELSE p.due_on END AS due_on, coalesce(later.standing, p.standing) AS standing,
        coalesce(a.within, 0)::text AS arranged, coalesce(a.before, 0)::text AS arranged_before,
        coalesce(d.within, 0)::text AS disbursed, coalesce(d.before, 0)::text AS disbursed_before,
        coalesce(i.within, 0)::text AS completed, coalesce(i.before, 0)::text AS completed_before,
        coalesce(r.state, 'NOT_STARTED') AS state, coalesce(r.physical_progress, 0) AS physical_progress,
        coalesce(r.problem, '') AS problem, coalesce(s.sites, 0) AS sites, coalesce(s.finished, 0) AS sites_finished
      FROM period CROSS JOIN projects p
      LEFT JOIN a ON a.project_id = p.id LEFT JOIN d ON d.project_id = p.id LEFT JOIN i ON i.project_id = p.id
      LEFT JOIN s ON s.project_id = p.id LEFT JOIN r ON r.project_id = p.id LEFT JOIN later ON later.project_id = p.id
      WHERE (p.implement_year BETWEEN ${since}::int AND ${year}::int OR a.has_records OR d.has_records OR i.has_records)
        AND (p.entered_on <= last OR a.is_known OR d.is_known OR i.is_known OR r.project_id IS NOT NULL)
      ORDER BY p.implement_year DESC, p.plan_year DESC, p.code`,
    shape: row,
  };
};

/** Days are only counted by, never looked for: a plan for any days reads a ledger once, not all of a year's for each project. */
const sumsOf = (ledger: string): Prisma.Sql => Prisma.sql`
  SELECT project_id, coalesce(sum(amount) FILTER (WHERE dated_on BETWEEN first AND last), 0)::bigint AS within,
    coalesce(sum(amount) FILTER (WHERE dated_on < first AND dated_on <= last), 0)::bigint AS before,
    bool_or(dated_on BETWEEN first AND last) AS has_records, bool_or(dated_on <= last) AS is_known
  FROM ${Prisma.raw(ledger)}, period WHERE state = 'APPROVED' GROUP BY project_id`;

export type Summed = z.output<typeof row>;
