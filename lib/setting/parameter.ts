import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Day, dateFromDay } from "@/lib/value/calendar";

const row = z.object({ key: z.string(), value: z.number() });

/** The figures in force on a day, by key; a rule is given them, it never repeats them. */
export async function findParameters(tx: Tx, on: Day): Promise<Parameters> {
  const found =
    await tx.$queryRaw`SELECT DISTINCT ON (key) key, value FROM parameters WHERE valid_from <= ${dateFromDay(on)}::date ORDER BY key, valid_from DESC`;
  return asParameters(
    Object.fromEntries(
      z
        .array(row)
        .parse(found)
        .map(({ key, value }) => [key, value]),
    ),
  );
}

/** The same for a page, which asks nothing else with them. */
export const parametersOn = (on: Day): Promise<Parameters> => findParameters(db, on);

/** The figures a larger question brought along. */
export function asParameters(known: Record<string, number>): Parameters {
  return (key) => {
    const value = known[key];
    if (value === undefined) throw new Error(`parameter ${key} is not set`);
    return value;
  };
}

export type Parameters = (key: string) => number;
