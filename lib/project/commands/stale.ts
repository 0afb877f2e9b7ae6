import "server-only";
import { refuseOvertaken } from "@/lib/command/overtaken";
import type { Tx } from "@/lib/database/db";
import type { HeldProject } from "@/lib/project/commands/hold";
import { type Adjustment, standsWith } from "@/lib/project/queries";
import { dayFromDate } from "@/lib/value/calendar";
import { typedWan } from "@/lib/value/money";

/** I27: what stands now, as a form sends it, so that both versions can be shown side by side. */
export async function refuseStale(
  tx: Tx,
  projectId: string,
  version: number,
  stored: HeldProject["before"],
): Promise<never> {
  return refuseOvertaken(tx, [projectId], { version, ...stored, ...typedOf(stored) });
}

/** I27: who changed the project or the draft last, and how both stand now, as the adjustment's form sends it. */
export async function refuseStaleAdjustment(
  tx: Tx,
  projectId: string,
  { before, version }: HeldProject,
  draft: Adjustment | null,
): Promise<never> {
  const { standing, target, site, content, ...rest } = standsWith(before, draft);
  return refuseOvertaken(tx, draft ? [projectId, draft.id] : [projectId], {
    version: version + (draft?.version ?? 0),
    ...{ standing, target, site, content },
    ...typedOf(rest),
    ...(draft && { datedOn: draft.datedOn, documentNo: draft.documentNo, reason: draft.reason }),
  });
}

type Kept = Pick<HeldProject["before"], "totalInvestment" | "dueOn" | "isConstruction">;

const typedOf = ({ totalInvestment, dueOn, isConstruction }: Kept) => ({
  totalInvestment: typedWan(totalInvestment),
  unit: "WAN",
  dueOn: dueOn && dayFromDate(dueOn),
  isConstruction,
});
