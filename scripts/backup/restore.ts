import type pg from "pg";
import { whilePreparing, withDatabase } from "../postgres/database.mjs";
import { applyLaws } from "../postgres/laws.mjs";
import { migrate } from "../postgres/migrate.mjs";
import { loadDump } from "./dump/load";
import { isDump } from "./dump/manifest";
import { load } from "./load";
import type { Header, Tally } from "./manifest";
import { listTables, tallyOf } from "./tables";

export type Restored = Header & {
  tables: (Tally & { restored: boolean })[];
  /** Migrations of this release that came after the backup. */
  applied: string[];
  /** Views of the schema `checks` that have a row to show, with their number. */
  wrong: Record<string, number>;
};

/** Restores into an empty database of this address and asks every check; where a table is not what was taken, nothing is kept. */
export function restoreInto(ownerUrl: string, file: string): Promise<Restored> {
  return whilePreparing(ownerUrl, async (client) => {
    const loaded = isDump(file) ? loadDump(client, ownerUrl, file) : load(client, file);
    const { tables, keep, undo, ...taken } = await loaded;
    const restored = await compare(client, tables);
    if (restored.some((table) => !table.restored)) {
      await undo();
      return { ...taken, tables: restored, applied: [], wrong: {} };
    }
    await keep();
    const applied = await migrate(client);
    await applyLaws(client);
    return { ...taken, tables: restored, applied, wrong: await listWrong(client) };
  });
}

/** The same into a database that is thrown away afterwards, on the server of this address. */
export async function tryRestore(ownerUrl: string, file: string): Promise<Restored> {
  const name = `restore_check_${crypto.randomUUID().slice(0, 8)}`;
  try {
    return await restoreInto(withDatabase(ownerUrl, name), file);
  } finally {
    await whilePreparing(ownerUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
}

/** Read again from the database, not from what was sent to it. */
async function compare(client: pg.Client, taken: Tally[]): Promise<Restored["tables"]> {
  const stored = new Map<string, Tally>();
  for (const table of await listTables(client)) {
    const tally = await tallyOf(client, table);
    stored.set(tally.table, tally);
  }
  return taken.map((tally) => ({ ...tally, restored: stored.get(tally.table)?.sha256 === tally.sha256 }));
}

async function listWrong(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ view: string }>(
    "SELECT quote_ident(viewname) AS view FROM pg_views WHERE schemaname = 'checks' ORDER BY viewname",
  );
  const wrong: Record<string, number> = {};
  for (const { view } of rows) {
    const { rowCount } = await client.query(`SELECT FROM checks.${view}`);
    if (rowCount) wrong[view] = rowCount;
  }
  return wrong;
}
