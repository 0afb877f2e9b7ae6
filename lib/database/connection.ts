import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { asRefusal, isPassing } from "@/lib/refusal/refusal";
import { noteAway } from "@/lib/refusal/visit";

type Connected = Awaited<ReturnType<PrismaPg["connect"]>>;
type Started = Awaited<ReturnType<Connected["startTransaction"]>>;

/** The way to PostgreSQL: Prisma's own, with the limits of this house. */
export class Connection extends PrismaPg {
  constructor(address: string) {
    const pool = {
      connectionString: address,
      max: 16,
      connectionTimeoutMillis: 2_000,
      lock_timeout: 3_000,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
    };
    super(pool, { statementNameGenerator: statementName });
  }

  override async connect(): Promise<Connected> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = (level) => orRefusal(async () => inTurn(await start(level)));
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
async function orRefusal<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const refusal = asRefusal(error);
    throw refusal && isPassing(refusal) ? noteAway(refusal) : error;
  }
}

/** Prisma reads several relations of a row side by side; a transaction has one connection, and pg will soon refuse a second question on it. */
function inTurn(tx: Started): Started {
  let last: Promise<unknown> = Promise.resolve();
  const waiting =
    <Query, Result>(ask: (query: Query) => Promise<Result>) =>
    (query: Query): Promise<Result> => {
      const answer = last.then(() => ask(query));
      last = answer.catch(() => undefined);
      return answer;
    };
  tx.queryRaw = waiting(tx.queryRaw.bind(tx));
  tx.executeRaw = waiting(tx.executeRaw.bind(tx));
  return tx;
}

const names = new Map<string, string>();

/** Prepared statements save a fifth of the processor; the same text has the same name on every connection. */
function statementName({ sql }: { sql: string }): string {
  let name = names.get(sql);
  if (!name) {
    name = createHash("sha1").update(sql).digest("base64url");
    if (names.size < 1_000) names.set(sql, name);
  }
  return name;
}
