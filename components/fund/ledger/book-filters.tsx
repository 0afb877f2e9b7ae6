import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { BookFilter } from "@/lib/fund/schema/period";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { path: string; filter: BookFilter; asOf: Day; years: number[] };

/** Which entries of a book that has no one year: of which year, up to which day, with which words. */
export async function BookFilters({ path, filter: { year, q, asOf: asked }, asOf, years }: Props) {
  const t = await getTranslations("fund.filter");
  return (
    <FilterRow path={path} inUse={Boolean(year || q || asked)}>
      <FilterSelect
        name="year"
        label={t("year")}
        value={year === undefined ? undefined : String(year)}
        options={years.map((value) => ({ value: String(value), label: t("yearOf", { year: value }) }))}
      />
      <FilterText type="date" name="asOf" label={t("asOf")} value={asOf} />
      <FilterText name="q" label={t("search")} value={q} placeholder={t("searchBook")} />
    </FilterRow>
  );
}
