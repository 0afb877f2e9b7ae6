import { getTranslations } from "next-intl/server";
import type { Reason } from "@/lib/completion/rules";

/** Why somebody completes or not, in whole words (R47–R50). */
export async function Reasons({ reasons }: { reasons: Reason[] }) {
  const t = await getTranslations("completion.reasons");
  return reasons.map(({ name, figures }) => t(name, { part: "-", ...figures })).join(t("between"));
}
