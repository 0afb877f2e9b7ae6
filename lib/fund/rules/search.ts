import { halfWidth } from "@/lib/value/text";

/** Whether one of these texts holds what is looked for, whatever its width and case. */
export const says = (wanted: string, texts: readonly (string | null | undefined)[]): boolean =>
  texts.some((text) => text && plain(text).includes(plain(wanted)));

const plain = (text: string): string => halfWidth(text).toLowerCase();

/** What is typed between the letters and figures of a document number in many ways; the database reads it the same. */
export const paperSigns = String.raw`[\s!-/:-@\[-_{-~\u2013\u2014\u3010\u3011\u3014\u3015]`;

/** A document number as its index has it. */
export const plainPaper = (typed: string): string =>
  typed.normalize("NFKC").toUpperCase().replace(new RegExp(paperSigns, "g"), "");
