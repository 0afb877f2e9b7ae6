import "server-only";
import pg, { type Pool, type PoolClient, type QueryResult } from "pg";
import { orRefusal, statementName } from "@/lib/database/connection";
import type { Tx } from "@/lib/database/db";
import type { Prisma } from "@/prisma/generated/client";

type Way = { client: PoolClient | Pool; sent: Promise<unknown>[] };

/** The connection of each transaction, and what is under way on it. */
const ways = new WeakMap<Tx, Way>();

export function join(tx: Tx, client: PoolClient | Pool): Way {
  const way = { client, sent: [] };
  ways.set(tx, way);
  return way;
}

/** Once a transaction is over its connection is at somebody else's work. */
export const leave = (tx: Tx): void => void ways.delete(tx);

/** What a step of its own sends; `over` gives the transaction back what it had under way before. */
export function apart(tx: Tx): { sent: Promise<unknown>[]; over(): void } {
  const around = wayOf(tx);
  const own = join(tx, around.client);
  return { sent: own.sent, over: () => void ways.set(tx, around) };
}

/** The rows of a query as the table's columns are called; eight-byte numbers are bigint, days midnight UTC. */
export const ask = async (tx: Tx, query: Prisma.Sql): Promise<Record<string, unknown>[]> =>
  (await send(tx, query)).rows;

/** How many rows a statement locked or wrote. */
export const run = async (tx: Tx, query: Prisma.Sql): Promise<number> => (await send(tx, query)).rowCount ?? 0;

/**
 * Sends a statement for whose answer nothing has to wait: what comes next is sent behind it, and the COMMIT in the end. Where it is
 * refused, so is the step or the transaction it belongs to, by its own refusal.
 */
export function later(tx: Tx, query: Prisma.Sql): void {
  if (wayOf(tx).client instanceof pg.Pool)
    throw new Error("Nobody would hear of it: what is sent ahead needs a transaction");
  const answer = send(tx, query);
  answer.catch(() => undefined);
  wayOf(tx).sent.push(answer);
}

function send(tx: Tx, { text, values }: Prisma.Sql): Promise<QueryResult<Record<string, unknown>>> {
  const { client } = wayOf(tx);
  const statement = { name: statementName({ sql: text }), text, values: values.map(asParameter), types };
  return client instanceof pg.Pool ? orRefusal(() => client.query(statement)) : client.query(statement);
}

function wayOf(tx: Tx): Way {
  // The database itself connects at its first question.
  const way = ways.get(tx) ?? (Reflect.get(tx, "$connect") && ways.get(tx));
  if (!way) throw new Error("A transaction begins with transaction() or snapshot()");
  return way;
}

/** A day is the same day wherever the server stands. */
const asParameter = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

const { INT8, DATE } = pg.types.builtins;
const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === INT8) return BigInt;
    if (oid === DATE) return (text: string) => new Date(`${text}T00:00:00Z`);
    return pg.types.getTypeParser(oid, format);
  },
};
