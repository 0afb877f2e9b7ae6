import type {} from "next-intl";
import * as en from "./en";
import type { Locale } from "./locale";
import * as zhCN from "./zh-CN";

/** The Chinese files set the shape; a sentence missing in another language is a type error here. */
export type Messages = typeof zhCN & SharedOf<typeof zhCN>;

export const messages: Record<Locale, Messages> = { "zh-CN": gather(zhCN), en: gather(en) };

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
