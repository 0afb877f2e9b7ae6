import "server-only";
import { readPage, spanOf } from "@/lib/audit/queries/log";
import type { AuditFilter } from "@/lib/audit/schema";
import { db } from "@/lib/database/db";
import type { Prisma } from "@/prisma/generated/client";

/** U31: what was changed about these subjects, the newest first. */
export async function listHistory(subjectIds: string[]) {
  return db.auditEntry.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { id: "desc" },
    take: 500,
    select: entry,
  });
}

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];

/** One page of the whole audit. */
export async function listAudit({ before, ...filter }: AuditFilter) {
  const where = whereOf(filter);
  return readPage(before, {
    count: (take) => db.auditEntry.count({ where, take }),
    read: ({ older, take }) =>
      db.auditEntry.findMany({ where: { ...where, ...older }, orderBy: { id: "desc" }, take, select: entry }),
  });
}

export const whereOf = ({
  from,
  to,
  who,
  verb,
  subject,
  id,
}: Omit<AuditFilter, "before">): Prisma.AuditEntryWhereInput => ({
  at: spanOf(from, to),
  ...(who && { actorName: { contains: who } }),
  ...(verb && { verb }),
  ...(subject && { subjectType: subject }),
  ...(id && { subjectId: id }),
});

export const entry = {
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
} as const;
