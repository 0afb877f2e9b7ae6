import type pg from "pg";
import type { Place } from "./places";

/** A row with its own id, the id its columns are sealed for, and those columns and hashes. */
export type Row = { id: string; row: string } & Record<string, string | null>;

/** The rows of a table by id, a thousand at a time. */
export async function* batches(client: pg.Client, { table, row, sealed }: Place): AsyncGenerator<Row[]> {
  const columns = columnsOf({ sealed }).map((column) => `r.${column}`);
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<Row>(
      `SELECT r.id, ${row} AS row, ${columns.join(", ")} FROM ${table} r WHERE r.id > $1 ORDER BY r.id LIMIT 1000`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}

export const columnsOf = ({ sealed }: Pick<Place, "sealed">): string[] =>
  sealed.flatMap(({ column, hash }) => (hash ? [column, hash.column] : [column]));
