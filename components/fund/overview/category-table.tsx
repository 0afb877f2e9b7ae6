import { useTranslations } from "next-intl";
import { formulaAddress, projectsAddress, recordsAddress } from "@/components/fund/address";
import { Count, Money, Rate } from "@/components/fund/sum";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import type { Totals } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

type Props = { categories: FundOverview["categories"]; totals: Totals; filter: FundFilter };

/** 分类别: only the kinds of work there is something of. */
export async function CategoryTable({ categories, totals, filter }: Props) {
  const t = await getTranslations("fund");
  const known = categories.filter(({ count }) => count > 0);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("category.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.category")}</th>
          {(["projects", "arranged", "disbursed", "completed", "paymentRate", "completionRate"] as const).map(
            (column) => (
              <th scope="col" className="num" key={column}>
                {t(`columns.${column}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {known.map(({ category, ...row }) => (
          <Row key={category} name={t(`categories.${category}`)} row={row} filter={{ ...filter, category }} />
        ))}
      </tbody>
      <tfoot>
        <Row name={t("columns.total")} row={totals} filter={filter} />
      </tfoot>
    </table>
  );
}

function Row({ name, row, filter }: { name: string; row: Totals; filter: FundFilter }) {
  const t = useTranslations("fund.columns");
  return (
    <tr>
      <th scope="row" className="card-name">
        {name}
      </th>
      <td className="num">
        <Count figure="projects" href={projectsAddress(filter)} count={row.count} />
      </td>
      <td className="num card-side" data-label={t("arranged")}>
        <Money figure="arranged" href={recordsAddress("appropriations", filter)} fen={row.arranged} />
      </td>
      <td className="num card-below-side" data-label={t("disbursed")}>
        <Money figure="disbursed" href={recordsAddress("disbursements", filter)} fen={row.disbursed} />
      </td>
      <td className="num">
        <Money figure="completed" href={recordsAddress("progress", filter)} fen={row.completed} />
      </td>
      <td className="num">
        <Rate
          figure="payment-rate"
          href={formulaAddress("payment-rate", filter)}
          part={row.ownDisbursed}
          of={row.arranged}
        />
      </td>
      <td className="num card-below" data-label={t("completionRate")}>
        <Rate
          figure="completion-rate"
          href={formulaAddress("completion-rate", filter)}
          part={row.ownCompleted}
          of={row.arranged}
        />
      </td>
    </tr>
  );
}
