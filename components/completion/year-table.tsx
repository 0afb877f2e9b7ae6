import { CohortBadge } from "@/components/cohort/cohort-badge";
import { Figure } from "@/components/ui/figure";
import { nobody } from "@/lib/completion/queries/tally";
import type { CompletionYear } from "@/lib/completion/queries/year";
import { countable } from "@/lib/completion/schema";
import { type TallyCells, tallyCells, tallyColumns } from "@/lib/report/sheet/tally-cells";
import { withoutYear } from "@/lib/value/period";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

const columns = Object.keys(tallyColumns) as (keyof TallyCells)[];

/** The cohorts of a year as the report gives them, column for column; each leads to its people. */
export async function YearTable({ found: { lines, sums } }: { found: CompletionYear }) {
  const [t, words] = await Promise.all([getTranslations("completion.year"), lookUp("report")]);
  const column = (name: string) => words(`kinds.year-report.columns.${name}`);
  const parts = sums.outside.seats > 0 ? (["atBase", "outside", "all"] as const) : (["all"] as const);

  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{column("cohort")}</th>
            <th scope="col">{t("period")}</th>
            {(["seats", ...columns] as const).map((name) => (
              <th scope="col" className="num" key={name}>
                {column(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, number, title, startsOn, endsOn, state, seats, tally }) => (
            <tr key={id}>
              <th scope="row" className="card-name">
                <a href={`/cohorts/${id}/completion`}>
                  {number}&ensp;{title}
                </a>
                {state !== "CLOSED" && (
                  <>
                    &ensp;
                    <CohortBadge state={state} />
                  </>
                )}
              </th>
              <td className="nowrap card-below">
                {t("fromTo", { from: withoutYear(startsOn), to: withoutYear(endsOn) })}
              </td>
              <td className="num">{seats}</td>
              <Cells cells={tallyCells(tally ?? nobody)} cohortId={id} label={column} />
            </tr>
          ))}
        </tbody>
        <tfoot id="sums">
          {parts.map((part) => (
            <tr key={part} data-sum={part}>
              <th scope="row" className="card-name" colSpan={2}>
                {words(`sums.${part}`)}
              </th>
              <td className="num">{sums[part].seats}</td>
              <Cells cells={tallyCells(sums[part])} label={column} />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

const isCount = (name: string): boolean => (countable as readonly string[]).includes(name);

type CellsProps = { cells: TallyCells; cohortId?: string; label: (name: string) => string };

/** A count of people leads to exactly these people, a rate to what it is made of; on a phone the trained and the completed stay. */
function Cells({ cells, cohortId, label }: CellsProps) {
  const classNames: Partial<Record<keyof TallyCells, string>> = {
    personTimes: "num card-side",
    completed: "num card-below-side",
  };
  const to = (name: keyof TallyCells) =>
    cohortId && `/cohorts/${cohortId}/${isCount(name) ? `counted?of=${name}` : "completion"}`;
  return columns.map((name) => (
    <td className={classNames[name] ?? "num"} key={name} data-label={label(name)} data-column={name}>
      <Figure href={to(name)} zero={cells[name] === 0 || cells[name] === null}>
        {cells[name] ?? "–"}
      </Figure>
    </td>
  ));
}
