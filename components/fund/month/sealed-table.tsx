import { Wan } from "@/components/fund/record/wan";
import { differenceOf, type SealedFigure } from "@/lib/fund/rules/sealed";
import type { Month } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Period = { month: Month | null; figures: SealedFigure[] };
type Props = { periods: Period[]; caption: string; sealed: "closed" | "reported" };

/** I40: each figure as it was sealed, as it is today, and what lies between the two. */
export async function SealedTable({ periods, caption, sealed }: Props) {
  const t = await getTranslations("money.sealed");
  const byMonth = sealed === "reported";

  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {byMonth && <th scope="col">{t("columns.period")}</th>}
          <th scope="col">{t("columns.figure")}</th>
          {([sealed, "now", "difference"] as const).map((column) => (
            <th scope="col" className="num" key={column}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.flatMap(({ month, figures }) =>
          figures.map((figure) => (
            <tr key={`${month} ${figure.name}`} data-figure-of={figure.name}>
              {month && <td className="nowrap">{t("month", { month: numberOfMonth(month) })}</td>}
              <th scope="row" className="card-name">
                {month && <span className="md:hidden">{t("monthOf", { month: numberOfMonth(month) })}</span>}
                {t(`figures.${figure.name}`)}
              </th>
              <Amount fen={figure.sealed} className="num card-below" label={t(`columns.${sealed}`)} />
              <Amount fen={figure.now} className="num card-below-side" label={t("columns.now")} />
              <Amount fen={differenceOf(figure)} className="num card-side" label={t("columns.difference")} />
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** What was not known is no zero (I22). */
async function Amount({ fen, className, label }: { fen: Fen | null; className: string; label: string }) {
  const t = await getTranslations("money.sealed");
  return (
    <td className={className} data-label={label}>
      {fen === null ? <span className="muted">{t("unknown")}</span> : <Wan fen={fen} exact />}
    </td>
  );
}
