import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { getTranslations } from "@/lib/wording/translations";

/** R93, R100: what has to be set up once before whole numbers leave, and the way there and back. */
export async function FactorFirst({ from }: { from: string }) {
  const t = await getTranslations("report.full");
  return (
    <Sheet title={t("factorFirst")}>
      <div className="sheet-body" data-refusal="FACTOR_MISSING">
        <p className="field">{t("factorWhy")}</p>
        <ButtonLink href={`/admin/account/factor?from=${encodeURIComponent(from)}`} main>
          {t("factorSetUp")}
        </ButtonLink>
      </div>
    </Sheet>
  );
}
