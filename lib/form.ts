import "server-only";
import type { z } from "zod";
import type { Answer, Typed } from "@/lib/answer";
import { Refusal } from "@/lib/refusal";
import { lookUp } from "@/lib/wording/lookup";

/** What was typed; a name that ends in `[]` is a list, Next's own fields stay out. */
export function typedOf(form: FormData): Typed {
  const typed: Typed = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) typed[name.slice(0, -2)] = values;
    else typed[name] = values.at(-1) ?? "";
  }
  return typed;
}

export async function invalid(error: z.ZodError, typed: Typed): Promise<Answer<never>> {
  if (error.issues.some(({ code }) => code === "unrecognized_keys"))
    return refused(new Refusal("INPUT_WRONG", { case: "UNKNOWN_FIELD" }), typed);

  const [say, label] = await Promise.all([lookUp("invalid"), lookUp("field")]);
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.slice(0, 2).join(".");
    const known = labelOf(label, issue.path);
    const params =
      issue.code === "custom"
        ? (issue.params ?? {})
        : { least: limit(issue, "minimum"), most: limit(issue, "maximum") };
    fields[name] ??= say.has(issue.message)
      ? say(issue.message, { label: known, ...params })
      : say("required", { label: known });
  }
  return { state: "invalid", fields, typed: withoutSecrets(typed) };
}

/** A list is a table's column: its messages stand at `name.row` and say which row they speak of, counted from 1. */
function labelOf(label: Awaited<ReturnType<typeof lookUp>>, [name, row]: PropertyKey[]): string {
  const column = label.has(String(name)) ? label(String(name)) : String(name ?? "");
  return typeof row === "number" ? label("row", { row: row + 1, label: column }) : column;
}

const limit = (issue: z.core.$ZodIssue, end: "minimum" | "maximum"): number =>
  Number((issue as unknown as Record<string, unknown>)[end] ?? 0);

export async function refused({ refusal, field, figures }: Refusal, typed: Typed): Promise<Answer<never>> {
  const say = await lookUp("refusal");
  return {
    state: "refused",
    refusal,
    field,
    figures,
    sentence: say(refusal, { case: "-", ...figures }),
    typed: withoutSecrets(typed),
  };
}

const withoutSecrets = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
