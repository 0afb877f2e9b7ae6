import { createTranslator } from "next-intl";
import { locales, type Messages, messagesIn } from "@/lib/wording/messages";

/** Why something is no question of this portal's own pages. */
export type Reason = keyof Messages["fault"]["request"];

/** The sentence in every language: who is asking is not known here. */
export function sentencesOf(reason: Reason, address: string, field = ""): string {
  const lines = locales().map((locale) => {
    const messages = messagesIn(locale);
    const say = createTranslator({ locale, messages, namespace: "fault.request" });
    return say(reason, { address, field: labelsOf(field, messages) || (isPlain(field) ? field : "?") });
  });
  return `${lines.join("\n")}\n`;
}

const isPlain = (name: string): boolean => /^[\w.]{1,40}$/.test(name);

/** Nor is it known here of which subject a field is: where several label a column of this name, all their labels stand. */
function labelsOf(column: string, { field: { common, ...subjects } }: Messages): string {
  const known = (labels: object): unknown[] =>
    Object.entries(labels).flatMap(([name, label]) => (name === column ? [label] : []));
  const labels = known(common).length > 0 ? known(common) : Object.values(subjects).flatMap(known);
  return [...new Set(labels)].join(" / ");
}
