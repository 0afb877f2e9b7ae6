import { Banner } from "@/components/ui/banner";
import { wrongDay } from "@/lib/fund/schema/filter";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { query: Record<string, unknown>; today: Day; shown: Day };

/** R76: the day that was asked for is not the one that is shown, and why; nothing where it is. */
export async function AsOfNotice({ query, today, shown }: Props) {
  const t = await getTranslations("fund.wrongDay");
  const wrong = wrongDay(query, today);
  if (!wrong) return null;
  return (
    <Banner kind="warn" lead={t("lead", { asked: wrong.asked })}>
      {t(wrong.why, { today, year: Number(String(query.year ?? "0")) || 0 })}
      {t("shown", { shown })}
    </Banner>
  );
}
