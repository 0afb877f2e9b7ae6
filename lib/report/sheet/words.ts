import "server-only";
import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/wording/locale";
import { messages } from "@/lib/wording/messages";

/** The words of a file, in the language of whoever takes it: they are written after the answer has begun, so they ask no request. */
export const wordsOf = (locale: Locale) => createTranslator({ locale, messages: messages[locale] });

/** Words under a key that only the report knows: its title, its columns. */
export function titlesOf(locale: Locale, kind: string) {
  const say = wordsOf(locale) as unknown as (key: string) => string;
  return {
    title: say(`report.kinds.${kind}.title`),
    column: (key: string) => say(`report.kinds.${kind}.columns.${key}`),
  };
}
