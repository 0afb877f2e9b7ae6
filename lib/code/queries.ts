import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { findActor } from "@/lib/auth/actor";
import type { CodeKind } from "@/lib/code/schema";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { type Day, dayOfInstant } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

export type Choice = { value: string; label: string };

/** The choices of a code table in the reader's language, the common ones first; one that has ended is offered only where it is kept. */
export async function listCodes(kind: CodeKind, kept: readonly (string | null | undefined)[] = []): Promise<Choice[]> {
  const today = (await findActor())?.today ?? dayOfInstant(new Date());
  return choicesOf(await listItems(kind), await getLocale(), today, kept);
}

/** Looks up the words of a code table, ended ones too; a code nobody knows is shown as it is. */
export const codeWords = async (kind: CodeKind): Promise<(code: string) => string> =>
  wordsOf(await listItems(kind), await getLocale());

/** Asked once a request. */
const listItems = cache((kind: CodeKind) => listCodeItems(kind));

/** A code table as whoever keeps it sees it: both wordings, the order, from when to when. */
export const listCodeItems = async (kind: CodeKind) => (await together(db, { items: codeItems(kind) })).items;

const item = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  position: z.number(),
  validFrom: told.day,
  validTo: told.day.nullable(),
});
type Item = z.output<typeof item>;

/** The question itself, for a page that asks others with it; `choicesOf` and `wordsOf` read the answer. */
export const codeItems = (kind: CodeKind): Question<typeof item> => ({
  asks: Prisma.sql`
    SELECT code, zh, en, position, valid_from, valid_to FROM code_items WHERE kind = ${kind} ORDER BY position, code`,
  shape: item,
});

export const choicesOf = (
  items: readonly Item[],
  language: string,
  today: Day,
  kept: readonly (string | null | undefined)[] = [],
): Choice[] =>
  items
    .filter((one) => isInForce(one, today) || kept.includes(one.code))
    .map((one) => ({ value: one.code, label: labelOf(one, language) }));

export function wordsOf(items: readonly Item[], language: string): (code: string) => string {
  const words = new Map(items.map((one) => [one.code, labelOf(one, language)]));
  return (code) => words.get(code) ?? code;
}

const labelOf = ({ zh, en }: Item, language: string): string => (language === "en" ? en : zh);

export const isInForce = ({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }, on: Day): boolean =>
  validFrom <= on && (validTo === null || validTo >= on);
