import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { findActor } from "@/lib/auth/actor";
import type { CodeKind } from "@/lib/code/schema";
import { db } from "@/lib/database/db";
import { type Day, dayFromDate, dayOfInstant } from "@/lib/value/calendar";

export type Choice = { value: string; label: string };

/** The choices of a code table in the reader's language, the common ones first; one that has ended is offered only where it is kept. */
export async function listCodes(kind: CodeKind, kept: readonly (string | null | undefined)[] = []): Promise<Choice[]> {
  const today = (await findActor())?.today ?? dayOfInstant(new Date());
  return (await listItems(kind))
    .filter((item) => isInForce(item, today) || kept.includes(item.value))
    .map(({ value, label }) => ({ value, label }));
}

/** Looks up the words of a code table, ended ones too; a code nobody knows is shown as it is. */
export async function codeWords(kind: CodeKind): Promise<(code: string) => string> {
  const words = new Map((await listItems(kind)).map(({ value, label }) => [value, label]));
  return (code) => words.get(code) ?? code;
}

/** Asked once a request. */
const listItems = cache(async (kind: CodeKind) => {
  const language = await getLocale();
  const items = await listCodeItems(kind);
  return items.map(({ code, zh, en, ...span }) => ({ value: code, label: language === "en" ? en : zh, ...span }));
});

/** A code table as whoever keeps it sees it: both wordings, the order, from when to when. */
export async function listCodeItems(kind: CodeKind) {
  const items = await db.codeItem.findMany({
    where: { kind },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    select: { code: true, zh: true, en: true, position: true, validFrom: true, validTo: true },
  });
  return items.map(({ validFrom, validTo, ...item }) => ({
    ...item,
    validFrom: dayFromDate(validFrom),
    validTo: validTo && dayFromDate(validTo),
  }));
}

export const isInForce = ({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }, on: Day): boolean =>
  validFrom <= on && (validTo === null || validTo >= on);
