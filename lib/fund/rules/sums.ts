import type { Fen } from "@/lib/money";

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

export type Totals = { count: number; arranged: Fen; disbursed: Fen; completed: Fen };

/** The three sums, never one (R77), and how many projects they belong to. */
export function totalsOf(rows: readonly ProjectSums[]): Totals {
  const totals = { count: rows.length, arranged: 0n, disbursed: 0n, completed: 0n };
  for (const { arranged, disbursed, completed } of rows) {
    totals.arranged += arranged;
    totals.disbursed += disbursed;
    totals.completed += completed;
  }
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

/** Begun means past 未开工, finished means 完工 or later (A17). */
export const hasStarted = ({ state }: { state: State }): boolean => state !== "NOT_STARTED";
export const isFinished = ({ state }: { state: State }): boolean => !["NOT_STARTED", "UNDER_WAY"].includes(state);
