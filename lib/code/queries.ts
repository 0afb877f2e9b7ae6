import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { db } from "@/lib/db";

export type CodeKind = "ETHNICITY" | "EDUCATION" | "TRAINEE_CATEGORY" | "NOTICE_WAY";
export type Choice = { value: string; label: string };

/** The choices of a code table in the reader's language, the common ones first; asked once a request. */
export const listCodes = cache(async (kind: CodeKind): Promise<Choice[]> => {
  const language = await getLocale();
  const items = await db.codeItem.findMany({
    where: { kind, validTo: null },
    orderBy: { position: "asc" },
    select: { code: true, zh: true, en: true },
  });
  return items.map(({ code, zh, en }) => ({ value: code, label: language === "en" ? en : zh }));
});

/** Looks up the words of a code table; a code nobody knows is shown as it is. */
export async function codeWords(kind: CodeKind): Promise<(code: string) => string> {
  const words = new Map((await listCodes(kind)).map(({ value, label }) => [value, label]));
  return (code) => words.get(code) ?? code;
}
