import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { ask } from "@/lib/database/direct";
import type { Prisma } from "@/prisma/generated/client";

/** The rows of a query in the shape its reader names: `dated_on` comes out as `datedOn`, and what does not fit fails. */
export async function rows<Shape extends z.ZodType>(
  tx: Tx,
  shape: Shape,
  query: Prisma.Sql,
): Promise<z.output<Shape>[]> {
  const found = await ask(tx, query);
  return z.array(shape).parse(found.map(inCamelCase));
}

/** A row of the table's own names as ours: what is read by the thousand has its names made once. */
export const inCamelCase = (row: Record<string, unknown>): Record<string, unknown> => {
  const told: Record<string, unknown> = {};
  for (const column in row) told[camel(column)] = row[column];
  return told;
};

const names = new Map<string, string>();

function camel(column: string): string {
  let name = names.get(column);
  if (name === undefined) {
    name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    names.set(column, name);
  }
  return name;
}
