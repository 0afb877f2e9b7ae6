import "server-only";
import { createTranslator } from "next-intl";
import { getLocale, type getTranslations as ofRequest } from "next-intl/server";
import type { Locale } from "./locale";
import { type Messages, messagesIn } from "./messages";

type Translator = ReturnType<typeof createTranslator<Messages>>;
const kept = new Map<string, Translator>();

/** The words of an area, or of all, in one language; kept for the life of the process with the sentences that were parsed. */
export function translatorOf(locale: Locale, area?: string): Translator {
  const key = `${locale} ${area ?? ""}`;
  const found = kept.get(key) ?? createTranslator({ locale, messages: messagesIn(locale), namespace: area as never });
  kept.set(key, found as Translator);
  return found as Translator;
}

/** The words of an area in the language of the request; next-intl's own forget with each request what they have parsed. */
export const getTranslations = (async (area?: string) => translatorOf(await getLocale(), area)) as typeof ofRequest;
