import type { FundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

type Props = { filter: FundFilter; projects: { id: string; name: string }[] };

/** Which money is meant, in one line: years, day, and what it is narrowed to; on paper it stands for the address. */
export async function FilterSaid({ filter, projects }: Props) {
  const t = await getTranslations("fund");
  const { year, since, asOf, category, scope, state, reached, employment, late, project, q } = filter;
  const parts = [
    since < year ? t("said.years", { since, year }) : t("said.year", { year }),
    category && t(`categories.${category}`),
    scope && t(`scopes.${scope}`),
    state && t(`states.${state}`),
    reached && t(`said.${reached}`),
    employment && t("said.employment"),
    late && t("said.late"),
    project && projects.find(({ id }) => id === project)?.name,
    q && t("said.search", { q }),
    t("note", { asOf }),
  ];
  return parts.filter(Boolean).join(t("said.between"));
}
