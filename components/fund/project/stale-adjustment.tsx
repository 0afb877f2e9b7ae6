import { getMessages } from "next-intl/server";
import { StaleValues } from "@/components/ui/form/stale-values";
import type { Adjustment } from "@/lib/project/queries";
import { labelsOf } from "@/lib/wording/lookup";

/** I27: the project or the draft changed meanwhile: both versions side by side, and saving again means the button that was pressed. */
export async function StaleAdjustment({ projectId, draft }: { projectId: string; draft: Adjustment | null }) {
  const [labels, { money, state, audit }] = await Promise.all([labelsOf("adjustment"), getMessages()]);
  return (
    <StaleValues
      fields={labels}
      choices={{
        unit: { WAN: money.amount.wan, YUAN: money.amount.yuan },
        isConstruction: { on: audit.history.yes },
        standing: state.standing,
      }}
      href={`/fund/projects/${projectId}/adjust${draft ? `?draft=${draft.id}` : ""}`}
      again="intent"
    />
  );
}
