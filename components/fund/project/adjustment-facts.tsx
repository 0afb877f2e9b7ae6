import { getMessages, getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import type { Adjustment } from "@/lib/project/queries";

/** Why, on which paper and by whom. */
export async function AdjustmentFacts({ adjustment }: { adjustment: Adjustment }) {
  const [t, { field }] = await Promise.all([getTranslations("project.adjustment"), getMessages()]);
  const { datedOn, documentNo, reason, creator, decider, stateReason } = adjustment;
  const lines: [string, string | null][] = [
    [t("dayLabel"), datedOn],
    [t("paper"), documentNo],
    [field.reason, reason],
    [t("creator"), creator],
    [t("decider"), decider],
    [t("opinion"), stateReason],
  ];
  return (
    <Sheet title={t("list")}>
      <FactLines lines={lines} />
    </Sheet>
  );
}
