import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { invalid, tooLarge } from "@/lib/command/answers";
import { refusing } from "@/lib/command/form";
import { type Answer, typedOf } from "@/lib/refusal/answer";
import type { Labelled } from "@/lib/wording/labels";

/** A form for people who have not signed in yet: strict input, then `done | invalid | refused`; no key, since nobody is known to hold it. */
export function openForm<Shape extends z.ZodObject, Value>(definition: {
  /** The subject that labels what is asked. */
  fieldsOf: Labelled;
  /** Strict, unless the shape itself says what else may come. */
  input: Shape;
  run(input: z.output<Shape>): Promise<Value>;
}) {
  const { fieldsOf } = definition;
  return async (_previous: Answer, form: FormData): Promise<Answer<Value>> => {
    const typed = typedOf(form);
    const large = await tooLarge(typed, [fieldsOf]);
    if (large) return large;
    const input = definition.input.def.catchall ? definition.input : z.strictObject(definition.input.shape);
    const read = input.safeParse(typed);
    if (!read.success) return invalid(read.error, typed, [fieldsOf]);

    const answer = await refusing(typed, async () => ({
      state: "done",
      value: await definition.run(read.data as z.output<Shape>),
    }));
    if (answer.state === "done" && leadsOn(answer.value)) redirect(answer.value.to);
    return answer;
  };
}

const leadsOn = (value: unknown): value is { to: string } =>
  typeof value === "object" && value !== null && typeof (value as { to?: unknown }).to === "string";
