import type { Load } from "./load";
import type { Spread } from "./spread";

/** One operation: what was measured of the portal and of its limits, and what the goals come to. */
export type Result = { operation: string; loads: Measured[]; goals: Goal[] };

/** The rounds of so many clients at one server. */
export type Measured = { who: string; clients: number; rounds: Load[] };

export type Goal = {
  goal: string;
  measured: number;
  most?: number;
  least?: number;
  unit: string;
  /** How far the rounds went either way. */
  spread?: Spread;
  /** Its place in `goals.ts`. */
  name?: string;
};

export const isMet = ({ measured, most, least }: Goal): boolean =>
  (most === undefined || measured <= most) && (least === undefined || measured >= least);

export type Operation = () => Promise<Result[]>;
