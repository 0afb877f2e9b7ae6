import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Tally } from "./manifest";

/** A table with the columns that are written in it, quoted for a statement; what PostgreSQL generates is left out. */
export type Table = { table: string; columns: string; key: string };

/** Every table of the portal but the history of migrations, which the restore writes itself. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT format('%I', c.relname) AS "table",
      (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
       WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) FROM pg_index i
       CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
       WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  return rows.map(({ table, columns, key }) => ({ table: quoted(table), columns: quoted(columns), key: quoted(key) }));
}

/** Every name in quotes, whether PostgreSQL would need them or not. */
const quoted = (names: string): string =>
  names
    .split(", ")
    .map((name) => `"${name.replaceAll('"', "")}"`)
    .join(", ");

/** The rows of a table in the order of its key, as bytes, on a connection that `speakPlainly`. */
export const readRows = (client: pg.Client, { table, columns, key }: Table): Readable =>
  client.query(copyTo(`COPY (SELECT ${columns} FROM ${table} ORDER BY ${key}) TO STDOUT`));

/** One spelling of every value, whatever the server, the database and the account are set to. */
export async function speakPlainly(client: pg.Client): Promise<void> {
  await client.query(`SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
    SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
    SET search_path = public`);
}

/** Counts rows and sums up bytes that pass: a line break inside a value is written `\n`, so each one ends a row. */
export function tallying(table: string) {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    note(bytes: Buffer) {
      hash.update(bytes);
      for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) rows += 1;
    },
    total: (): Tally => ({ table: table.replaceAll('"', ""), rows, sha256: hash.digest("hex") }),
  };
}

/** What a table of a database holds now, without keeping it. */
export async function tallyOf(client: pg.Client, table: Table): Promise<Tally> {
  const { note, total } = tallying(table.table);
  for await (const bytes of readRows(client, table)) note(bytes as Buffer);
  return total();
}
