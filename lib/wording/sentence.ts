import format, { type CompiledMessage } from "icu-minify/format";

declare const read: unique symbol;
/**
 * A sentence of the wording that is said in the browser. The server has read its ICU already (`sentences` in lookup.ts), the browser puts
 * in what it knows by then; a plain text travels as itself.
 */
export type Sentence = (string & { readonly [read]: true }) | Open;
type Open = { readonly locale: string; readonly parts: CompiledMessage };

/** Words by the same keys, all of them to be said in the browser. */
export type Sentences<Words> = Words extends string
  ? Sentence
  : { readonly [Name in keyof Words]: Sentences<Words[Name]> };

export function say(sentence: Sentence, values: Record<string, string | number> = {}): string {
  return typeof sentence === "string"
    ? sentence
    : String(format(sentence.parts, sentence.locale, values, { formatters }));
}

const formatters = {
  getNumberFormat: (...how: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...how),
  getPluralRules: (...how: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...how),
  getDateTimeFormat: (...how: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...how),
};
