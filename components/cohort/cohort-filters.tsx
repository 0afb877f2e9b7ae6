import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import { listCohortYears } from "@/lib/cohort/queries/list";
import { type CohortState, cohortArrows } from "@/lib/cohort/rules/states";
import type { CohortListQuery } from "@/lib/cohort/schema";
import { listCourseNames } from "@/lib/course/queries";
import { getTranslations } from "@/lib/wording/translations";

const states = Object.keys(cohortArrows) as CohortState[];

/** Which cohorts: by words, year, state and course; where they are held is behind 更多. */
export async function CohortFilters({ query, inUse }: { query: CohortListQuery; inUse: boolean }) {
  const [t, state, years, courses] = await Promise.all([
    getTranslations("cohort"),
    getTranslations("state.cohort"),
    listCohortYears(),
    listCourseNames(),
  ]);

  const held = (
    <FilterSelect
      name="heldAt"
      label={t("filter.heldAt")}
      value={query.heldAt}
      options={(["BASE", "OUTSIDE"] as const).map((value) => ({ value, label: t(`heldAt.${value}`) }))}
    />
  );
  return (
    <FilterRow
      path="/cohorts"
      inUse={inUse}
      keep={{ sort: query.sort, size: String(query.size) }}
      more={held}
      moreInUse={Boolean(query.heldAt)}
    >
      <FilterText name="q" label={t("filter.q")} value={query.q} placeholder={t("filter.qHint")} />
      <FilterSelect
        name="year"
        label={t("filter.year")}
        value={query.year?.toString()}
        options={years.map((year) => ({ value: String(year), label: t("filter.yearOf", { year: String(year) }) }))}
      />
      <FilterSelect
        name="state"
        label={t("filter.state")}
        value={query.state}
        options={states.map((value) => ({ value, label: state(value) }))}
      />
      <FilterSelect
        name="course"
        label={t("filter.course")}
        value={query.course}
        options={courses.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterRow>
  );
}
