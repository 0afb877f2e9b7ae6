import type {} from "next-intl";
import { wordingFiles } from "./files";
import { byLanguage, defaultLocale, type Locale } from "./locale";
import type * as zhCN from "./zh-CN";

/** The Chinese files set the shape; a sentence missing in another language fails a test. */
export type Messages = typeof zhCN & SharedOf<typeof zhCN>;

const gathered = new Map<Locale, Messages>();

/** The languages that have a folder here, the default first. */
export const locales = (): Locale[] => [...all().keys()];

export const isLocale = (value: unknown): value is Locale => typeof value === "string" && all().has(value);

/** All words in one language; of a language that has no folder any more, those of the default one. */
export function messagesIn(locale: Locale): Messages {
  return (all().get(locale) ?? all().get(defaultLocale)) as Messages;
}

/** Read when they are first asked for: commands of plain Node hold none. */
function all(): ReadonlyMap<Locale, Messages> {
  if (gathered.size === 0)
    for (const [locale, areas] of byLanguage(wordingFiles())) gathered.set(locale, gather(areas) as Messages);
  return gathered;
}

type Words = { [name: string]: string | Words };

/**
 * Banners, labels, refusals, names in the audit, of permissions and of reports are areas that all subjects share. What a subject says
 * there stands in its own file under `shared`, by the same keys, and is laid into those areas here.
 */
export function gather<Areas extends object>(areas: Areas): Areas & SharedOf<Areas> {
  const shared = Object.values(areas).map((area: { shared?: Words }) => area.shared ?? {});
  return shared.reduce(lay, { ...areas } as Words) as Areas & SharedOf<Areas>;
}

function lay(below: Words, above: Words): Words {
  const laid = Object.entries(above).map(([name, words]) => {
    const there = below[name];
    if (there === undefined) return [name, words];
    if (typeof there === "string" || typeof words === "string") throw new Error(`${name} is said twice`);
    return [name, lay(there, words)];
  });
  return { ...below, ...Object.fromEntries(laid) };
}

type SharedOf<Areas> = All<
  { [Area in keyof Areas]: Areas[Area] extends { shared: infer Own } ? Own : never }[keyof Areas]
>;
type All<One> = (One extends unknown ? (one: One) => void : never) extends (all: infer Every) => void ? Every : never;

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
