import "server-only";
import { refuseOvertaken } from "@/lib/command/overtaken";
import type { Tx } from "@/lib/database/db";
import { columnOf } from "@/lib/fund/rules/ledger";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { typedWan } from "@/lib/value/money";

/** I27, U26: what the draft says now, as its form sends it, and by whom: to be set beside what was typed. */
export async function refuseStaleDraft(tx: Tx, draft: MoneyRecord): Promise<never> {
  return refuseOvertaken(tx, [draft.id], {
    version: draft.version,
    [columnOf(draft.kind)]: typedWan(draft.amount),
    unit: "WAN",
    datedOn: draft.datedOn,
    documentNo: draft.documentNo,
    ...ownOf(draft),
  });
}

/** What only some forms ask. */
function ownOf(draft: MoneyRecord): Record<string, string | null> {
  switch (draft.kind) {
    case "plan":
      return { basis: draft.basis, reason: draft.reason };
    case "revenue":
      return { certainty: draft.certainty, note: draft.note };
    case "disbursement": {
      const { payee, account, exceptionReason, note } = draft;
      return { payee, account, exceptionReason, note };
    }
    case "outside":
      return { item: draft.item, note: draft.note };
    default:
      return { note: draft.note };
  }
}
