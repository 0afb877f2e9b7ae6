import pg from "pg";
import { beginMark, endMark, type Header, type Tally, type Trailer } from "./manifest";
import { listTables, readRows, speakPlainly, tallying } from "./tables";

export type Taken = Header & Trailer;

/**
 * The whole database as it was at one instant, as text that psql reads too, while everybody goes on writing. The pieces come as fast
 * as they are taken; the return value tells what was in them.
 */
export async function* takeBackup(ownerUrl: string): AsyncGenerator<Buffer, Taken> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await speakPlainly(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const header = await describe(client);
    const tables = await listTables(client);
    yield Buffer.from(`${beginMark}${JSON.stringify(header)}\n${preamble(tables.map(({ table }) => table))}`);

    const tallies: Tally[] = [];
    for (const table of tables) {
      yield Buffer.from(`COPY ${table.table} (${table.columns}) FROM stdin;\n`);
      const { note, total } = tallying(table.table);
      for await (const bytes of readRows(client, table)) {
        note(bytes as Buffer);
        yield bytes as Buffer;
      }
      tallies.push(total());
      yield Buffer.from("\\.\n");
    }

    const trailer: Trailer = { tables: tallies, sequences: await listSequences(client) };
    yield Buffer.from(`${ending(trailer)}${endMark}${JSON.stringify(trailer)}\n`);
    return { ...header, ...trailer };
  } finally {
    await client.end();
  }
}

/** What a backup is of, as of the instant of this transaction. */
export async function describe(client: pg.Client): Promise<Header> {
  const { rows } = await client.query<Header>(`
    SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "takenAt", current_setting('server_version') AS server,
      (SELECT key_check FROM base) AS key,
      (SELECT json_agg(json_build_object('name', migration_name, 'checksum', checksum) ORDER BY migration_name)
       FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations`);
  const [header] = rows;
  if (!header) throw new Error("the database says nothing about itself");
  return header;
}

/** Sequences know no transactions: read after the rows, they are never behind them. */
async function listSequences(client: pg.Client): Promise<Trailer["sequences"]> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`);
  return rows;
}

const preamble = (tables: string[]): string => `
-- Without the portal's own restore: apply prisma/migrations in their order to an empty database, then, as a superuser, zcat FILE | psql;
-- the next start applies prisma/laws.
\\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET search_path = public;
BEGIN;
SET LOCAL session_replication_role = replica;
TRUNCATE ${tables.join(", ")};
`;

const ending = ({ sequences }: Trailer): string =>
  `${sequences.map(({ name, value }) => `SELECT setval('"${name}"', ${value});\n`).join("")}COMMIT;\n`;
