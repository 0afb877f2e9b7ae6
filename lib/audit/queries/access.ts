import "server-only";
import { z } from "zod";
import { findCalled, findNames, readPage, spanOf } from "@/lib/audit/queries/log";
import { type AccessFilter, type AccessKind, accessFilter } from "@/lib/audit/schema";
import { db, type Tx } from "@/lib/database/db";
import type { Day } from "@/lib/value/calendar";
import { startOfDay } from "@/lib/value/clock";
import type { Prisma } from "@/prisma/generated/client";

/** One page of the access log: who came in, was turned away, looked at a number, took a file. */
export async function listAccess({ before, ...filter }: AccessFilter) {
  const where = await whereOfAccess(db, filter);
  const { entries, ...page } = await readPage(before, {
    count: (take) => db.accessEntry.count({ where, take }),
    read: ({ older, take }) =>
      db.accessEntry.findMany({ where: { ...where, ...older }, orderBy: { id: "desc" }, take, select: accessEntry }),
  });
  return { ...page, entries: await withNames(db, entries) };
}

export async function whereOfAccess(
  tx: Tx,
  { from, to, who, kind, id }: Omit<AccessFilter, "before">,
): Promise<Prisma.AccessEntryWhereInput> {
  const called = await findCalled(tx, who);
  return {
    at: spanOf(from, to),
    ...(called && { accountId: { in: called } }),
    ...(kind && verbsOf[kind]),
    ...(id && { subjectId: id }),
  };
}

export const accessEntry = {
  id: true,
  at: true,
  accountId: true,
  verb: true,
  subjectType: true,
  field: true,
  reason: true,
  rows: true,
  address: true,
} as const;

export type AccessRow = Awaited<ReturnType<typeof listAccess>>["entries"][number];

/** Who it was; nobody where no account signed in. */
export async function withNames<Entry extends { accountId: string | null }>(tx: Tx, entries: Entry[]) {
  const names = await findNames(
    entries.map(({ accountId }) => accountId),
    tx,
  );
  return entries.map((one) => ({ ...one, name: names.get(one.accountId) ?? null }));
}

const verbsOf: Record<AccessKind, Prisma.AccessEntryWhereInput> = {
  SIGN_IN: { verb: { in: ["signIn", "signIn.password", "signIn.withoutFactor", "signIn.ended", "signOut"] } },
  FAILURE: { verb: { in: ["signIn.failed", "signIn.locked"] } },
  REVEAL: { verb: { endsWith: ".reveal" } },
  EXPORT: { verb: { contains: "export" } },
  REFUSED: { verb: { in: ["refused", "calendarFeed.unknown"] } },
};

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
      WHERE verb LIKE '%.reveal' AND at >= ${startOfDay(since)}
      GROUP BY 1, 2 HAVING count(*) > ${limit}::int) r JOIN accounts a ON a.id = r.account_id
    ORDER BY r.day DESC, r.count DESC, a.username`;
  return revealed.parse(rows);
}
