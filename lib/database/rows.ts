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

const inCamelCase = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]));

const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
