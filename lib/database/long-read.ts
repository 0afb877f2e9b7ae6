import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { begin, db, type Tx } from "@/lib/database/db";
import { Prisma } from "@/prisma/generated/client";

/** How long what is written into a file may take, from its first row to its last. */
export const longestSeconds = 120;

/**
 * I25: a file is read at one instant like a page, and nothing is written. It may take two minutes; whoever goes away sooner gives the
 * signal, and the statement that runs then is ended at the server.
 */
export function longSnapshot<T>(signal: AbortSignal, read: (tx: Tx) => Promise<T>): Promise<T> {
  return begin(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${`${longestSeconds}s`}, true), set_config('idle_in_transaction_session_timeout', ${`${longestSeconds}s`}, true)`;
      return endedBy(signal, tx, () => read(tx));
    },
    { isolationLevel: "RepeatableRead", maxWait: 2_000, timeout: longestSeconds * 1_000 },
  );
}

/** The transaction is held until the server has been told: later its connection may be at somebody else's work. */
async function endedBy<T>(signal: AbortSignal, tx: Tx, read: () => Promise<T>): Promise<T> {
  const [{ pid }] = backend.parse(await tx.$queryRaw`SELECT pg_backend_pid() AS pid`);
  let told: Promise<unknown> | undefined;
  const tell = () => {
    told = db.$queryRaw`SELECT pg_cancel_backend(${pid}::int)`.catch(() => undefined);
  };
  signal.addEventListener("abort", tell);
  try {
    signal.throwIfAborted();
    return await read();
  } finally {
    signal.removeEventListener("abort", tell);
    await told;
  }
}

const backend = z.tuple([z.object({ pid: z.number() })]);

const batch = 1_000;

/** The rows of a query, a thousand at a time: however many there are, no more of them are in memory. */
export async function* inBatches<Row>(tx: Tx, query: Prisma.Sql, row: z.ZodType<Row>): AsyncGenerator<Row> {
  // A cursor of its own for each query: FETCH is prepared under its text, and its columns must stay the same.
  const cursor = `c${createHash("sha1").update(query.sql).digest("hex").slice(0, 12)}`;
  await tx.$executeRaw(Prisma.sql`${Prisma.raw(`DECLARE ${cursor} NO SCROLL CURSOR FOR`)} ${query}`);
  const rows = z.array(row);
  for (;;) {
    const found = rows.parse(await tx.$queryRawUnsafe(`FETCH ${batch} FROM ${cursor}`));
    yield* found;
    if (found.length < batch) break;
  }
  await tx.$executeRawUnsafe(`CLOSE ${cursor}`);
}
