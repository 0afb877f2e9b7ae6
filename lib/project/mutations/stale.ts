import "server-only";
import type { Tx } from "@/lib/database/db";
import type { HeldProject } from "@/lib/project/mutations/hold";
import { type Adjustment, standsWith } from "@/lib/project/queries";
import { Refusal } from "@/lib/refusal/refusal";
import { dayFromDate } from "@/lib/value/calendar";
import { typedWan } from "@/lib/value/money";

/** I27: who changed the project or the draft last, and how both stand now, under the names of the adjustment's form. */
export async function refuseStaleAdjustment(
  tx: Tx,
  projectId: string,
  { before, version }: HeldProject,
  draft: Adjustment | null,
): Promise<never> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: { in: [projectId, ...(draft ? [draft.id] : [])] } },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  const { totalInvestment, dueOn, isConstruction, standing, target, site, content } = standsWith(before, draft);
  throw new Refusal("STALE", {
    version: version + (draft?.version ?? 0),
    by: last?.actorName ?? "",
    at: last?.at.toISOString() ?? "",
    ...{ standing, target, site, content },
    amount: typedWan(totalInvestment),
    unit: "WAN",
    dueOn: dueOn ? dayFromDate(dueOn) : "",
    isConstruction: isConstruction ? "on" : "",
    ...(draft && { datedOn: draft.datedOn, documentNo: draft.documentNo, reason: draft.reason }),
  });
}
