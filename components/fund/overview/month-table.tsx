import { recordsAddress } from "@/components/fund/address";
import { Money } from "@/components/fund/sum";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { endOf } from "@/lib/fund/rules/months";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

/** The numbers of the line (U20): what was paid in each month, and the sum up to its end. */
export async function MonthTable({ months, filter }: { months: FundOverview["months"]; filter: FundFilter }) {
  const t = await getTranslations("fund.months");
  return (
    <table className="table">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.month")}</th>
          <th scope="col" className="num">
            {t("columns.paid")}
          </th>
          <th scope="col" className="num">
            {t("columns.running")}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, amount, running }) => (
          <tr key={month}>
            <th scope="row">{t("month", { month: numberOfMonth(month) })}</th>
            <td className="num">
              <Money
                figure={`in-${month}`}
                href={`${recordsAddress("disbursements", filter)}#in-${month}`}
                fen={amount}
              />
            </td>
            <td className="num">
              <Money
                figure="disbursed"
                href={recordsAddress("disbursements", filter, { asOf: endOf(month, filter.asOf) })}
                fen={running}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
