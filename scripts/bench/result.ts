import type { Load } from "./load";

/** One operation: what was measured of the portal and of its limit, and what the goals come to. */
export type Result = { operation: string; loads: { who: string; load: Load }[]; goals: Goal[] };

export type Goal = { goal: string; measured: number; most?: number; least?: number; unit: string };

export const isMet = ({ measured, most, least }: Goal): boolean =>
  (most === undefined || measured <= most) && (least === undefined || measured >= least);

export type Operation = () => Promise<Result[]>;
