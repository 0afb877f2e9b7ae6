import { expect, test } from "vitest";
import { day } from "@/lib/calendar";
import { isAboveWorkingAge, isUnderAge, needsGuardian } from "@/lib/trainee/rules/age";

const upperMonths = { MALE: 720, FEMALE: 660 };

test("R6: born 2002-08-20 may start on 2018-08-20, not a day earlier", () => {
  expect(isUnderAge(day("2002-08-20"), day("2018-08-20"), 16)).toBe(false);
  expect(isUnderAge(day("2002-08-20"), day("2018-08-19"), 16)).toBe(true);
});

test("R7: past the sixtieth birthday a man, past the fifty-fifth a woman, is above the working age", () => {
  const born = day("1958-08-20");

  expect(isAboveWorkingAge({ birthDay: born, sex: "MALE" }, day("2018-08-20"), upperMonths)).toBe(false);
  expect(isAboveWorkingAge({ birthDay: born, sex: "MALE" }, day("2018-08-21"), upperMonths)).toBe(true);
  expect(isAboveWorkingAge({ birthDay: born, sex: "FEMALE" }, day("2013-08-21"), upperMonths)).toBe(true);
});

test("R8: a guardian is needed until the eighteenth birthday", () => {
  expect(needsGuardian(day("2000-08-20"), day("2018-08-19"))).toBe(true);
  expect(needsGuardian(day("2000-08-20"), day("2018-08-20"))).toBe(false);
});
