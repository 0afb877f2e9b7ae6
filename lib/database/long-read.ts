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
export const longSnapshot = <T>(signal: AbortSignal, read: (tx: Tx) => Promise<T>): Promise<T> =>
  begin((tx) => endedBy(signal, tx, () => read(tx)), {
    isolationLevel: "RepeatableRead",
    maxWait: 2_000,
    timeout: longestSeconds * 1_000,
  });

/** Such a read that stands until it is ended: a file goes on being written after the answer has begun. */
export function beginLongRead(signal: AbortSignal): Promise<{ tx: Tx; end: () => Promise<void> }> {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return new Promise((begun, refuse) => {
    const ended = longSnapshot(signal, (tx) => {
      begun({
        tx,
        end: () => {
          end();
          return ended;
        },
      });
      return over;
      // Nothing was written: once it has begun, how it ends is no news.
    }).catch(refuse);
  });
}

const settings = z.tuple([z.object({ pid: z.number() })]);

/** The transaction is held until the server has been told: later its connection may be at somebody else's work. */
async function endedBy<T>(signal: AbortSignal, tx: Tx, read: () => Promise<T>): Promise<T> {
  const seconds = `${longestSeconds}s`;
  const [{ pid }] = settings.parse(
    await tx.$queryRaw`
      SELECT pg_backend_pid() AS pid, set_config('transaction_read_only', 'on', true) AS only_read,
        set_config('statement_timeout', ${seconds}, true) AS statement, set_config('idle_in_transaction_session_timeout', ${seconds}, true) AS idle`,
  );
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

const batch = 1_000;

/**
 * The rows of a query, a thousand at a time: while these are written the next are on their way, and no more of them are in memory. All
 * rows of a query have the same columns, so that the first of each thousand is held against its shape.
 */
export async function* inBatches<Row>(tx: Tx, query: Prisma.Sql, shape: z.ZodType<Row>): AsyncGenerator<Row[]> {
  // A cursor of its own for each query: FETCH is prepared under its text, and its columns must stay the same.
  const cursor = `c${createHash("sha1").update(query.sql).digest("hex").slice(0, 12)}`;
  await tx.$executeRaw(Prisma.sql`${Prisma.raw(`DECLARE ${cursor} NO SCROLL CURSOR FOR`)} ${query}`);
  const fetch = () => {
    const rows = tx.$queryRawUnsafe<Row[]>(`FETCH ${batch} FROM ${cursor}`);
    // Whoever waits for them is told; nobody may be waiting yet.
    rows.catch(() => {});
    return rows;
  };
  let coming = fetch();
  try {
    for (;;) {
      const rows = await coming;
      if (rows.length === batch) coming = fetch();
      if (rows.length > 0) {
        shape.parse(rows[0]);
        yield rows;
      }
      if (rows.length < batch) break;
    }
    await tx.$executeRawUnsafe(`CLOSE ${cursor}`);
  } finally {
    await coming.catch(() => {});
  }
}
