import { Banner } from "@/components/ui/banner";
import { findLapse } from "@/lib/qualification/queries/certificates";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** Said on a lesson whose trainer has no certificate left that is valid on its day; it is booked all the same. */
export async function LapsedCertificate({ trainer, day }: { trainer: { id: string; name: string }; day: Day }) {
  const [t, lapsed] = await Promise.all([getTranslations("qualification"), findLapse(trainer.id, day)]);
  if (!lapsed) return null;
  return (
    <Banner kind="warn" lead={t("lapsedLead")}>
      <p>
        <a href={`/trainers/${trainer.id}#certificates`}>{t("lapsedText", { name: trainer.name, day: lapsed })}</a>
      </p>
    </Banner>
  );
}
