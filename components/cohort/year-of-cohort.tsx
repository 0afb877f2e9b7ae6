import { YearCapacity } from "@/components/cohort/year-capacity";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isPreparing } from "@/lib/cohort/rules/states";
import { getTranslations } from "@/lib/wording/translations";

/** The year a cohort takes its 人次 from, and what is left of it once this one is approved. */
export async function YearOfCohort({ cohort }: { cohort: CohortRecord }) {
  const t = await getTranslations("cohort.year");
  const { seats, state, atBase, year } = cohort;
  const waits = isPreparing(state);
  const figures = { year: String(year.year), seats };

  return <YearCapacity years={[year]}>{note()}</YearCapacity>;

  function note() {
    if (!atBase) return t("outside");
    if (!waits) return null;
    if (seats <= year.left) return t("after", { ...figures, left: year.left - seats });
    if (year.left === 0) return <strong>{t("fullAdvice", figures)}</strong>;
    return <strong>{t("over", { ...figures, left: year.left })}</strong>;
  }
}
