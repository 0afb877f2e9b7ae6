export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "zh-CN";

/** Remembers the language of a person who has not signed in yet. */
export const languageCookie = "portal-language";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
