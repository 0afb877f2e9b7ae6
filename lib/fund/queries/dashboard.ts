import "server-only";
import { cache } from "react";
import { db, snapshot, type Tx } from "@/lib/database/db";
import { type Told, together } from "@/lib/database/together";
import { monthsOf, paidByMonth } from "@/lib/fund/queries/monthly";
import { findPlan, listYearsOf } from "@/lib/fund/queries/plan";
import { listProjectSums, projectsOf } from "@/lib/fund/queries/projects";
import { type Behind, findStandard, standardBehind, standardFrom } from "@/lib/fund/queries/standard";
import { sumsWithin } from "@/lib/fund/queries/sums";
import { yearPassedPermille } from "@/lib/fund/rules/late";
import { lackOf, splitAtStandard } from "@/lib/fund/rules/standard";
import { byCategory, byState, firstYear, hasStarted, isFinished, totalsOf } from "@/lib/fund/rules/sums";
import { type FundFilter, sinceOfLate } from "@/lib/fund/schema/filter";
import { figuresInForce, parametersIn } from "@/lib/setting/parameter";
import { type Day, yearOf } from "@/lib/value/calendar";
import { lastDay } from "@/lib/value/period";

/** What the figures of a year are made of, for a page that asks others with them; `overviewOf` reads the answers. */
export function questionsOf(filter: FundFilter) {
  const { year, asOf } = filter;
  return {
    within: sumsWithin(filter),
    // What was ever paid and what is late begin with the aid, whatever year is looked at.
    ever: sumsWithin({ year, since: sinceOfLate(year), asOf }),
    paid: paidByMonth(filter),
    standard: standardBehind(year, asOf),
    figures: figuresInForce(asOf),
  };
}

export type Answers = Told<ReturnType<typeof questionsOf>>;

/** Everything the fund pages show of a year; sums in fen, counts of projects. */
export function overviewOf(filter: FundFilter, { within, ever: sinceFirst, paid, standard: behind, figures }: Answers) {
  const { year, asOf } = filter;
  const parameters = parametersIn(figures);
  const projects = projectsOf(within, filter, parameters);
  const since = sinceOfLate(year);
  const late = projectsOf(sinceFirst, { ...filter, since, late: "yes" }, parameters);
  const ever = year < firstYear ? [] : projectsOf(sinceFirst, { year, since, asOf }, parameters);
  const standard = standardFrom(year, behind[0] as Behind);

  const totals = totalsOf(projects);
  const early = projects.filter(({ scope }) => scope === "EARLY");
  const inPlan = projects.filter(({ scope }) => scope === "IN_PLAN");
  return {
    projects,
    months: monthsOf(paid, filter, projects),
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
}

export type FundOverview = ReturnType<typeof overviewOf>;

/** They by themselves, asked in one statement and so at one instant (I25). */
export const findFundOverview = async (filter: FundFilter, tx: Tx = db) =>
  overviewOf(filter, await together(tx, questionsOf(filter)));

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
