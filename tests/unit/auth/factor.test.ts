import { expect, test } from "vitest";
import { factorAddress, newFactorSecret, stepOfCode } from "@/lib/account/factor/totp";

/** RFC 6238, appendix B: the secret "12345678901234567890", of its eight digits the last six. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("R100: at second %i the code of RFC 6238 is %s", (second, code) => {
  expect(stepOfCode(secret, code, second * 1_000)).toBe(BigInt(Math.floor(second / 30)));
});

test("R100: one step to either side is the same code's step, two are too many", () => {
  const at = (second: number) => stepOfCode(secret, "287082", second * 1_000);

  expect([at(29), at(59), at(89)]).toEqual([1n, 1n, 1n]);
  expect([at(119), at(1_000)]).toEqual([undefined, undefined]);
  expect(stepOfCode(secret, "287083", 59_000)).toBeUndefined();
});

test("a secret is 160 random bits, and its address names the base and the account", () => {
  const one = newFactorSecret();

  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(newFactorSecret()).not.toBe(one);
  expect(factorAddress(one, "实训基地", "security")).toContain(`secret=${one}`);
});
