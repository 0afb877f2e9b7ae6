import "server-only";
import { db } from "@/lib/db";

/** U31: what was changed about these subjects, the newest first. */
export async function listHistory(subjectIds: string[]) {
  return db.auditEntry.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { id: "desc" },
    take: 500,
    select: {
      id: true,
      at: true,
      actorName: true,
      actorRole: true,
      verb: true,
      subjectType: true,
      subjectId: true,
      before: true,
      after: true,
      reason: true,
    },
  });
}

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];
