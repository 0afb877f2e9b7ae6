import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { passedIn } from "@/lib/fund/rules/months";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Fen, formatWan } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import { LineChart } from "./line-chart";

type Props = { months: FundOverview["months"]; standard: Fen | null; filter: FundFilter };

const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export async function MonthLine({ months, standard, filter }: Props) {
  const t = await getTranslations("fund.months");
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;

  const passed = passedIn(months, standard);
  return (
    <LineChart
      alt={t("alt", {
        year: filter.year,
        month: numberOfMonth(last.month),
        from: formatWan(first.running),
        to: formatWan(last.running),
        passed: passed ? numberOfMonth(passed.month) : 0,
        standard: standard === null ? "" : formatWan(standard),
      })}
      slots={twelve.map((month) => t("month", { month }))}
      points={months.map(({ month, running }) => ({
        slot: numberOfMonth(month) - 1,
        amount: running,
        name: t("month", { month: numberOfMonth(month) }),
        text: formatWan(running),
      }))}
      last={t("last", { amount: formatWan(last.running) })}
      reference={
        standard === null ? undefined : { amount: standard, label: t("standard", { amount: formatWan(standard) }) }
      }
    />
  );
}
