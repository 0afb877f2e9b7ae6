import { getTranslations } from "next-intl/server";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { recordsAddress } from "./address";
import { endOf, type Months, numberOf } from "./months";
import { Money } from "./sum";

/** The months beside each other, as they stand on paper. */
export async function PaperMonths({ months, filter }: { months: Months; filter: FundFilter }) {
  const t = await getTranslations("fund.months");
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.month")}</th>
            {months.map(({ month }) => (
              <th scope="col" className="num" key={month}>
                {t("month", { month: numberOf(month) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="nowrap">
              {t("columns.paid")}
            </th>
            {months.map(({ month, amount }) => (
              <td className="num" key={month}>
                <Money
                  figure={`in-${month}`}
                  href={`${recordsAddress("disbursements", filter)}#in-${month}`}
                  fen={amount}
                />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className="nowrap">
              {t("columns.running")}
            </th>
            {months.map(({ month, running }) => (
              <td className="num" key={month}>
                <Money
                  figure="disbursed"
                  href={recordsAddress("disbursements", filter, { asOf: endOf(month, filter) })}
                  fen={running}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
