import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import type { Question } from "@/lib/database/together";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** The figures in force on a day that the database knows, for a larger question; `asParameters` reads them. */
export const figuresOn = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT jsonb_object_agg(key, value) FROM parameters_on(${day}))`;
export const figures = z.record(z.string(), z.number());

const row = z.object({ figures });

/** The figures in force on a day, for a page that asks others with them; `parametersIn` reads the answer. */
export const figuresInForce = (on: Day): Question<typeof row> => ({
  asks: Prisma.sql`SELECT ${figuresOn(Prisma.sql`${dateFromDay(on)}::date`)} AS figures`,
  shape: row,
});
export const parametersIn = ([found]: z.output<typeof row>[]): Parameters => asParameters(found?.figures ?? {});

/** The figures in force on a day, by key; a rule is given them, it never repeats them. A page or a story asks once for a day. */
export async function findParameters(tx: Tx, on: Day): Promise<Parameters> {
  if (tx === db) return onPage(on);

  const known = inStory.get(tx) ?? new Map<Day, Parameters>();
  inStory.set(tx, known);
  const found = known.get(on) ?? parametersIn(await rows(tx, row, figuresInForce(on).asks));
  known.set(on, found);
  return found;
}

const onPage = cache(async (on: Day) => parametersIn(await rows(db, row, figuresInForce(on).asks)));
const inStory = new WeakMap<Tx, Map<Day, Parameters>>();

/** The same for a page, which asks nothing else with them. */
export const parametersOn = (on: Day): Promise<Parameters> => findParameters(db, on);

/** Asking for a figure that nobody set is a mistake of ours. */
export function asParameters(known: z.output<typeof figures>): Parameters {
  return (key) => {
    const value = known[key];
    if (value === undefined) throw new Error(`parameter ${key} is not set`);
    return value;
  };
}

export type Parameters = (key: string) => number;
