import { MonthBadge } from "@/components/fund/record/record-badge";
import { Wan } from "@/components/fund/record/wan";
import { Link } from "@/components/ui/link";
import type { FundMonth } from "@/lib/fund/queries/months";
import { formatWan } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  months: FundMonth[];
  year: number;
  /** What may be done with a month by whoever looks, or undefined. */
  stepOf(month: FundMonth): "submit" | "lock" | undefined;
};

/** The twelve months of a year: three sums, never one, what still waits, and how far the report is. */
export async function MonthTable({ months, year, stepOf }: Props) {
  const t = await getTranslations("money.months");
  const total = (of: "arranged" | "disbursed" | "completed") => months.reduce((sum, month) => sum + month[of], 0n);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("caption", { year })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.month")}</th>
          <th scope="col" className="num">
            {t("columns.arranged")}
          </th>
          <th scope="col" className="num">
            {t("columns.disbursed")}
          </th>
          <th scope="col" className="num">
            {t("columns.completed")}
          </th>
          <th scope="col" className="num">
            {t("columns.waiting")}
          </th>
          <th scope="col" className="after-num">
            {t("columns.state")}
          </th>
          <th scope="col">{t("columns.who")}</th>
          <th scope="col">
            <span className="sr-only">{t("columns.step")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => {
          const step = stepOf(month);
          return (
            <tr key={month.month}>
              <th scope="row" className="card-name nowrap">
                {t("month", { month: numberOfMonth(month.month) })}
                {step && (
                  <Link className="ml-3 md:hidden" href={`/fund/months?year=${year}&month=${month.month}#step`}>
                    {t(`steps.${step}`)}
                  </Link>
                )}
              </th>
              <td className="num">
                <Wan fen={month.arranged} />
              </td>
              <td className="num card-below" data-label={t("columns.disbursed")}>
                <Wan fen={month.disbursed} />
              </td>
              <td className="num card-below-side" data-label={t("columns.completed")}>
                <Wan fen={month.completed} />
              </td>
              <td className="num">
                {month.waiting > 0 ? (
                  <a className="fig" href={`/fund/approvals?month=${month.month}`}>
                    {month.waiting}
                  </a>
                ) : (
                  <span className="muted">0</span>
                )}
              </td>
              <td className="after-num card-side">
                <MonthBadge state={month.state} />
              </td>
              <td className="small muted">
                {month.submittedBy && t("submittedBy", { who: month.submittedBy })}
                {month.lockedBy && t("lockedBy", { who: month.lockedBy })}
                {month.state === "OPEN" && month.stateReason && t("returned", { reason: month.stateReason })}
              </td>
              <td className="nowrap">
                {step && <Link href={`/fund/months?year=${year}&month=${month.month}#step`}>{t(`steps.${step}`)}</Link>}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="card-name">
            {t("whole")}
          </th>
          <td className="num">{formatWan(total("arranged"))}</td>
          <td className="num card-below" data-label={t("columns.disbursed")}>
            {formatWan(total("disbursed"))}
          </td>
          <td className="num card-below-side" data-label={t("columns.completed")}>
            {formatWan(total("completed"))}
          </td>
          <td colSpan={4} />
        </tr>
      </tfoot>
    </table>
  );
}
