import { useTranslations } from "next-intl";
import type { Reason } from "@/lib/completion/rules";

/** Why somebody completes or not, in whole words (R47–R50). */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const t = useTranslations("completion.reasons");
  return reasons.map(({ name, figures }) => t(name, { part: "-", ...figures })).join(t("between"));
}
