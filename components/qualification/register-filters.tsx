import { FilterRow, FilterSelect } from "@/components/search/filter-row";
import { listOccupations } from "@/lib/qualification/queries/skills";
import { filters } from "@/lib/qualification/rules";
import type { RegisterQuery } from "@/lib/qualification/schema";
import { getTranslations } from "@/lib/wording/translations";

/** By what a trainer can teach, and by how the certificates stand. */
export async function RegisterFilters({ skill, certificate }: RegisterQuery) {
  const [t, occupations] = await Promise.all([getTranslations("qualification"), listOccupations(skill ? [skill] : [])]);
  return (
    <FilterRow path="/trainers" inUse={Boolean(skill || certificate)}>
      <FilterSelect
        name="skill"
        label={t("skills")}
        value={skill}
        options={occupations.map((value) => ({ value, label: value }))}
      />
      <FilterSelect
        name="certificate"
        label={t("certificates")}
        value={certificate}
        options={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
    </FilterRow>
  );
}
