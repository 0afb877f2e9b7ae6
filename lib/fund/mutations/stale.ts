import "server-only";
import type { Tx } from "@/lib/database/db";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import { Refusal } from "@/lib/refusal/refusal";
import { typedWan } from "@/lib/value/money";

/** I27, U26: what the draft says now, under the names of its form, and by whom: to be set beside what was typed. */
export async function refuseStaleDraft(tx: Tx, draft: MoneyRecord): Promise<never> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: draft.id },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  throw new Refusal("STALE", {
    version: draft.version,
    by: last?.actorName ?? "",
    at: last?.at.toISOString() ?? "",
    amount: typedWan(draft.amount),
    unit: "WAN",
    datedOn: draft.datedOn,
    documentNo: draft.documentNo,
    ...ownOf(draft),
  });
}

/** What only some forms ask. */
function ownOf({
  kind,
  note,
  payee,
  account,
  exceptionReason,
  certainty,
  basis,
  item,
}: MoneyRecord): Record<string, string> {
  switch (kind) {
    case "plan":
      return { basis: basis ?? "", reason: note };
    case "revenue":
      return { certainty: certainty ?? "", note };
    case "disbursement":
      return { payee: payee ?? "", account: account ?? "", exceptionReason: exceptionReason ?? "", note };
    case "outside":
      return { item: item ?? "", note };
    default:
      return { note };
  }
}
