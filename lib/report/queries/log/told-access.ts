import "server-only";
import type { AccessRow } from "@/lib/audit/queries/access";
import { actOf } from "@/lib/audit/rules";
import { maskNumbers } from "@/lib/report/rules";
import { labelKeys } from "@/lib/wording/labels";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** R102: the access log in words, the same on the page and in the file; what has no word of its own is said in general, never as a code. */
export function tellAccess(entries: AccessRow[], locale: Locale) {
  const say = translatorOf(locale) as unknown as Say;
  const first = (keys: string[], other: string) => say(keys.find((key) => say.has(key)) ?? other);

  function fieldOf(name: string, subject: string): string {
    const keys = [`report.kinds.${name}.title`, ...labelKeys(subject, name), `permission.names.${name}`];
    const known = keys.find((key) => say.has(key));
    if (known) return say(known);
    // A verb has a sentence; the first half of a verb alone only has others below it.
    const sentence = say.has(`done.${name}`) ? say.raw(`done.${name}`) : undefined;
    return typeof sentence === "string" ? actOf(sentence) : say("audit.otherAct");
  }
  function reasonOf(reason: string): string {
    const [code = "", ...said] = reason.split(" ");
    const known = [`trainee.reveal.reasons.${code}`, `report.full.purposes.${code}`].find((key) => say.has(key));
    return known ? [say(known), maskNumbers(said.join(" "))].filter(Boolean).join(" ") : maskNumbers(reason);
  }

  return entries.map(({ id, at, name, verb, subjectType, field, reason, rows, address }) => ({
    ...{ id, at, name, rows, address },
    act: first([`audit.access.verbs.${verb.replaceAll(".", "_")}`], "audit.otherAct"),
    about: [
      subjectType &&
        !withoutName.includes(subjectType) &&
        first([`audit.subjects.${subjectType}`], "audit.otherSubject"),
      field && fieldOf(field, subjectType ?? ""),
    ]
      .filter(Boolean)
      .join(" · "),
    reason: reason && reasonOf(reason),
  }));
}

type Say = { (key: string): string; has(key: string): boolean; raw(key: string): unknown };
export type ToldAccess = ReturnType<typeof tellAccess>[number];

/** What a sign-in is about is the sign-in. */
const withoutName = ["signIn", "username"];
