import { wanted } from "./goals";
import { type Goal, isMet, type Result } from "./result";
import { sayFigure } from "./spread";

/** What the whole run comes to, as the lines of a table; a goal nobody measured stands there as well. */
export function verdictOf(results: Result[]): string[] {
  const lines = results.flatMap(({ operation, goals }) =>
    goals.map((goal) => lineOf([operation, goal.goal, limitOf(goal), sayReached(goal), missedBy(goal)])),
  );
  const named = new Set(results.flatMap(({ goals }) => goals.map(({ name }) => name)));
  const left = Object.entries(wanted).filter(([name]) => !named.has(name));
  const unmeasured = left.map(([name, goal]) =>
    lineOf([name.split("/")[0] as string, goal.goal, limitOf(goal), "not measured", ""]),
  );
  return [
    lineOf(["operation", "goal", "limit", "reached", "missed by"]),
    "|---|---|---|---|---|",
    ...lines,
    ...unmeasured,
  ];
}

const lineOf = (cells: string[]): string => `| ${cells.join(" | ")} |`;

function limitOf({ most, least, unit }: Pick<Goal, "most" | "least" | "unit">): string {
  if (most !== undefined) return `≤ ${most} ${unit}`.trim();
  return least !== undefined ? `≥ ${least} ${unit}`.trim() : "–";
}

/** A goal's figure, with how far the rounds went. */
export const sayReached = ({ measured, spread, unit }: Goal): string =>
  `${spread ? sayFigure(spread, 2) : round(measured)} ${unit}`.trim();

/** How much is wanting, in the goal's own unit and of the goal; nothing where it is met. */
function missedBy(goal: Goal): string {
  if (isMet(goal)) return "";
  const limit = goal.most ?? goal.least ?? 0;
  const gap = Math.abs(goal.measured - limit);
  const share = limit > 0 ? ` (${Math.round((gap / limit) * 100)} %)` : "";
  return `${round(gap)} ${goal.unit}`.trim() + share;
}

const round = (figure: number): string => String(Number(figure.toFixed(2)));
