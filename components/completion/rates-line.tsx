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
      {rates.map((name) => (
        <span key={name}>
          {words(`kinds.year-report.columns.${name}`)} <b data-sum={name}>{cells[name] ?? "–"}</b>&emsp;
        </span>
      ))}
    </p>
  );
}
