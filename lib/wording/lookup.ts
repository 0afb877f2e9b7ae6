import "server-only";
import { getTranslations } from "next-intl/server";
import type { Messages } from "./messages";

type Say = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean };

/** Words under a key that is known only when it is needed: a refusal's name, a field's name, an audit entry's verb. */
export async function lookUp(area: keyof Messages): Promise<Say> {
  return (await getTranslations(area)) as unknown as Say;
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
