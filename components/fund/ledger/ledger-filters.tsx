import { YearSelect } from "@/components/fund/overview/year-select";
import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { Ledger } from "@/lib/fund/rules/ledger";
import { categories, firstYear } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

type Props = { ledger: Ledger; filter: FundFilter; lastYear: number };

/** Which records of a ledger: year, day, category and words of the paper, the payee, the note or the project. */
export async function LedgerFilters({ ledger, filter, lastYear }: Props) {
  const t = await getTranslations("fund");
  const { scope, state, reached, employment, project, since, year, q, category } = filter;

  return (
    <FilterRow
      path={`/fund/${ledger}`}
      inUse={Boolean(category || q || scope || state || reached || employment || project || since < year)}
      keep={{ scope, state, reached, employment, project, since: since < year ? String(since) : undefined }}
    >
      <YearSelect first={firstYear} last={lastYear} value={filter.year} />
      <FilterText type="date" name="asOf" label={t("filter.asOf")} value={filter.asOf} />
      <FilterSelect
        name="category"
        label={t("columns.category")}
        value={category}
        options={categories.map((value) => ({ value, label: t(`categories.${value}`) }))}
      />
      <FilterText name="q" label={t("filter.search")} value={q} placeholder={t("filter.searchLedger")} />
    </FilterRow>
  );
}
