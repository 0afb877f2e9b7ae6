import "server-only";
import { z } from "zod";
import { type AccessFilter, type AccessKind, type AuditFilter, accessFilter } from "@/lib/audit/schema";
import { addDays, type Day } from "@/lib/calendar";
import { db } from "@/lib/db";
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

const pageSize = 30;
const mostCounted = 10_000;

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

/** One page of the access log: who came in, was turned away, looked at a number, took a file. */
export async function listAccess({ from, to, who, kind, id, before }: AccessFilter) {
  const known = who
    ? await db.account.findMany({ where: { name: { contains: who } }, take: 500, select: { id: true } })
    : undefined;
  const where: Prisma.AccessEntryWhereInput = {
    ...spanOf(from, to),
    ...(known && { accountId: { in: known.map((account) => account.id) } }),
    ...(kind && verbsOf[kind]),
    ...(id && { subjectId: id }),
  };
  const [counted, rows] = await Promise.all([
    db.accessEntry.count({ where, take: mostCounted + 1 }),
    db.accessEntry.findMany({
      where: { ...where, ...(before && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: pageSize + 1,
      select: {
        id: true,
        at: true,
        accountId: true,
        verb: true,
        subjectType: true,
        subjectId: true,
        field: true,
        reason: true,
        rows: true,
        address: true,
      },
    }),
  ]);
  const { entries, older } = pageOf(rows);
  const names = await namesOf(entries.flatMap(({ accountId }) => accountId ?? []));
  return {
    ...counts(counted),
    older,
    entries: entries.map((one) => ({ ...one, name: one.accountId ? (names.get(one.accountId) ?? null) : null })),
  };
}

export type AccessRow = Awaited<ReturnType<typeof listAccess>>["entries"][number];

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

const verbsOf: Record<AccessKind, Prisma.AccessEntryWhereInput> = {
  SIGN_IN: { verb: { in: ["signIn", "signIn.withoutFactor", "signIn.ended", "signOut"] } },
  FAILURE: { verb: { in: ["signIn.failed", "signIn.locked"] } },
  REVEAL: { verb: { endsWith: ".reveal" } },
  EXPORT: { verb: { contains: "export" } },
  REFUSED: { verb: "refused" },
};

/** R86: a day of the filter is a day of the base's clock, eight hours before that of Greenwich. */
function spanOf(from: Day | undefined, to: Day | undefined) {
  const at = {
    ...(from && { gte: new Date(`${from}T00:00:00+08:00`) }),
    ...(to && { lt: new Date(`${addDays(to, 1)}T00:00:00+08:00`) }),
  };
  return from || to ? { at } : {};
}

const counts = (counted: number) => ({ total: Math.min(counted, mostCounted), capped: counted > mostCounted });

function pageOf<Row extends { id: bigint }>(rows: Row[]) {
  const entries = rows.slice(0, pageSize);
  return { entries, older: rows.length > pageSize ? entries.at(-1)?.id : undefined };
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

/** R92, R102: how often numbers were looked at, files taken, and doors tried since a moment. */
export async function countAccess(since: Date) {
  const of = (kind: AccessKind) => db.accessEntry.count({ where: { at: { gte: since }, ...verbsOf[kind] } });
  const [reveals, exports, failures, refusals] = await Promise.all([
    of("REVEAL"),
    of("EXPORT"),
    of("FAILURE"),
    of("REFUSED"),
  ]);
  return { reveals, exports, failures, refusals };
}

/** The latest looks at numbers and files taken, which the auditor reads first. */
export async function listLatestGiven() {
  const [reveals, exports] = await Promise.all([
    listAccess(accessFilter.parse({ kind: "REVEAL" })),
    listAccess(accessFilter.parse({ kind: "EXPORT" })),
  ]);
  return [...reveals.entries, ...exports.entries].sort((a, b) => Number(b.id - a.id)).slice(0, 10);
}

const revealed = z.array(
  z.object({ accountId: z.string(), name: z.string(), username: z.string(), day: z.string(), count: z.number() }),
);

/** R92: the accounts that looked at more full numbers in one day than the base takes for usual, the latest day first. */
export async function listManyReveals(since: Day, limit: number) {
  const rows = await db.$queryRaw`
    SELECT a.id AS "accountId", a.name, a.username, r.day, r.count FROM (
      SELECT account_id, (at AT TIME ZONE 'Asia/Shanghai')::date::text AS day, count(*)::int AS count FROM access_entries
      WHERE verb LIKE '%.reveal' AND at >= ${new Date(`${since}T00:00:00+08:00`)}
      GROUP BY 1, 2 HAVING count(*) > ${limit}::int) r JOIN accounts a ON a.id = r.account_id
    ORDER BY r.day DESC, r.count DESC, a.username`;
  return revealed.parse(rows);
}
