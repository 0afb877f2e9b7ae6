import { faultFiles } from "./fault-files";
import { byLanguage, defaultLocale, type Locale } from "./locale";
import type { Messages } from "./messages";

type Fault = Messages["fault"];

/** What is said where nobody can be asked for the reader's language: in every one, the default first. */
export const faults = (): [Locale, Fault][] =>
  [...byLanguage(faultFiles())].flatMap(([locale, { fault }]) => (fault ? [[locale, fault] as [Locale, Fault]] : []));

export function faultIn(locale: Locale): Fault {
  const all = new Map(faults());
  return (all.get(locale) ?? all.get(defaultLocale)) as Fault;
}
