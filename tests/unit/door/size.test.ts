import { afterEach, expect, test, vi } from "vitest";
import type { z } from "zod";
import { findTooLarge, typedOf } from "@/lib/refusal/answer";
import { loadShapes } from "@/tests/support/shapes";

afterEach(() => vi.restoreAllMocks());

/** A vowel sign on a vowel sign: composing them costs the square of their number. */
const signs = "\u0F71\u0F72\u0F74\u0F80";

// The work is counted and not timed: what is composed is short, however much was typed.
test("invariants 5.2: no field of any form composes more than a few thousand characters, whatever it is sent", async () => {
  const shapes = await loadShapes();
  const compose = vi.spyOn(String.prototype, "normalize");
  const sent = signs.repeat(2_500);

  for (const shape of shapes.values()) {
    for (const field of Object.values(shape.shape) as z.ZodType[]) {
      await field.safeParseAsync(sent);
      await field.safeParseAsync([sent]);
    }
  }

  const composed = compose.mock.contexts.map((text) => String(text).length);
  expect(shapes.size).toBeGreaterThan(60);
  expect(Math.max(0, ...composed)).toBeLessThan(5_000);
}, 120_000);

test("invariants 5.2: a text within its bound is read, and one character too many is told as before", async () => {
  const { registerTrainerInput } = Object.fromEntries(await loadShapes()) as Record<string, z.ZodObject>;
  const read = (name: string) => registerTrainerInput?.shape.name?.safeParse(name);

  expect(read("  李蓉 ")).toMatchObject({ success: true, data: "李蓉" });
  expect(read("李".repeat(1_000))?.error?.issues[0]).toMatchObject({ message: "tooLong" });
});

const formOf = (entries: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

test("invariants 6: a field too long to be looked at is named, and no other", () => {
  const typed = typedOf(
    formOf([
      ["name", "李蓉"],
      ["unit", signs.repeat(5_000)],
      ["days[]", "x"],
      ["days[]", "x".repeat(10_001)],
    ]),
  );

  expect(findTooLarge(typed)).toEqual(["unit", "days"]);
  expect(findTooLarge({ name: "李蓉", note: "x".repeat(10_000) })).toBeUndefined();
});

test("invariants 5: a form of more fields than any of ours is refused, and each is looked at once", () => {
  const form = formOf(Array.from({ length: 11_500 }, (_, n) => [`f${n}`, ""]));
  const getAll = vi.spyOn(form, "getAll");

  expect(findTooLarge(typedOf(form))).toBe("TOO_MANY_FIELDS");
  expect(findTooLarge({ list: Array.from({ length: 2_001 }, () => "") })).toBe("TOO_MANY_FIELDS");
  expect(getAll).not.toHaveBeenCalled();
});
