import "server-only";
import { db, type Tx } from "@/lib/database/db";
import { addDays, type Day } from "@/lib/value/calendar";
import { startOfDay } from "@/lib/value/clock";

const pageSize = 30;
const mostCounted = 10_000;

type Log<Entry, Id> = {
  /** How many entries fit the filter, of so many at most. */
  count(most: number): Promise<number>;
  read(page: { older: { id?: { lt: Id } }; take: number }): Promise<Entry[]>;
};

/** One page of what only grows, the newest first, with how many fit the filter and where older ones begin. */
export async function readPage<Id, Entry extends { id: Id }>(before: Id | undefined, log: Log<Entry, Id>) {
  const older = before === undefined ? {} : { id: { lt: before } };
  const [counted, rows] = await Promise.all([log.count(mostCounted + 1), log.read({ older, take: pageSize + 1 })]);
  const entries = rows.slice(0, pageSize);
  return {
    entries,
    total: Math.min(counted, mostCounted),
    capped: counted > mostCounted,
    older: rows.length > pageSize ? entries.at(-1)?.id : undefined,
  };
}

/** R86: a day of the filter is a day of the base's clock. */
export const spanOf = (from: Day | undefined, to: Day | undefined) => ({
  ...(from && { gte: startOfDay(from) }),
  ...(to && { lt: startOfDay(addDays(to, 1)) }),
});

/** The accounts that are called so, or undefined where no name is asked for. */
export async function findCalled(tx: Tx, who: string): Promise<string[] | undefined> {
  if (!who) return undefined;
  const found = await tx.account.findMany({ where: { name: { contains: who } }, take: 500, select: { id: true } });
  return found.map(({ id }) => id);
}

/** What accounts are called, by id. */
export async function findNames(ids: (string | null)[], tx: Tx = db): Promise<Map<string | null, string>> {
  const accounts = await tx.account.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
