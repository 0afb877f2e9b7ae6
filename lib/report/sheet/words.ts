import "server-only";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** The words of a file, in the language of whoever takes it: they are written after the answer has begun, so they ask no request. */
export const wordsOf = (locale: Locale) => translatorOf(locale);

/** A word for each value of a column, looked up once for all its rows. */
export const wordFor = <Key extends string>(
  keys: Record<string, Key>,
  say: (key: Key) => string,
): Record<Key, string> => Object.fromEntries(Object.values(keys).map((key) => [key, say(key)])) as Record<Key, string>;

/** Words under a key that only the report knows: its title, its columns. */
export function titlesOf(locale: Locale, kind: string) {
  const say = wordsOf(locale) as unknown as (key: string) => string;
  return {
    title: say(`report.kinds.${kind}.title`),
    column: (key: string) => say(`report.kinds.${kind}.columns.${key}`),
  };
}
