import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { ask } from "@/lib/database/direct";
import { inCamelCase } from "@/lib/database/rows";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** As JSON has them; an amount is asked for as text, since a number of JSON is not exact beyond 2^53. */
export const told = {
  day: z.string().transform((text) => text as Day),
  moment: z.string().transform((text) => new Date(text)),
  fen: z.string().transform((text) => BigInt(text)),
};

/** A question and the shape of its rows in JSON. */
export type Question<Shape extends z.ZodType = z.ZodType> = { asks: Prisma.Sql; shape: Shape };

/** What they answer. */
export type Told<Asked> = {
  [Name in keyof Asked]: Asked[Name] extends Question<infer Shape> ? z.output<Shape>[] : never;
};

/**
 * Several questions in one statement, so at one instant (I25): each waits for nobody, and the way to the database and back is gone once.
 * The rows of each come in the order it asks for them.
 */
export async function together<Asked extends Record<string, Question>>(tx: Tx, asked: Asked): Promise<Told<Asked>> {
  const names = Object.keys(asked);
  const columns = names.map(
    (name) =>
      Prisma.sql`(SELECT coalesce(json_agg(q), '[]') FROM (${asked[name]?.asks}) AS q) AS ${Prisma.raw(`"${name}"`)}`,
  );
  const [found] = await ask(tx, Prisma.sql`SELECT ${Prisma.join(columns)}`);
  const answers = names.map((name) => {
    const rows = found?.[name] as Record<string, unknown>[];
    return [name, z.array((asked[name] as Question).shape).parse(rows.map(inCamelCase))];
  });
  return Object.fromEntries(answers) as Told<Asked>;
}

/** A question that is not everybody's, such as what only a director decides: where it is not, nothing is read and no row comes. */
export const provided = <Asked extends Question>(isAsked: boolean, question: Asked): Asked =>
  isAsked ? question : { ...question, asks: Prisma.sql`SELECT WHERE false` };
