import "server-only";
import { cache } from "react";
import { snapshot, type Tx } from "@/lib/database/db";
import { findPlan, listYearsOf } from "@/lib/fund/queries/plan";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { listMonthlyDisbursed } from "@/lib/fund/queries/records";
import { findStandard } from "@/lib/fund/queries/standard";
import { yearPassedPermille } from "@/lib/fund/rules/late";
import { lackOf, splitAtStandard } from "@/lib/fund/rules/standard";
import { byCategory, byState, firstYear, hasStarted, isFinished, totalsOf } from "@/lib/fund/rules/sums";
import { type FundFilter, sinceOfLate } from "@/lib/fund/schema/filter";
import { type Day, yearOf } from "@/lib/value/calendar";
import { lastDay } from "@/lib/value/period";

/** Everything the fund pages show of a year, read at one instant (I25); sums in fen, counts of projects. */
export async function findFundOverview(filter: FundFilter, tx?: Tx) {
  const read = async (tx: Tx) => {
    const { year, asOf } = filter;
    const projects = await listProjectSums(filter, tx);
    const ever = await listProjectSums({ year, since: firstYear, asOf }, tx);
    const late = await listProjectSums({ ...filter, since: sinceOfLate(year), late: "yes" }, tx);
    const months = await listMonthlyDisbursed(filter, projects, tx);
    const standard = await findStandard(year, asOf, tx);

    const totals = totalsOf(projects);
    const early = projects.filter(({ scope }) => scope === "EARLY");
    const inPlan = projects.filter(({ scope }) => scope === "IN_PLAN");
    return {
      projects,
      months,
      standard,
      totals,
      arranged: splitAtStandard(totals.arranged, standard.standard),
      disbursed: splitAtStandard(totals.disbursed, standard.standard),
      completed: splitAtStandard(totals.completed, standard.standard),
      lack: lackOf(totals.arranged, standard.standard),
      early: {
        projects: early,
        ...totalsOf(early),
        sites: sumOf(early, "sites"),
        sitesFinished: sumOf(early, "sitesFinished"),
      },
      inPlan: { ...totalsOf(inPlan), started: inPlan.filter(hasStarted).length, finished: inPlan.filter(isFinished) },
      categories: byCategory(projects),
      states: byState(projects),
      late,
      yearPassedPermille: yearPassedPermille(asOf, year),
      ever: { ...totalsOf(ever), employment: ever.filter(({ isEmploymentRelated }) => isEmploymentRelated).length },
    };
  };
  return tx ? read(tx) : snapshot(read);
}

export type FundOverview = Awaited<ReturnType<typeof findFundOverview>>;

/** R61–R65, A4: each year with its standard, its sums and what was disbursed since the first; read at one instant. */
export const listFundYears = cache(async (asOf: Day) =>
  snapshot(async (tx) => {
    const years = [];
    let [disbursedSoFar, arrangedSoFar] = [0n, 0n];
    for (const year of await listYearsOf(firstYear, yearOf(asOf), asOf, tx)) {
      const end = lastDay(year);
      const projects = await listProjectSums({ year, since: year, asOf: asOf < end ? asOf : end }, tx);
      const standard = await findStandard(year, asOf, tx);
      const plan = await findPlan(year, asOf, tx);
      const totals = totalsOf(projects);
      disbursedSoFar += totals.disbursed;
      arrangedSoFar += totals.arranged;
      const early = totalsOf(projects.filter(({ scope }) => scope === "EARLY"));
      years.push({
        ...standard,
        ...totals,
        above: standard.standard === null ? null : splitAtStandard(totals.arranged, standard.standard).above,
        early: early.arranged,
        plan,
        disbursedSoFar,
        arrangedSoFar,
      });
    }
    return years;
  }),
);

export type FundYear = Awaited<ReturnType<typeof listFundYears>>[number];

const sumOf = <Name extends string>(rows: readonly Record<Name, number>[], name: Name): number =>
  rows.reduce((sum, row) => sum + row[name], 0);
