import type { Figures, Lists, RefusalName } from "@/lib/refusal/refusal";

/** What was typed, kept for the form that is shown again; passwords never come back. */
export type Typed = Record<string, string | string[]>;

/** What an action answers to the form that called it. */
export type Answer<Value = unknown> =
  | { state: "idle" }
  /** `again` is when the same form was sent before: it had its effect then, and has none now (I26). */
  | { state: "done"; value: Value; again?: string }
  | {
      state: "invalid";
      fields: Record<string, string>;
      typed: Typed;
      /** What is allowed but wants a tick, told with what has to be mended. */
      hints?: { sentence: string; lists: Lists };
    }
  | {
      state: "refused";
      refusal: RefusalName;
      field?: string | undefined;
      sentence: string;
      figures: Figures;
      lists: Lists;
      typed: Typed;
    };

export const idle: Answer<never> = { state: "idle" };

/**
 * What was typed; a name that ends in `[]` is a list, one in `[3]` its fourth entry (choices of a row share a name of their own), Next's
 * own fields stay out. Each entry is looked at once.
 */
export function typedOf(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION") || typeof value !== "string") continue;
    const [, column, place] = /^(.*)\[(\d{0,3})\]$/.exec(name) ?? [];
    if (column === undefined) {
      typed[name] = value;
      continue;
    }
    const known = typed[column];
    const list = Array.isArray(known) ? known : [];
    typed[column] = list;
    if (place) list[Number(place)] = value;
    else list.push(value);
  }
  return typed;
}

/** The files of these fields that were chosen; an empty field sends one without a name. */
export function filesOf(form: FormData, names: readonly string[]): Record<string, File> {
  const chosen = [...form].filter(
    (entry): entry is [string, File] =>
      names.includes(entry[0]) && typeof entry[1] !== "string" && entry[1].name !== "",
  );
  return Object.fromEntries(chosen);
}

/** Characters of one field that anything looks at: our longest takes a thousand, and composing text costs the square of its marks. */
export const mostTyped = 10_000;
const mostFields = 2_000;

/** The fields too long to be looked at, or that there are more of them than any form of ours has; undefined for a form of ordinary size. */
export function findTooLarge(typed: Typed): "TOO_MANY_FIELDS" | string[] | undefined {
  const fields = Object.entries(typed);
  if (fields.reduce((sum, [, value]) => sum + (Array.isArray(value) ? value.length : 1), 0) > mostFields)
    return "TOO_MANY_FIELDS";
  const long = fields.filter(([name, value]) => [name, value].flat().some(({ length }) => length > mostTyped));
  return long.length > 0 ? long.map(([name]) => name) : undefined;
}
