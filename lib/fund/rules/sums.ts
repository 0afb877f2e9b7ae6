import type { Fen } from "@/lib/value/money";

/** The first year of the aid (A4). */
export const firstYear = 2012;

/** What one project has in the three ledgers, and where it stands, as of a day. */
export type ProjectSums = {
  category: Category;
  isEmploymentRelated: boolean;
  scope: Scope;
  state: State;
  arranged: Fen;
  disbursed: Fen;
  completed: Fen;
  /** What of the two settles what was arranged within the same years; the rest is carried over (结转). */
  ownDisbursed: Fen;
  ownCompleted: Fen;
};

export const categories = [
  "INDUSTRY",
  "INFRASTRUCTURE",
  "EMPLOYMENT",
  "EDUCATION",
  "HEALTH",
  "LIVELIHOOD",
  "TALENT",
] as const;
export type Category = (typeof categories)[number];

export const states = ["NOT_STARTED", "UNDER_WAY", "FINISHED", "ACCEPTED", "HANDED_OVER"] as const;
export type State = (typeof states)[number];

/** A2, R66: planned for its year, carried out before it, or money of an earlier year's project. */
export const scopes = ["IN_PLAN", "EARLY", "CARRIED"] as const;
export type Scope = (typeof scopes)[number];

const sums = ["arranged", "disbursed", "completed", "ownDisbursed", "ownCompleted"] as const;

export type Totals = { count: number } & Record<(typeof sums)[number], Fen>;

/** The three sums, never one (R77), what of two of them is of the period's own arrangements, and how many projects they belong to. */
export function totalsOf(rows: readonly ProjectSums[]): Totals {
  const totals = { count: rows.length, arranged: 0n, disbursed: 0n, completed: 0n, ownDisbursed: 0n, ownCompleted: 0n };
  for (const row of rows) for (const sum of sums) totals[sum] += row[sum];
  return totals;
}

export const byCategory = (rows: readonly ProjectSums[]) =>
  categories.map((category) => ({ category, ...totalsOf(rows.filter((row) => row.category === category)) }));

/** The states of the year's own projects, the early ones apart (A2); 安排 is of both together. */
export function byState(rows: readonly ProjectSums[]) {
  const own = rows.filter(({ scope }) => scope !== "CARRIED");
  return states.map((state) => {
    const here = own.filter((row) => row.state === state);
    const early = here.filter(({ scope }) => scope === "EARLY").length;
    return { state, inPlan: here.length - early, early, arranged: totalsOf(here).arranged };
  });
}

/** What a count of projects asks of their states: 已开工, 完工. */
export const reaches = ["started", "finished"] as const;

/** Begun means past 未开工, finished means 完工 or later (A17). */
export const hasStarted = ({ state }: { state: State }): boolean => state !== "NOT_STARTED";
export const isFinished = ({ state }: { state: State }): boolean => !["NOT_STARTED", "UNDER_WAY"].includes(state);
