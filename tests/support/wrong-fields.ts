import type { Answer } from "@/lib/refusal/answer";

export type Action = (previous: Answer, form: FormData) => Promise<Answer>;

/** An open form knows no key: `submissionKey: []`. The fields of which the first answer to a form says something, warnings that want a tick as `accepted`; otherwise how it ended. */
export async function wrongFields(action: Action, typed: Record<string, string | string[]>): Promise<string[]> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ submissionKey: crypto.randomUUID(), ...typed }))
    for (const one of [value].flat()) form.append(name, one);
  const answer = await action({ state: "idle" }, form);
  if (answer.state === "refused") return [answer.field ?? answer.refusal];
  if (answer.state !== "invalid") return [answer.state];
  return [...Object.keys(answer.fields), ...(answer.hints ? ["accepted"] : [])].sort();
}
