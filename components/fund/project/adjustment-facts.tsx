import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import type { Adjustment } from "@/lib/project/queries";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** Why, on which paper and by whom. */
export async function AdjustmentFacts({ adjustment }: { adjustment: Adjustment }) {
  const [t, label] = await Promise.all([getTranslations("project.adjustment"), labelsOf("adjustment")]);
  const { datedOn, documentNo, reason, creator, decider, stateReason } = adjustment;
  const lines: [string, string | null][] = [
    [label.datedOn, datedOn],
    [label.documentNo, documentNo],
    [label.reason, reason],
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
