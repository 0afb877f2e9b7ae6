import { takeRoll } from "@/lib/attendance/commands/take";
import type { Actor } from "@/lib/auth/actor";
import { perform } from "@/lib/command/command";
import { type Answer, typedOf } from "@/lib/refusal/answer";
import { asRefusal } from "@/lib/refusal/refusal";

export type Told = { taken: number; pending: number; versions: Record<string, number> };

/** The door of a roll as a page posts it, without a sign-in: the form read, its key and content kept (I26), the answer told. */
export async function postRoll(actor: Actor, form: FormData): Promise<Answer<Told>> {
  const { submissionKey, ...typed } = typedOf(form);
  try {
    const input = takeRoll.input.strict().parse(typed);
    const { outcome } = await perform(takeRoll, actor, input, { key: String(submissionKey), content: typed });
    const { lessonId: _, ...value } = outcome;
    return { state: "done", value };
  } catch (error) {
    const no = asRefusal(error);
    if (!no) throw error;
    const { refusal, field, figures, lists } = no;
    return { state: "refused", refusal, field, figures, lists, sentence: `${refusal} ${figures.case ?? ""}`, typed };
  }
}
