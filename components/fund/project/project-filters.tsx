import { YearSelect } from "@/components/fund/overview/year-select";
import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import { categories, firstYear, scopes, states } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** Which projects: four fields in sight, the rest behind 更多条件. */
export async function ProjectFilters({ filter, lastYear }: { filter: FundFilter; lastYear: number }) {
  const t = await getTranslations("fund");
  const { category, scope, state, employment, late, project, q } = filter;
  const yes = (label: string) => [{ value: "yes", label }];
  const since = filter.since < filter.year ? String(filter.since) : undefined;
  const years = Array.from({ length: filter.year - firstYear }, (_, index) => String(firstYear + index));

  return (
    <FilterRow
      path="/fund/projects"
      inUse={Boolean(category || scope || state || employment || late || project || since || q)}
      keep={{ project }}
      moreInUse={Boolean(scope || employment || late || since || q)}
      more={
        <>
          <FilterSelect
            name="scope"
            label={t("filter.scope")}
            value={scope}
            options={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
          />
          <FilterSelect
            name="employment"
            label={t("filter.employment")}
            value={employment}
            options={yes(t("said.employment"))}
          />
          <FilterText name="q" label={t("filter.search")} value={q} placeholder={t("filter.searchProject")} />
          <FilterSelect name="late" label={t("filter.late")} value={late} options={yes(t("said.late"))} />
          <FilterSelect
            name="since"
            label={t("filter.since")}
            value={since}
            options={years.map((value) => ({ value, label: t("filter.sinceOf", { year: Number(value) }) }))}
          />
        </>
      }
    >
      <YearSelect first={firstYear} last={lastYear} value={filter.year} />
      <FilterText type="date" name="asOf" label={t("filter.asOf")} value={filter.asOf} />
      <FilterSelect
        name="category"
        label={t("columns.category")}
        value={category}
        options={categories.map((value) => ({ value, label: t(`categories.${value}`) }))}
      />
      <FilterSelect
        name="state"
        label={t("columns.state")}
        value={state}
        options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
    </FilterRow>
  );
}
