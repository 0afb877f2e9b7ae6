import { getTranslations } from "@/lib/wording/translations";

/** U33: nobody takes demo data for the base's own. */
export async function DemoBand() {
  const t = await getTranslations("nav");
  return <aside className="demo">{t("demo")}</aside>;
}
