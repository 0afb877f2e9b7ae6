import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import { categories, firstYear } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";
import { YearSelect } from "./overview/year-select";

type Props = { filter: FundFilter; projects: ProjectRow[]; lastYear: number };

/** Which money, as of which day; a GET form, so that the address tells the same again (U02). */
export async function FundFilters({ filter, projects, lastYear }: Props) {
  const t = await getTranslations("fund");

  return (
    <FilterRow path="/fund" inUse={Boolean(filter.category || filter.project)}>
      <YearSelect first={firstYear} last={lastYear} value={filter.year} />
      <FilterText type="date" name="asOf" label={t("filter.asOf")} value={filter.asOf} />
      <FilterSelect
        name="category"
        label={t("columns.category")}
        value={filter.category}
        options={categories.map((value) => ({ value, label: t(`categories.${value}`) }))}
      />
      <FilterSelect
        name="project"
        label={t("columns.project")}
        value={filter.project}
        options={projects.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
    </FilterRow>
  );
}
