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
    const name = String(issue.path[0] ?? "");
    const known = label.has(name) ? label(name) : name;
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
