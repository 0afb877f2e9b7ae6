import { type Day, daysBetween, yearOf } from "@/lib/calendar";
import type { ProjectSums } from "./sums";

export type LateRule = { belowPercent: number; afterYearPercent: number };

/** Which tenth of a per cent of its year a day has reached, the day itself counted: 2018-08-22 is 641. */
export function yearPassedPermille(on: Day): number {
  const year = yearOf(on);
  const [first, next] = [`${year}-01-01` as Day, `${year + 1}-01-01` as Day];
  return Math.round(((daysBetween(first, on) + 1) * 1_000) / daysBetween(first, next));
}

/** 滞后: under way and past its day, or under way with less completed than asked once a part of the year is over. */
export function isLate(
  { state, arranged, completed, dueOn }: Pick<ProjectSums, "state" | "arranged" | "completed"> & { dueOn: Day | null },
  asOf: Day,
  { belowPercent, afterYearPercent }: LateRule,
): boolean {
  if (state !== "UNDER_WAY" && state !== "NOT_STARTED") return false;
  if (dueOn !== null && dueOn < asOf) return true;
  const slow = arranged > 0n && completed * 100n < arranged * BigInt(belowPercent);
  return state === "UNDER_WAY" && slow && yearPassedPermille(asOf) > afterYearPercent * 10;
}
