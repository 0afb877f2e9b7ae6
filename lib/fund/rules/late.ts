import { type Day, daysBetween } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { firstDay } from "@/lib/value/period";
import type { State } from "./sums";

export type LateRule = { belowPercent: number; afterYearPercent: number };

/** What a project is judged late by: its state, and all its money up to the day. */
export type Progress = {
  state: State;
  /** R73: what is suspended or cancelled is not late; without it the works go on. */
  standing?: "ACTIVE" | "SUSPENDED" | "CANCELLED";
  arranged: Fen;
  completed: Fen;
  dueOn: Day | null;
  implementYear: number;
};

/** Which tenth of a per cent of a year a day has reached, the day itself counted: 2018-08-22 is 641 of 2018, and all of 2017. */
export function yearPassedPermille(on: Day, year: number): number {
  const [first, next] = [firstDay(year), firstDay(year + 1)];
  if (on < first) return 0;
  if (on >= next) return 1_000;
  return Math.round(((daysBetween(first, on) + 1) * 1_000) / daysBetween(first, next));
}

/**
 * 滞后, a property of a project on a day, whatever year is looked at: past its day, or under way with less completed than asked once
 * a part of the year it is carried out in is over. The end of that year makes nothing punctual.
 */
export function isLate(project: Progress, asOf: Day, { belowPercent, afterYearPercent }: LateRule): boolean {
  const { state, arranged, completed, dueOn, implementYear } = project;
  if (project.standing !== undefined && project.standing !== "ACTIVE") return false;
  if (state !== "UNDER_WAY" && state !== "NOT_STARTED") return false;
  if (dueOn !== null && dueOn < asOf) return true;
  const slow = arranged > 0n && completed * 100n < arranged * BigInt(belowPercent);
  return state === "UNDER_WAY" && slow && yearPassedPermille(asOf, implementYear) > afterYearPercent * 10;
}
