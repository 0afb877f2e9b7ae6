import { expect, test } from "vitest";
import { carriedOver } from "@/lib/fund/rules/carry-over";

const before = { arranged: 1_000n, disbursed: 600n, completed: 0n };

test("R79, 结转: a payment settles the oldest arrangement first, and only the rest is of the period's own", () => {
  expect(carriedOver("disbursed", before, 300n)).toBe(300n);
  expect(carriedOver("disbursed", before, 400n)).toBe(400n);
  expect(carriedOver("disbursed", before, 500n)).toBe(400n);
  expect(carriedOver("completed", before, 1_500n)).toBe(1_000n);
  expect(carriedOver("disbursed", { arranged: 0n, disbursed: 0n, completed: 0n }, 500n)).toBe(0n);
});

test("R75, 结转: what is taken back of an earlier year's payment is no part of this year's rate", () => {
  expect(carriedOver("disbursed", { ...before, disbursed: 1_000n }, -200n)).toBe(-200n);
});
