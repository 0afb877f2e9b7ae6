import { getMessages, getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
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
      <dl className="sheet-body grid gap-x-6 md:gap-y-2 md:grid-cols-[144px_minmax(0,1fr)]">
        {lines
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div className="contents" key={term}>
              <dt className="muted mt-2 md:mt-0">{term}</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ))}
      </dl>
    </Sheet>
  );
}
