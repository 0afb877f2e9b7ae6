import "server-only";
import type { Tx } from "@/lib/database/db";
import { run } from "@/lib/database/direct";
import { Prisma } from "@/prisma/generated/client";

/**
 * One row into a table, by our names of its columns; what is left out is what the table fills in. Gives 0 where another row
 * stands in its way.
 */
export function insertUnlessThere(tx: Tx, table: string, row: Record<string, unknown>): Promise<number> {
  const named = Object.entries(row).map(([name, value]) => [inSnakeCase(name), value] as const);
  const columns = Prisma.raw(named.map(([name]) => name).join(", "));
  const told = JSON.stringify(Object.fromEntries(named));
  return run(
    tx,
    Prisma.sql`
    INSERT INTO ${Prisma.raw(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_record(NULL::${Prisma.raw(table)}, ${told}::jsonb)
    ON CONFLICT DO NOTHING`,
  );
}

const inSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
