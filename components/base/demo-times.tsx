import { findBase } from "@/lib/base/queries";
import { getTranslations } from "@/lib/wording/translations";

/** Where moments stand in a demo that stands still on one day: they are real, and audit times are never made up. */
export async function DemoTimes() {
  const base = await findBase();
  if (!base?.isDemo || !base.demoDay) return null;

  const t = await getTranslations("nav");
  return <p className="sheet-note">{t("demoTimes", { day: base.demoDay })}</p>;
}
