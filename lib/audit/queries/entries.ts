import "server-only";
import { readPage, spanOf } from "@/lib/audit/queries/log";
import { operations } from "@/lib/audit/record";
import type { AuditFilter } from "@/lib/audit/schema";
import { db } from "@/lib/database/db";
import { locales, messagesIn } from "@/lib/wording/messages";
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
  ...(who && { OR: [{ actorName: { contains: who } }, ...(isCommandLine(who) ? [{ actorRole: operations }] : [])] }),
  ...(verb && { verb: { in: verb.split(",") } }),
  ...(subject && { subjectType: subject }),
  ...(id && { subjectId: id }),
});

/** The command line of the server has no account: pages call it by a name of its own in each language. */
const isCommandLine = (who: string) =>
  locales().some((one) => messagesIn(one).audit.commandLine.toLowerCase().includes(who.toLowerCase()));

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
