import type { Load } from "./load";
import type { Measured } from "./result";
import { type Spread, spreadOf } from "./spread";

/** What so many clients measured at one server; no rounds where it was not asked. */
export const loadsAt = (measured: Measured[], who: string, clients: number): Load[] =>
  measured.find((one) => one.who === who && one.clients === clients)?.rounds ?? [];

/** A figure of each round. */
export const figureOf = (loads: Load[], figure: (load: Load) => number): Spread => spreadOf(loads.map(figure));

/** Processor of server and database a request. */
export const costOf = ({ serverMs, databaseMs }: Load): number => serverMs + databaseMs;

/** How many times the limit's figure, round by round: what else the machine does meets both alike. */
export const ratio = (mine: Load[], limit: Load[], figure: (load: Load) => number = costOf): Spread =>
  spreadOf(mine.map((load, round) => figure(load) / (limit[round] ? figure(limit[round]) : Number.NaN)));

/** A ratio said in hundredths. */
export const percent = ({ median, least, most }: Spread): Spread => ({
  median: median * 100,
  least: least * 100,
  most: most * 100,
});
