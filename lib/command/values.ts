import { z } from "zod";
import { joinAmount } from "@/lib/command/fields";
import type { Typed } from "@/lib/refusal/answer";
import { asRefusal, isPassing, type Refusal } from "@/lib/refusal/refusal";

/**
 * The domain values behind what a form sends: each field is read by a pipe from text to value, and its value half is what a command
 * asks of everybody who is no form. An unknown key is refused. A field that ends in a transform has no value half: a mistake of ours.
 * What is false or empty by default may be left out.
 */
export const valuesOf = (shape: z.ZodObject): z.ZodObject =>
  z.strictObject(Object.fromEntries(Object.entries(shape.shape).map(([name, field]) => [name, valueFor(field, name)])));

function valueFor(field: z.core.$ZodType, name: string): z.ZodType {
  if (field instanceof z.ZodPipe) return valueFor(field.out, name);
  // Left out, it stays left out: no default of the value inside steps in.
  if (field instanceof z.ZodOptional) return bare(valueFor(field.unwrap(), name)).optional();
  if (field instanceof z.ZodNullable) return valueFor(field.unwrap(), name).nullable();
  if (field instanceof z.ZodDefault) return valueFor(field.unwrap(), name).default(field.def.defaultValue as never);
  if (field instanceof z.ZodArray) return z.array(valueFor(field.element, name)).default([]);
  if (field instanceof z.ZodBoolean) return field.default(false);
  if (field instanceof z.ZodTransform)
    throw new TypeError(`The field ${name} ends in a transform: pipe it into its value`);
  return field as z.ZodType;
}

type Shape = Record<string, z.ZodType>;
type Read<Of extends Shape> = { [Name in keyof Of]?: z.output<Of[Name]> };

/** U24: what of a form can be read so far, each field by itself; what is missing or wrong is not there. */
export function readable<Of extends Shape>(shape: Of, typed: Typed): Read<Of> {
  const joined = joinAmount(typed, shape);
  const read = Object.entries(shape).map(([name, field]) => [name, field.safeParse(joined[name])] as const);
  return Object.fromEntries(read.flatMap(([name, { success, data }]) => (success ? [[name, data]] : []))) as Read<Of>;
}

const bare = (field: z.ZodType): z.ZodType => (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field);

/** U24: the noes of several questions, each asked though another was answered with a no; a question not to be asked yet is none. */
export async function noesOf(...questions: ((() => unknown) | false | null | undefined | "")[]): Promise<Refusal[]> {
  const noes: Refusal[] = [];
  for (const ask of questions) {
    try {
      if (ask) await ask();
    } catch (error) {
      const no = asRefusal(error);
      if (!no || isPassing(no)) throw error;
      noes.push(no);
    }
  }
  return noes;
}
