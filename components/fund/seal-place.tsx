import { getTranslations } from "next-intl/server";

/** Who prepared, who checked, when, and room for the seal; kept together with the last rows (U15). */
export async function SealPlace() {
  const t = await getTranslations("fund.print");
  return (
    <div className="seal seal-place">
      <span>{t("preparedBy")}</span>
      <span>{t("checkedBy")}</span>
      <span>{t("date")}</span>
      <span>{t("seal")}</span>
    </div>
  );
}
