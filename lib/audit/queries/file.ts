import "server-only";
import { entry, whereOf } from "@/lib/audit/queries";
import type { AuditFilter } from "@/lib/audit/schema";
import type { Tx } from "@/lib/db";

const batch = 500;
type Filter = Omit<AuditFilter, "before">;

export const countAudit = (tx: Tx, filter: Filter) => tx.auditEntry.count({ where: whereOf(filter) });

/** The audit for a file, the newest first, some hundred entries at a time. */
export async function* eachAudit(tx: Tx, filter: Filter) {
  for (let before: bigint | undefined; ; ) {
    const entries = await tx.auditEntry.findMany({
      where: { ...whereOf(filter), ...(before && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: batch,
      select: entry,
    });
    yield entries;
    if (entries.length < batch) return;
    before = entries.at(-1)?.id;
  }
}
