import type { FundYear } from "@/lib/fund/queries/dashboard";
import { formatWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";
import { LineChart } from "./line-chart";

/** What was paid since the first year, at the end of each. */
export async function YearLine({ years }: { years: FundYear[] }) {
  const t = await getTranslations("fund.years");
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return null;

  return (
    <LineChart
      alt={t("alt", {
        first: first.year,
        last: last.year,
        from: formatWan(first.disbursedSoFar),
        to: formatWan(last.disbursedSoFar),
      })}
      slots={years.map(({ year }) => String(year))}
      points={years.map(({ year, disbursedSoFar }, slot) => ({
        slot,
        amount: disbursedSoFar,
        name: String(year),
        text: formatWan(disbursedSoFar),
      }))}
      last={t("soFar", { amount: formatWan(last.disbursedSoFar) })}
    />
  );
}
