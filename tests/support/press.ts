import type { Answer } from "@/lib/refusal/answer";

type Action = (previous: Answer, form: FormData) => Promise<Answer>;
export type Pressed = Answer | { state: "led on"; to: string | undefined };

/** Presses the button of a form, each time another submission; an answer that leads on is Next's throw, and tells where to. */
export async function press(action: Action, typed: Record<string, string> = {}): Promise<Pressed> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...typed, submissionKey: crypto.randomUUID() }))
    form.append(name, value);
  return action({ state: "idle" }, form).catch((error: { digest?: string }) => {
    if (!error.digest?.startsWith("NEXT_REDIRECT")) throw error;
    return { state: "led on" as const, to: error.digest.split(";")[2] };
  });
}
