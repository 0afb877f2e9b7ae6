import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Client, DatabaseError } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate } from "../postgres/migrate.mjs";
import { Obstacle } from "../process/obstacle.mjs";
import type { Header, Tally } from "./manifest";
import { NoBackup, readBackup } from "./read";
import { listTables, speakPlainly } from "./tables";

/** What stands in the database now, and the two ways on from there: `undo` leaves it as empty as it was. */
export type Loaded = Header & { tables: Tally[]; keep(): Promise<unknown>; undo(): Promise<unknown> };

/**
 * Builds the tables as they were when the backup was taken and loads all rows in one transaction, which stays open. The triggers rest meanwhile: they
 * have done their work on these rows once. The foreign keys are taken off and put on again, which looks at every row; the other
 * constraints are asked as always. That needs the tables' owner, and no superuser.
 */
export async function load(client: Client, file: string): Promise<Loaded> {
  let header: Header | undefined;
  let putBack: string[] = [];
  const trailer = await readBackup(file, {
    async begin(begun) {
      header = begun;
      await requireUnused(client);
      await migrate(client, { only: begun.migrations });
      await speakPlainly(client);
      await client.query("BEGIN");
      putBack = await loosen(client);
    },
    async table({ table, columns }, rows) {
      const into = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
      await pipeline(Readable.from(rows), into).catch(refuse(table));
    },
  });
  if (!header) throw new NoBackup(`${file} has no beginning`);

  for (const statement of putBack) await client.query(statement).catch(refuse(statement));
  for (const { name, value } of trailer.sequences)
    await client.query("SELECT setval(format('%I', $1::text)::regclass, $2)", [name, value]);
  const { tables } = trailer;
  return { ...header, tables, keep: () => client.query("COMMIT"), undo: () => client.query("ROLLBACK") };
}

/** What the database said of a row may hold the row: only its code is passed on. */
const refuse =
  (what: string) =>
  (error: unknown): never => {
    if (!(error instanceof DatabaseError)) throw error;
    throw new NoBackup(
      `The database does not take ${what} as it is in the backup (${error.code}): the file is damaged`,
    );
  };

/** A portal that somebody works in is never written over. */
export async function requireUnused(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string | null }>("SELECT to_regclass('public.accounts') AS table");
  if (!rows[0]?.table) return;
  const { rowCount } = await client.query("SELECT FROM accounts UNION ALL SELECT FROM audit_entries LIMIT 1");
  if (rowCount) throw new Obstacle("The database is in use already: give one that is empty · 目标数据库不为空");
}

/** Empties the tables, which the migrations have filled in part, and takes off what would ask about each row; what puts it on again comes back. */
async function loosen(client: Client): Promise<string[]> {
  const tables = (await listTables(client)).map(({ table }) => table);
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`);

  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.join(", ")}`);
  return [
    ...keys.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    ...tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
  ];
}
