import type { GroupTally } from "@/lib/completion/queries/tally";
import { tallyCells } from "@/lib/report/sheet/tally-cells";
import { lookUp } from "@/lib/wording/lookup";

const rates = ["completionRate", "attendance", "theory", "practice"] as const;

/** U04: the rates of a cohort's line in the year's report, above the people they are made of. */
export async function RatesLine({ tallies }: { tallies: GroupTally[] }) {
  const words = await lookUp("report");
  const all = tallies.find(({ kind }) => kind === "ALL");
  if (!all || all.personTimes === 0) return null;

  const cells = tallyCells(all);
  return (
    <p className="sheet-note">
      {rates.map((name) => {
        // A column of the report says its unit in its heading; in a line the unit stands with the figure.
        const heading = words(`kinds.year-report.columns.${name}`);
        const [label, unit] = heading.endsWith("%") ? [heading.slice(0, -1).trimEnd(), "%"] : [heading, ""];
        const figure = cells[name];
        return (
          <span key={name}>
            {label} <b data-sum={name}>{figure === null ? "–" : `${figure}${unit}`}</b>&emsp;
          </span>
        );
      })}
    </p>
  );
}
