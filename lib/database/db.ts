import "server-only";
import { Connection, takeConnection, whichConnection } from "@/lib/database/connection";
import { apart, join, later, leave, run } from "@/lib/database/direct";
import { env } from "@/lib/env";
import { databaseError } from "@/lib/refusal/database-error";
import { asRefusal } from "@/lib/refusal/refusal";
import { noteAway } from "@/lib/refusal/visit";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

export type Tx = Prisma.TransactionClient;

let client: PrismaClient | undefined;

/** The database as the application's role; connects at the first question, so that a build needs no address. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    client ??= connected();
    const value = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

function connected(): PrismaClient {
  const connection = new Connection(env().databaseUrl);
  join(db, connection.pool);
  return new PrismaClient({ adapter: connection });
}

type Options = { isolationLevel?: "ReadCommitted" | "RepeatableRead"; maxWait?: number; timeout: number };

/** A transaction whose statements may also go straight to its connection; `sent` are those for whose answer nobody waits. */
export function begin<T>(work: (tx: Tx, sent: Promise<unknown>[]) => Promise<T>, options: Options): Promise<T> {
  return db.$transaction(async (tx) => {
    const { sent } = join(tx, takeConnection(await tx.$executeRawUnsafe(whichConnection)));
    try {
      return await work(tx, sent);
    } finally {
      leave(tx);
    }
  }, options);
}

/**
 * One story in one transaction, which it hands on to all its steps.
 * Lost races (40001, 40P01) are told again from the start, five times; what the database refuses comes out as a Refusal.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, timeout = 12_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let sent: Promise<unknown>[] = [];
    try {
      const done = await begin(
        (tx, late) => {
          sent = late;
          return work(tx);
        },
        { isolationLevel: "ReadCommitted", maxWait: 2_000, timeout },
      );
      await Promise.all(sent);
      return done;
    } catch (raised) {
      const error = await firstOf(sent, raised);
      if (attempt === 5 || !lostRace(error)) throw told(error);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/** I25: what one page or paper shows is read at one instant, so that its figures agree; nothing is written, and a busy table says BUSY. */
export async function snapshot<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await begin(
      async (tx) => {
        later(tx, Prisma.sql`SET TRANSACTION READ ONLY`);
        return read(tx);
      },
      { isolationLevel: "RepeatableRead", maxWait: 2_000, timeout: 10_000 },
    );
  } catch (error) {
    throw told(error);
  }
}

/** One step of a story that may be refused without ending it: what the step wrote is undone, the rest stands. */
export async function attempt<T>(tx: Tx, step: () => Promise<T>): Promise<T> {
  later(tx, Prisma.sql`SAVEPOINT step`);
  const { sent, over } = apart(tx);
  try {
    const done = await step();
    await Promise.all(sent);
    over();
    later(tx, Prisma.sql`RELEASE SAVEPOINT step`);
    return done;
  } catch (raised) {
    const error = await firstOf(sent, raised);
    over();
    // A lost race is not the step's own no: the whole story is told again.
    if (lostRace(error)) throw error;
    await run(tx, Prisma.sql`ROLLBACK TO SAVEPOINT step`);
    throw asRefusal(error) ?? error;
  }
}

/** PostgreSQL refuses everything behind the statement that failed; the first failure is the one that tells. */
async function firstOf(sent: Promise<unknown>[], raised: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find(({ status }) => status === "rejected");
  return failed?.status === "rejected" ? failed.reason : raised;
}

function told(error: unknown): unknown {
  const refusal = asRefusal(error);
  return refusal ? noteAway(refusal) : error;
}

const lostRace = (error: unknown): boolean => ["40001", "40P01", "P2034"].includes(databaseError(error)?.code ?? "");
