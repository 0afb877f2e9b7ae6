import { Banner } from "@/components/ui/banner";
import { type Month, yearOf } from "@/lib/value/calendar";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

/** Says that only one month's waiting records are listed, repeats their count (U04), and leads back to all of them. */
export async function OfMonth({ month, count }: { month: Month; count: number }) {
  const t = await getTranslations("money.toDo.ofMonth");
  return (
    <Banner kind="info">
      {t.rich("text", {
        ...{ year: String(yearOf(month)), month: numberOfMonth(month), count },
        sum: (text) => <b data-sum="waiting">{text}</b>,
      })}
      <a href="/fund/approvals">{t("all")}</a>
    </Banner>
  );
}
