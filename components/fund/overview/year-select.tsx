import { getTranslations } from "@/lib/wording/translations";

type Props = { first: number; last: number; value: number };

/** There is always one year in question, so 全部 is no choice here. */
export async function YearSelect({ first, last, value }: Props) {
  const t = await getTranslations("fund.filter");
  const years = Array.from({ length: Math.max(last, value) - first + 1 }, (_, index) => first + index).reverse();
  return (
    <label>
      {t("year")}
      <select name="year" defaultValue={value}>
        {years.map((year) => (
          <option key={year} value={year}>
            {t("yearOf", { year })}
          </option>
        ))}
      </select>
    </label>
  );
}
