import "server-only";
import { Connection } from "@/lib/database/connection";
import { env } from "@/lib/env";
import { databaseError } from "@/lib/refusal/database-error";
import { asRefusal } from "@/lib/refusal/refusal";
import { noteAway } from "@/lib/refusal/visit";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

export type Tx = Prisma.TransactionClient;

let client: PrismaClient | undefined;

/** The database as the application's role; connects at the first question, so that a build needs no address. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    client ??= new PrismaClient({ adapter: new Connection(env().databaseUrl) });
    const value = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

/**
 * One story in one transaction, which it hands on to all its steps.
 * Lost races (40001, 40P01) are told again from the start, five times; what the database refuses comes out as a Refusal.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, {
        isolationLevel: "ReadCommitted",
        maxWait: 2_000,
        timeout: 12_000,
      });
    } catch (error) {
      if (attempt === 5 || !lostRace(error)) throw told(error);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/** I25: what one page or paper shows is read at one instant, so that its figures agree; nothing is written, and a busy table says BUSY. */
export async function snapshot<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET TRANSACTION READ ONLY`;
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
  await tx.$executeRaw`SAVEPOINT step`;
  try {
    const done = await step();
    await tx.$executeRaw`RELEASE SAVEPOINT step`;
    return done;
  } catch (error) {
    // A lost race is not the step's own no: the whole story is told again.
    if (lostRace(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT step`;
    throw asRefusal(error) ?? error;
  }
}

function told(error: unknown): unknown {
  const refusal = asRefusal(error);
  return refusal ? noteAway(refusal) : error;
}

const lostRace = (error: unknown): boolean => ["40001", "40P01", "P2034"].includes(databaseError(error)?.code ?? "");
