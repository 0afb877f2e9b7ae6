import "server-only";
import type { z } from "zod";
import { type Answer, findTooLarge, mostTyped, type Typed } from "@/lib/refusal/answer";
import { asRefusal, type Lists, Refusal } from "@/lib/refusal/refusal";
import { labelWords, lookUp, refusalWords } from "@/lib/wording/lookup";

/** The answer to a form that is too large to be looked at; it names the field, as one of these subjects labels it. */
export async function tooLarge(typed: Typed, subjects: readonly string[]): Promise<Answer<never> | undefined> {
  const large = findTooLarge(typed);
  if (!large) return undefined;
  if (large === "TOO_MANY_FIELDS") return refused(new Refusal("INPUT_WRONG", { case: large }), {});

  const [say, label] = await Promise.all([lookUp("invalid"), labelWords(subjects)]);
  const told = large.map((name) => [name, say("tooLong", { label: label(name), most: mostTyped })]);
  return { state: "invalid", fields: Object.fromEntries(told), typed: withoutSecrets(typed) };
}

/** Everything that can be told at once: what the fields lack, and the noes of the rules that stand at other fields. */
export async function invalid(
  error: z.ZodError | undefined,
  typed: Typed,
  subjects: readonly string[],
  foreseen: Refusal[] = [],
): Promise<Answer<never>> {
  const issues = error?.issues ?? [];
  if (issues.some(({ code }) => code === "unrecognized_keys"))
    return refused(new Refusal("INPUT_WRONG", { case: "UNKNOWN_FIELD" }), typed);

  const [say, labelled, refusal] = await Promise.all([lookUp("invalid"), labelWords(subjects), refusalWords()]);
  // A list is a table's column: its messages stand at `name.row` and say which row they speak of, counted from 1.
  const labelOf = ([column, row]: PropertyKey[]) => {
    const label = labelled(String(column ?? ""));
    return typeof row === "number" ? say("row", { row: row + 1, label }) : label;
  };
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const name = issue.path.slice(0, 2).join(".");
    const known = labelOf(issue.path);
    const params =
      issue.code === "custom"
        ? (issue.params ?? {})
        : { least: limit(issue, "minimum"), most: limit(issue, "maximum") };
    fields[name] ??= say.has(issue.message)
      ? say(issue.message, { label: known, ...params })
      : say("required", { label: known });
  }
  const said = foreseen.map((no) => ({ ...no, lists: no.lists, sentence: refusal(no) }));
  for (const { field, figures, sentence } of said) if (field && figures.case !== "WARNINGS") fields[field] ??= sentence;
  const hints = said.find(({ figures }) => figures.case === "WARNINGS");
  return {
    state: "invalid",
    fields,
    typed: withoutSecrets(typed),
    ...(hints && { hints: { sentence: hints.sentence, lists: apart(hints.lists) } }),
  };
}

/** U24: a no that stands at a field, with the others that are foreseen. */
export async function told(
  error: unknown,
  typed: Typed,
  subjects: readonly string[],
  foreseen: () => Promise<Refusal[]>,
): Promise<Answer<never>> {
  // What passes (busy, away) stands at no field: then nothing was judged yet, and the same key may come again (I26).
  const noes = asRefusal(error)?.field ? await foreseen() : [];
  // One no is told by its name, and what is only doubtful once it is out of the way.
  if (noes.filter(({ figures }) => figures.case !== "WARNINGS").length > 1)
    return invalid(undefined, typed, subjects, noes);
  throw error;
}

const limit = (issue: z.core.$ZodIssue, end: "minimum" | "maximum"): number =>
  Number((issue as unknown as Record<string, unknown>)[end] ?? 0);

export async function refused({ refusal, field, figures, lists }: Refusal, typed: Typed): Promise<Answer<never>> {
  const say = await refusalWords();
  return {
    state: "refused",
    refusal,
    field,
    figures,
    lists: apart(lists),
    sentence: say({ refusal, figures, lists }),
    typed: withoutSecrets(typed),
  };
}

/** Each thing written out: React sends a second mention of the same one as a reference, which the door lets in with no form. */
const apart = (lists: Lists): Lists => JSON.parse(JSON.stringify(lists));

/** No password goes back into a page, nor into what is kept of a form. */
export const withoutSecrets = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
