import "server-only";
import type { AuditFilter } from "@/lib/audit/schema";
import { db } from "@/lib/database/db";
import { addDays, type Day } from "@/lib/value/calendar";
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

export const pageSize = 30;
export const mostCounted = 10_000;

/** One page of the whole audit, the newest first, with how many fit the filter and whether older ones follow. */
export async function listAudit({ before, ...filter }: AuditFilter) {
  const where = whereOf(filter);
  const [counted, rows] = await Promise.all([
    db.auditEntry.count({ where, take: mostCounted + 1 }),
    db.auditEntry.findMany({
      where: { ...where, ...(before && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: pageSize + 1,
      select: entry,
    }),
  ]);
  return { ...counts(counted), ...pageOf(rows) };
}

export const whereOf = ({
  from,
  to,
  who,
  verb,
  subject,
  id,
}: Omit<AuditFilter, "before">): Prisma.AuditEntryWhereInput => ({
  ...spanOf(from, to),
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

/** R86: a day of the filter is a day of the base's clock, eight hours before that of Greenwich. */
export function spanOf(from: Day | undefined, to: Day | undefined) {
  const at = {
    ...(from && { gte: new Date(`${from}T00:00:00+08:00`) }),
    ...(to && { lt: new Date(`${addDays(to, 1)}T00:00:00+08:00`) }),
  };
  return from || to ? { at } : {};
}

export const counts = (counted: number) => ({ total: Math.min(counted, mostCounted), capped: counted > mostCounted });

export function pageOf<Row extends { id: bigint }>(rows: Row[]) {
  const entries = rows.slice(0, pageSize);
  return { entries, older: rows.length > pageSize ? entries.at(-1)?.id : undefined };
}
