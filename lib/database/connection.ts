import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolClient } from "pg";
import { Client } from "@/lib/database/client";
import { asRefusal, isPassing } from "@/lib/refusal/refusal";
import { noteAway } from "@/lib/refusal/visit";

type Connected = Awaited<ReturnType<PrismaPg["connect"]>>;
type Started = Awaited<ReturnType<Connected["startTransaction"]>>;

/** The way to PostgreSQL: Prisma's own, with the limits of this house. */
export class Connection extends PrismaPg {
  readonly pool: Pool;

  constructor(address: string) {
    const pool = new Pool({
      Client,
      connectionString: address,
      max: 16,
      // People pause longer than ten seconds between two clicks; a new connection costs them as much as a page.
      min: 4,
      idleTimeoutMillis: 600_000,
      connectionTimeoutMillis: 2_000,
      // A statement's plan depends on its text alone: planning each call anew costs the facts of an enrolment three times their work.
      options: "-c plan_cache_mode=force_generic_plan",
      lock_timeout: 3_000,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
    });
    super(pool, { statementNameGenerator: statementName, disposeExternalPool: true });
    this.pool = pool;
  }

  override async connect(): Promise<Connected> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = (level) => orRefusal(async () => knownBy(await start(level)));
    const [query, execute] = [adapter.queryRaw.bind(adapter), adapter.executeRaw.bind(adapter)];
    adapter.queryRaw = (asked) => orRefusal(() => query(asked));
    adapter.executeRaw = (asked) => orRefusal(() => execute(asked));
    return adapter;
  }
}

/**
 * No connection (UNAVAILABLE), or a wait that grew too long (BUSY), is no fault of a page: it is said here, because nobody stands between
 * a page's question and Next. Within a transaction the story itself is told again or refused.
 */
export async function orRefusal<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const refusal = asRefusal(error);
    throw refusal && isPassing(refusal) ? noteAway(refusal) : error;
  }
}

/** A statement that never leaves the house: it is answered with the number under which the transaction's own connection is found. */
export const whichConnection = "-- which connection";
const connections = new Map<number, PoolClient>();
let last = 0;

/** Prisma hands out a transaction without its connection; what does not need Prisma goes straight to it. */
function knownBy(tx: Started): Started {
  const execute = tx.executeRaw.bind(tx);
  tx.executeRaw = async (asked) => {
    if (asked.sql !== whichConnection) return execute(asked);
    connections.set(++last, (tx as unknown as { client: PoolClient }).client);
    return last;
  };
  return tx;
}

export function takeConnection(number: number): PoolClient {
  const found = connections.get(number) as PoolClient;
  connections.delete(number);
  return found;
}

const names = new Map<string, string>();

/** Prepared statements save a fifth of the processor; the same text has the same name on every connection. */
export function statementName({ sql }: { sql: string }): string {
  let name = names.get(sql);
  if (!name) {
    name = createHash("sha1").update(sql).digest("base64url");
    if (names.size < 1_000) names.set(sql, name);
  }
  return name;
}
