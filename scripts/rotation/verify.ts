import type pg from "pg";
import type { Keyring } from "@/lib/database/seal";
import { Obstacle } from "../process/obstacle.mjs";
import { places } from "./places";
import { people, searchKeysOf } from "./reseal";
import { batches } from "./rows";

/** Refuses unless every sealed text opens with this key, every hash and search key agrees, and nothing sealed stands elsewhere. */
export async function verify(client: pg.Client, keyring: Keyring) {
  for (const place of places)
    for await (const rows of batches(client, place))
      for (const row of rows)
        for (const { column, place: of, hash } of place.sealed) {
          const sealed = row[column];
          if (!sealed) continue;
          const text = keyring.unseal(...of, row.row, sealed);
          if (hash && row[hash.column] !== keyring.keyedHash(hash.purpose, text))
            throw new Obstacle(
              `${place.table}.${hash.column} of ${row.id} does not agree with its number · 散列不一致`,
            );
        }
  await verifySearch(client, keyring);
  await refuseUnknown(client);
}

async function verifySearch(client: pg.Client, keyring: Keyring) {
  for await (const rows of batches(client, people)) {
    const { rows: found } = await client.query<{ key: string; id: string }>(
      "SELECT key, trainee_id AS id FROM trainee_search_keys WHERE key LIKE '#%' AND trainee_id = ANY($1)",
      [rows.map(({ id }) => id)],
    );
    const wanted = rows.flatMap((row) => searchKeysOf(row, keyring).map((key) => `${row.id} ${key}`));
    const held = new Set(found.map(({ key, id }) => `${id} ${key}`));
    if (held.size !== wanted.length || wanted.some((one) => !held.has(one)))
      throw new Obstacle("A search key does not agree with its number · 检索键不一致");
  }
}

/** A sealed text in a column that `places` does not name would be lost with the old key. */
export async function refuseUnknown(client: pg.Client) {
  const known = new Set(places.flatMap(({ table, sealed }) => sealed.map(({ column }) => `${table}.${column}`)));
  const { rows: columns } = await client.query<{ table: string; column: string }>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns JOIN information_schema.tables t
      USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type IN ('text', 'character varying')`);
  for (const { table, column } of columns) {
    if (known.has(`${table}.${column}`)) continue;
    const { rowCount } = await client.query(
      `SELECT FROM "${table}" WHERE "${column}" ~ '^1\\.[A-Za-z0-9_-]{38,}$' LIMIT 1`,
    );
    if (rowCount)
      throw new Obstacle(
        `${table}.${column} is sealed and no rotation knows it: nothing was changed · 有未登记的加密列`,
      );
  }
}
