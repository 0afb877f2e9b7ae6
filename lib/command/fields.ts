import { z } from "zod";
import type { Typed } from "@/lib/refusal/answer";
import { type Day, parseDay } from "@/lib/value/calendar";
import { type Fen, fenOf, largest, units } from "@/lib/value/money";
import { clean, cleanLines, halfWidth } from "@/lib/value/text";

/**
 * The fields forms are made of. A message is a key of the wording `invalid`, which names the field and the way out;
 * what comes in is text, what goes on is the value.
 */
export const text = (most: number) =>
  typed(most).transform(clean).pipe(z.string().min(1, "required").max(most, "tooLong"));

export const optionalText = (most: number) =>
  typed(most)
    .default("")
    .transform((text) => clean(text) || undefined)
    .pipe(z.string().max(most, "tooLong").optional());

export const note = (most = 1_000) =>
  typed(most).default("").transform(cleanLines).pipe(z.string().max(most, "tooLong"));

/** Measured before it is looked at: spaces, marks and invisible characters may go, but not thousands of them. */
const typed = (most: number) =>
  z.string("required").refine(({ length }) => length <= 4 * most + 100, { message: "tooLong", params: { most } });

export const id = z.uuid("choose");
export const version = z.coerce.number().int().positive();

/** A calendar day. */
export const day = z
  .string("required")
  .transform((typed, context): string => {
    const found = parseDay(typed);
    if (found) return found;
    context.addIssue({ code: "custom", message: typed.trim() ? "day" : "required" });
    return z.NEVER;
  })
  .pipe(z.custom<Day>((value) => typeof value === "string" && parseDay(value) === value, "day"));

/** A day that may be left out. */
export const optionalDay = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || undefined)
  .pipe(day.optional());

/** A clock time `HH:MM`. */
export const clock = z
  .string("required")
  .transform(halfWidth)
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "clock"));

export const whole = (least: number, most: number) =>
  z
    .string("required")
    .transform((typed) => halfWidth(typed).trim())
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^\d{1,6}$/, "whole"),
    )
    .transform(Number)
    .pipe(z.number().min(least, "tooSmall").max(most, "tooLarge"));

/** A ticked box sends `on`, an empty one sends nothing. */
export const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on")
  .pipe(z.boolean());

/** The warnings that were shown and answered with a tick each, by name. */
export const accepted = z
  .union([z.string().max(200), z.array(z.string().max(40)).max(20)])
  .optional()
  .transform((ticked) =>
    [ticked ?? []]
      .flat()
      .flatMap((names) => names.split(" "))
      .filter(Boolean),
  )
  .pipe(z.array(z.string()));

/** One of a code table's codes; whether it is in force is for the database to say. */
export const code = z.string("choose").regex(/^[A-Z0-9_]{1,24}$/, "choose");

/** Boxes of the same name (`name[]`): none ticked is an empty list. */
export const listOf = <Item extends z.ZodType>(item: Item, most = 200) =>
  z.array(item).max(most, "tooMany").default([]);

/**
 * Invariants 5.3: a sum in fen, not nothing, of digits and one point with its unit, thousands separated by commas or not. A form sends
 * figure and unit apart; its door joins them: `163.41 WAN`.
 */
export const amount = z
  .string("required")
  .transform((typed, context): Fen => {
    const [figure = "", unit] = typed.split(/ (?=[A-Z]*$)/);
    const known = z.enum(units).safeParse(unit);
    const fen = known.success ? fenOf({ amount: figure, unit: known.data }) : undefined;
    if (fen !== undefined) return fen;
    context.addIssue({ code: "custom", message: !figure.trim() ? "required" : known.success ? "amount" : "unit" });
    return z.NEVER;
  })
  .pipe(z.bigint().min(1n, "amount").max(largest, "amountLarge"));

/** An amount and its unit are two inputs of a form and one value, under the name of the amount's column. */
export function joinAmount(typed: Typed, shape: z.ZodRawShape): Typed {
  const { unit, ...rest } = typed;
  const column = Object.keys(shape).find((name) => shape[name] === amount);
  return column && typeof unit === "string" ? { ...rest, [column]: `${rest[column] ?? ""} ${unit}` } : typed;
}
