import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { invalid, tooLarge } from "@/lib/command/answers";
import { refusing } from "@/lib/command/form";
import { type Answer, typedOf } from "@/lib/refusal/answer";

/** A form for people who have not signed in yet: strict input, then `done | invalid | refused`; no key, since nobody is known to hold it. */
export function openForm<Shape extends z.ZodObject, Value>(definition: {
  /** Strict, unless the shape itself says what else may come. */
  input: Shape;
  run(input: z.output<Shape>): Promise<Value>;
}) {
  return async (_previous: Answer, form: FormData): Promise<Answer<Value>> => {
    const typed = typedOf(form);
    const large = await tooLarge(typed);
    if (large) return large;
    const input = definition.input.def.catchall ? definition.input : z.strictObject(definition.input.shape);
    const read = input.safeParse(typed);
    if (!read.success) return invalid(read.error, typed);

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
