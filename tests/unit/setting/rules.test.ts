import { expect, test } from "vitest";
import { firstYearOf, readSetting } from "@/lib/setting/rules";

test.each([
  ["0.6", "BASIS_POINTS", 60],
  ["0.5%", "BASIS_POINTS", 50],
  ["０．６", "BASIS_POINTS", 60],
  ["6", "BASIS_POINTS", 600],
  ["0.005", "BASIS_POINTS", undefined],
  ["97", "PERCENT", 97],
  ["97 %", "PERCENT", 97],
  ["0.6", "PERCENT", undefined],
  ["", "PEOPLE", undefined],
])("R61: %s typed as %s is %s", (typed, unit, value) => {
  expect(readSetting(typed, unit)).toBe(value);
});

test("R61: a rate applies to the first year that begins with it", () => {
  expect([firstYearOf("2019-01-01"), firstYearOf("2018-10-01")]).toEqual([2019, 2019]);
});
