import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { invalid, told, tooLarge } from "@/lib/command/answers";
import { refusing } from "@/lib/command/form";
import { type Answer, type Typed, typedOf } from "@/lib/refusal/answer";
import type { Refusal } from "@/lib/refusal/refusal";
import type { Labelled } from "@/lib/wording/labels";

/** A form for people who have not signed in yet: strict input, then `done | invalid | refused`; no key, since nobody is known to hold it. */
export function openForm<Shape extends z.ZodObject, Value>(definition: {
  /** The subject that labels what is asked. */
  fieldsOf: Labelled;
  /** Strict, unless the shape itself says what else may come. */
  input: Shape;
  run(input: z.output<Shape>): Promise<Value>;
  /** All the noes that can be said of what was typed so far. */
  foresee?(typed: Typed): Promise<Refusal[]>;
}) {
  const { fieldsOf } = definition;
  return async (_previous: Answer, form: FormData): Promise<Answer<Value>> => {
    const typed = typedOf(form);
    const large = await tooLarge(typed, [fieldsOf]);
    if (large) return large;
    const input = definition.input.def.catchall ? definition.input : z.strictObject(definition.input.shape);
    const read = input.safeParse(typed);
    const answer = await refusing<Value>(typed, async () => {
      const foreseen = async () => (await definition.foresee?.(typed)) ?? [];
      if (!read.success) return invalid(read.error, typed, [fieldsOf], await foreseen());
      try {
        return { state: "done", value: await definition.run(read.data as z.output<Shape>) };
      } catch (error) {
        return told(error, typed, [fieldsOf], foreseen);
      }
    });
    if (answer.state === "done" && leadsOn(answer.value)) redirect(answer.value.to);
    return answer;
  };
}

const leadsOn = (value: unknown): value is { to: string } =>
  typeof value === "object" && value !== null && typeof (value as { to?: unknown }).to === "string";
