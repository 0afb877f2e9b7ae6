import { expect, test } from "vitest";
import { isAnswered, warningsOf } from "@/lib/trainee/rules/warnings";

const plain = { countyKnown: true, aboveWorkingAge: false, alike: [] };
const alike = { sameBirth: false, sameVillage: false, samePhone: false };

test("R4, R7, R11, U08: each fact gives its own warning, and nothing unusual gives none", () => {
  expect(warningsOf(plain)).toEqual([]);
  expect(warningsOf({ ...plain, countyKnown: false })).toEqual(["COUNTY_UNKNOWN"]);
  expect(warningsOf({ ...plain, aboveWorkingAge: true })).toEqual(["ABOVE_WORKING_AGE"]);
  expect(warningsOf({ ...plain, alike: [{ ...alike, samePhone: true }] })).toEqual(["PHONE_SHARED"]);
  expect(
    warningsOf({
      ...plain,
      alike: [
        { ...alike, sameVillage: true },
        { ...alike, sameBirth: true, sameVillage: true },
      ],
    }),
  ).toEqual(["SAME_NAME_AND_BIRTH", "SAME_NAME_AND_VILLAGE"]);
});

test("U08: warnings are answered only when every one of them was seen", () => {
  expect(isAnswered([], undefined)).toBe(true);
  expect(isAnswered(["PHONE_SHARED"], undefined)).toBe(false);
  expect(isAnswered(["PHONE_SHARED"], ["PHONE_SHARED"])).toBe(true);
  expect(isAnswered(["PHONE_SHARED", "COUNTY_UNKNOWN"], ["PHONE_SHARED"])).toBe(false);
});
