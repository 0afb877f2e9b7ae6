/** A language by its tag (BCP 47), which is the name of its folder here. */
export type Locale = string;

/** The language that sets the shape of all others, and that is spoken where nobody has chosen. */
export const defaultLocale: Locale = "zh-CN";

/** Remembers the language of a person who has not signed in yet. */
export const languageCookie = "portal-language";

/** What was found as `./en/cohort.json`, by language and area, the default language first. */
export function byLanguage<Words>(files: Record<string, Words>): Map<Locale, Record<string, Words>> {
  const found = new Map<Locale, Record<string, Words>>([[defaultLocale, {}]]);
  for (const [file, words] of Object.entries(files)) {
    const [, locale = "", area = ""] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
    found.set(locale, { ...found.get(locale), [area]: words });
  }
  return found;
}
