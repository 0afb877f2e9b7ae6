import "server-only";
import { type ClientConfig, Client as PgClient, type QueryResult } from "pg";

/**
 * A connection that sends its statements one after the other without waiting for each answer, and BEGIN with the first statement of a
 * transaction: what begins a transaction is kept until something is asked in it. A transaction in which nothing was asked is none.
 */
export class Client extends PgClient {
  private beginning: string[] = [];

  constructor(config?: ClientConfig) {
    super({ ...config, pipeline: true } as ClientConfig);
  }

  // pg's `query` has eight signatures; this one stands before all of them.
  override query(...asked: unknown[]): never {
    const [first] = asked;
    const text = typeof first === "string" ? first : ((first as { text?: string } | null)?.text ?? "");
    const begun = this.beginning.length > 0;
    if (text === "BEGIN" || (begun && text.startsWith("SET TRANSACTION "))) {
      this.beginning.push(text);
      return Promise.resolve(nothing) as never;
    }
    const beginning = this.beginning.join("; ");
    this.beginning = [];
    if (begun && (text === "COMMIT" || text === "ROLLBACK")) return Promise.resolve(nothing) as never;
    // Where it fails, the connection is lost, and the statement behind it says so.
    if (begun) (super.query(beginning) as unknown as Promise<unknown>).catch(() => undefined);
    return (super.query as (...asked: unknown[]) => never).apply(this, asked);
  }
}

const nothing = { rows: [], fields: [], rowCount: 0, command: "", oid: 0 } as unknown as QueryResult;
