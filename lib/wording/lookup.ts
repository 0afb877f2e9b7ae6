import "server-only";
import compile from "icu-minify/compile";
import { getLocale, getMessages } from "next-intl/server";
import { getTranslations } from "@/lib/wording/translations";
import { type Labelled, type Labels, labelKeys, labelsIn } from "./labels";
import type { Messages } from "./messages";
import type { Sentence, Sentences } from "./sentence";

type Say = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean };

/** Words under a key that is known only when it is needed: a refusal's name, a field's name, an audit entry's verb. */
export async function lookUp(area: keyof Messages): Promise<Say> {
  return (await getTranslations(area)) as unknown as Say;
}

/** The labels of a subject's fields, for a page that shows or asks them. */
export const labelsOf = async <Of extends Labelled>(subject: Of): Promise<Labels<Of>> =>
  labelsIn((await getMessages()).field, subject);

/** How a column is labelled by the first of these subjects that labels it; one that nobody labels goes by its own name. */
export async function labelWords(subjects: readonly string[]): Promise<(column: string) => string> {
  const say = (await getTranslations()) as unknown as Say;
  return (column) => {
    const known = subjects.flatMap((subject) => labelKeys(subject, column)).find((key) => say.has(key));
    return known ? say(known) : column;
  };
}

/** Words for a control in the browser, which says them with figures of its own: read here, so that no reader of ICU travels along. */
export async function sentences<Words>(words: Words): Promise<Sentences<Words>> {
  const locale = await getLocale();
  const read = (one: unknown): unknown =>
    typeof one === "string"
      ? readOnce(one, locale)
      : Object.fromEntries(Object.entries(Object(one)).map(([name, inner]) => [name, read(inner)]));
  return read(words) as Sentences<Words>;
}

const known = new Map<string, Sentence>();

function readOnce(text: string, locale: string): Sentence {
  const key = `${locale} ${text}`;
  const parts = known.has(key) ? undefined : compile(text);
  if (parts !== undefined) known.set(key, (typeof parts === "string" ? parts : { locale, parts }) as Sentence);
  return known.get(key) as Sentence;
}

type No = {
  refusal: string;
  figures: Readonly<Record<string, string | number>>;
  lists?: Readonly<Record<string, readonly unknown[]>>;
};

/** The sentence of a refusal: that of its case where it has one, else the one for all the others. */
export async function refusalWords(): Promise<(no: No) => string> {
  const say = await lookUp("refusal");
  return ({ refusal, figures, lists = {} }) => {
    const ways = [`${refusal}.${figures.case ?? "other"}`, `${refusal}.other`];
    const listed = Object.entries(lists).map(([name, all]) => [name, all.filter(isText).join(say("between"))]);
    return say(ways.find((key) => say.has(key)) ?? refusal, { ...figures, ...Object.fromEntries(listed) });
  };
}

const isText = (value: unknown): value is string => typeof value === "string";
