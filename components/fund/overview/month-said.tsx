import { recordsAddress } from "@/components/fund/address";
import { Money } from "@/components/fund/sum";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { endOf, passedIn } from "@/lib/fund/rules/months";
import type { FundFilter } from "@/lib/fund/schema/filter";
import type { Fen } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { months: FundOverview["months"]; standard: Fen | null; filter: FundFilter };

/** 6 月末累计 2,361.41，7 月越过标准，8 月 22 日达到 3,033.41. */
export async function MonthSaid({ months, standard, filter }: Props) {
  const t = await getTranslations("fund.months");
  const last = months.at(-1);
  if (!last) return t("none");

  const passed = passedIn(months, standard);
  const before = passed && months[months.indexOf(passed) - 1];
  const paid =
    ({ month, running }: FundOverview["months"][number]) =>
    () => (
      <Money
        figure="disbursed"
        href={recordsAddress("disbursements", filter, { asOf: endOf(month, filter.asOf) })}
        fen={running}
      />
    );
  return (
    <>
      {before && t.rich("before", { month: numberOfMonth(before.month), paid: paid(before) })}
      {passed && t("passed", { month: numberOfMonth(passed.month) })}
      {t.rich("reached", {
        month: numberOfMonth(filter.asOf),
        day: Number(filter.asOf.slice(8)),
        paid: paid(last),
      })}
    </>
  );
}
