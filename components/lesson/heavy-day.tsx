import { Banner } from "@/components/ui/banner";
import { listHeavyDays } from "@/lib/lesson/queries/alternatives";
import { getTranslations } from "@/lib/wording/translations";

/** R41: said on the page after a booking and on the lesson itself, and kept in the audit. */
export async function HeavyDay({ lessonId }: { lessonId: string }) {
  const heavy = await listHeavyDays(lessonId);
  if (heavy.length === 0) return null;

  const t = await getTranslations("lesson.record");
  return (
    <Banner kind="warn" lead={t("heavyLead")}>
      {heavy.map(({ number, periods, much }) => (
        <p key={number}>{t("heavy", { number, periods, much })}</p>
      ))}
    </Banner>
  );
}
