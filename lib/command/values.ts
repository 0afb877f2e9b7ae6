import { z } from "zod";

/**
 * The domain values behind what a form sends: each field is read by a pipe from text to value, and its value half is what a command
 * asks of everybody who is no form. An unknown key is refused. A field that ends in a transform has no value half: a mistake of ours.
 * What is false or empty by default may be left out.
 */
export const valuesOf = (shape: z.ZodObject): z.ZodObject =>
  z.strictObject(Object.fromEntries(Object.entries(shape.shape).map(([name, field]) => [name, valueFor(field, name)])));

function valueFor(field: z.core.$ZodType, name: string): z.ZodType {
  if (field instanceof z.ZodPipe) return valueFor(field.out, name);
  if (field instanceof z.ZodOptional) return valueFor(field.unwrap(), name).optional();
  if (field instanceof z.ZodNullable) return valueFor(field.unwrap(), name).nullable();
  if (field instanceof z.ZodDefault) return valueFor(field.unwrap(), name).default(field.def.defaultValue as never);
  if (field instanceof z.ZodArray) return z.array(valueFor(field.element, name)).default([]);
  if (field instanceof z.ZodBoolean) return field.default(false);
  if (field instanceof z.ZodTransform)
    throw new TypeError(`The field ${name} ends in a transform: pipe it into its value`);
  return field as z.ZodType;
}
