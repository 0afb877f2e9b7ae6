import type pg from "pg";
import type { Keyring } from "@/lib/database/seal";
import { lastFourKey } from "@/lib/trainee/rules/search-prefix";
import { type Place, places } from "./places";
import { batches, columnsOf, type Row } from "./rows";

export type Keys = { old: Keyring; new: Keyring };

/** Seals every column anew and makes its hash anew; gives how many sealed texts there were in each table. */
export async function resealAll(client: pg.Client, keys: Keys, say: (line: string) => void) {
  // R52: a certificate is outdated when its sealed number is another text than the trainee's, so equal texts stay equal.
  const made = new Map<string, string>();
  const counts: Record<string, number> = {};
  for (const place of places) {
    let texts = 0;
    for await (const rows of batches(client, place)) {
      texts += rows.reduce((sum, row) => sum + resealRow(row, place, keys, made), 0);
      await write(client, place, rows);
      say(`  ${place.table} ${texts}`);
    }
    counts[place.table] = texts;
  }
  return counts;
}

function resealRow(row: Row, { sealed }: Place, keys: Keys, made: Map<string, string>): number {
  let texts = 0;
  for (const { column, place, hash } of sealed) {
    const was = row[column];
    if (!was) continue;
    const text = keys.old.unseal(...place, row.row, was);
    const stands = made.get(was) ?? keys.new.seal(...place, row.row, text);
    made.set(was, stands);
    row[column] = stands;
    if (hash) row[hash.column] = keys.new.keyedHash(hash.purpose, text);
    texts += 1;
  }
  return texts;
}

async function write(client: pg.Client, place: Place, rows: Row[]) {
  const columns = columnsOf(place);
  const sets = columns.map((column) => `${column} = n.${column}`).join(", ");
  const arrays = columns.map((_, at) => `$${at + 2}::text[]`).join(", ");
  await client.query(
    `UPDATE ${place.table} r SET ${sets} FROM unnest($1::uuid[], ${arrays}) AS n (id, ${columns.join(", ")})
     WHERE r.id = n.id AND num_nonnulls(${columns.map((column) => `r.${column}`).join(", ")}) > 0`,
    [rows.map(({ id }) => id), ...columns.map((column) => rows.map((row) => row[column] ?? null))],
  );
}

/** U06: the last four of ID number and telephone; the keys of names need no key. */
export async function rekeySearch(client: pg.Client, keyring: Keyring) {
  await client.query("DELETE FROM trainee_search_keys WHERE key LIKE '#%'");
  for await (const rows of batches(client, people)) {
    const keys = rows.flatMap((row) => searchKeysOf(row, keyring).map((key) => ({ key, id: row.id })));
    await client.query(
      "INSERT INTO trainee_search_keys (key, trainee_id) SELECT * FROM unnest($1::text[], $2::uuid[])",
      [keys.map(({ key }) => key), keys.map(({ id }) => id)],
    );
  }
}

export const people = places[0] as Place;

/** What a trainee is found by under this key, without the name. */
export function searchKeysOf(row: Row, keyring: Keyring): string[] {
  const hash = (lastFour: string) => keyring.keyedHash("trainees.last_four", lastFour);
  const numbers = ["id_number", "phone"].flatMap((column) => {
    const sealed = row[`${column}_sealed`];
    return sealed ? [keyring.unseal("trainees", column, row.id, sealed)] : [];
  });
  return [...new Set(numbers.map((number) => lastFourKey(number, hash)))];
}
