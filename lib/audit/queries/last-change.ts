import "server-only";
import type { Tx } from "@/lib/database/db";

/** I27: who changed one of these records last, and when (ISO), as a refusal tells it; nobody yet is an empty name. */
export async function findLastChange(tx: Tx, ...subjectIds: string[]): Promise<{ by: string; at: string }> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: { in: subjectIds } },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  return { by: last?.actorName ?? "", at: last?.at.toISOString() ?? "" };
}
