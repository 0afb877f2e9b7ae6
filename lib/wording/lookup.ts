import "server-only";
import { getMessages, getTranslations } from "next-intl/server";
import { type Labelled, type Labels, labelKeys, labelsIn } from "./labels";
import type { Messages } from "./messages";

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
