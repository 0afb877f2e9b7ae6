import "server-only";
import { z } from "zod";
import type { CodeKind } from "@/lib/code/schema";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

export type Choice = { value: string; label: string };

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
