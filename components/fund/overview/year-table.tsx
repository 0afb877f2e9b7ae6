import { useTranslations } from "next-intl";
import { formulaAddress, fundAddress, recordsAddress } from "@/components/fund/address";
import { basisPointsText, Money, Rate, Sum } from "@/components/fund/sum";
import { Badge } from "@/components/ui/badge";
import type { FundYear } from "@/lib/fund/queries/dashboard";
import { firstYear } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Day, yearOf } from "@/lib/value/calendar";
import { type Fen, formatWan, formatYi } from "@/lib/value/money";
import { lastDay } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { years: FundYear[]; asOf: Day };

const columns = [
  { column: "year", className: "card-name" },
  { column: "revenue", className: "num" },
  { column: "rate", className: "num" },
  { column: "standard", className: "num" },
  { column: "arranged", className: "num" },
  { column: "above", className: "num" },
  { column: "early", className: "num" },
  { column: "disbursed", className: "num" },
  { column: "standardRate", className: "num" },
  { column: "soFar", className: "num" },
  { column: "document", className: "after-num" },
] as const;

/** 年度标准测算表: the years side by side; a year that has only a plan is shown, and adds to nothing. */
export async function YearTable({ years, asOf }: Props) {
  const t = await getTranslations("fund.years");
  const begun = years.filter(({ year }) => year <= yearOf(asOf));
  const last = begun.at(-1);

  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            {columns.map(({ column, className }) => (
              <th scope="col" className={className} key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <Row key={year.year} year={year} asOf={asOf} />
          ))}
        </tbody>
        {last && (
          <tfoot>
            <Foot years={begun} last={last} asOf={asOf} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Row({ year: row, asOf }: { year: FundYear; asOf: Day }) {
  const t = useTranslations("fund.years");
  const { year, revenue, standard, plan } = row;
  const filter = filterOf(year, asOf);
  const since = { ...filter, since: firstYear };
  const isPlan = year > yearOf(asOf);

  return (
    <tr>
      <th scope="row" className="card-name nowrap">
        <a href={fundAddress(filter)}>{year}</a>&ensp;{isPlan && <Badge kind="open">{t("planned")}</Badge>}
      </th>
      <td className="num">
        {revenue ? (
          <Sum figure="revenue-yi" href={formulaAddress("revenue-yi", filter)}>
            {formatYi(revenue.amount)}
          </Sum>
        ) : (
          <span className="muted">–</span>
        )}
      </td>
      <td className="num">
        <Sum figure="aid-rate" href={formulaAddress("aid-rate", filter)}>
          {basisPointsText(row.rateBasisPoints)}
        </Sum>
      </td>
      <td className="num card-side" data-label={t("columns.standard")}>
        {standard === null ? (
          <span className="muted">{t("unconfirmed")}</span>
        ) : (
          <Money figure="standard" href={formulaAddress("standard", filter)} fen={standard} />
        )}
      </td>
      <td className="num card-below-side" data-label={t("columns.arranged")}>
        {isPlan && plan ? (
          t.rich("plan", {
            total: () => <Money figure="plan" href={formulaAddress("plan", filter)} fen={plan.total} />,
          })
        ) : (
          <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={row.arranged} />
        )}
      </td>
      <td className="num">
        {row.above === null ? (
          <span className="muted">–</span>
        ) : (
          <Money figure="above-arranged" href={formulaAddress("above-arranged", filter)} fen={row.above} />
        )}
      </td>
      <td className="num">
        <Money figure="arranged" href={recordsAddress("appropriations", filter, { scope: "EARLY" })} fen={row.early} />
      </td>
      <td className="num">
        <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={row.disbursed} />
      </td>
      <td className="num card-below" data-label={t("columns.standardRate")}>
        {isPlan ? (
          <span className="muted">–</span>
        ) : (
          <Rate
            figure="standard-rate"
            href={formulaAddress("standard-rate", filter)}
            part={row.arranged}
            of={standard}
          />
        )}
      </td>
      <td className="num">
        {isPlan ? (
          <span className="muted">–</span>
        ) : (
          <Money figure="disbursed" href={recordsAddress("disbursements", since)} fen={row.disbursedSoFar} />
        )}
      </td>
      <td className="after-num">
        {revenue?.documentNo}
        {revenue && revenue.certainty !== "CONFIRMED" && (
          <>
            &ensp;
            <Badge kind="warn">{t(`certainty.${revenue.certainty}`)}</Badge>
          </>
        )}
      </td>
    </tr>
  );
}

/** What is added up here and nowhere else is plain; the two sums of ledgers lead to them. */
async function Foot({ years, last, asOf }: { years: FundYear[]; last: FundYear; asOf: Day }) {
  const t = await getTranslations("fund.years");
  const since = { ...filterOf(last.year, asOf), since: firstYear };
  const sum = (amount: (year: FundYear) => Fen | null) =>
    formatWan(years.reduce((total, year) => total + (amount(year) ?? 0n), 0n));

  return (
    <tr>
      <th scope="row" className="card-name nowrap">
        {t("total", { first: firstYear, last: last.year })}
      </th>
      <td />
      <td />
      <td className="num card-side" data-label={t("columns.standard")}>
        {sum(({ standard }) => standard)}
      </td>
      <td className="num card-below-side" data-label={t("columns.arranged")}>
        <Money figure="arranged" href={recordsAddress("appropriations", since)} fen={last.arrangedSoFar} />
      </td>
      <td className="num">{sum(({ above }) => above)}</td>
      <td className="num">{sum(({ early }) => early)}</td>
      <td className="num">
        <Money figure="disbursed" href={recordsAddress("disbursements", since)} fen={last.disbursedSoFar} />
      </td>
      <td />
      <td className="num">
        <Money figure="disbursed" href={recordsAddress("disbursements", since)} fen={last.disbursedSoFar} />
      </td>
      <td />
    </tr>
  );
}

const filterOf = (year: number, asOf: Day): FundFilter => {
  const end = lastDay(year);
  return { year, since: year, asOf: asOf < end ? asOf : end };
};
