import { expect, test } from "vitest";
import { z } from "zod";
import { accepted, amount, day, listOf, optionalDay, optionalText, tick, version } from "@/lib/command/fields";
import { valuesOf } from "@/lib/command/values";
import { day as dayOf } from "@/lib/value/calendar";

const form = z.object({
  amount,
  datedOn: day,
  dueOn: optionalDay,
  note: optionalText(5),
  isLate: tick,
  accepted,
  version,
});
const values = valuesOf(form);
const given = { amount: 163_410_000n, datedOn: dayOf("2018-08-22"), version: 1 };

test("invariants 5: a command takes the values its form would have read, and false and empty lists by themselves", () => {
  const read = form.parse({ amount: "163.41 WAN", datedOn: "2018-08-22", version: "1" });

  expect(values.parse(given)).toEqual({ ...read, dueOn: undefined, note: undefined });
  expect(values.parse(given)).toMatchObject({ isLate: false, accepted: [] });
});

test.each([
  ["the text of a form", { ...given, amount: "163.41 WAN" }, "amount"],
  ["a sum of nothing", { ...given, amount: 0n }, "amount"],
  ["a day that is none", { ...given, datedOn: "2018-02-30" }, "datedOn"],
  ["a text too long", { ...given, note: "六个字的说明" }, "note"],
  ["what only a form says", { ...given, isLate: "on" }, "isLate"],
])("invariants 5: %s is no value", (_, wrong, field) => {
  expect(values.safeParse(wrong).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("invariants 5.1: a key the command does not know is refused", () => {
  expect(values.safeParse({ ...given, isDemo: true }).error?.issues).toMatchObject([{ code: "unrecognized_keys" }]);
});

test("a field that ends in a transform has no value half and is told at once", () => {
  const open = z.object({ words: z.string().transform((typed) => typed.split(" ")) });

  expect(() => valuesOf(open)).toThrow("words ends in a transform");
  expect(valuesOf(z.object({ ids: listOf(z.uuid()) })).parse({})).toEqual({ ids: [] });
});

test("what may be left out stays left out, also a boolean: an edit that does not ask changes nothing", () => {
  const side = z
    .enum(["BASE", "OUTSIDE"])
    .transform((where) => where === "BASE")
    .pipe(z.boolean());
  const values = valuesOf(z.object({ atBase: side.optional() }));

  expect(values.parse({})).toEqual({});
  expect(values.parse({ atBase: false })).toEqual({ atBase: false });
});
