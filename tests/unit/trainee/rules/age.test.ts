import { expect, test } from "vitest";
import { isAboveWorkingAge, isUnderAge, needsGuardian } from "@/lib/trainee/rules/age";
import { addDays, ageOn, comesOfAge, type Day, day } from "@/lib/value/calendar";

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

// R6 and R7 speak of the same birthdays: on the day a person turns sixty, nobody is older than sixty.
test.each(["1958-02-28", "1956-02-29", "1958-03-01", "1958-12-31"])(
  "R6, R7: born %s, ages change on one day",
  (birth) => {
    const born = day(birth);
    const turns = comesOfAge(born, 720);
    const is = (on: Day) => [ageOn(born, on), isAboveWorkingAge({ birthDay: born, sex: "MALE" }, on, upperMonths)];

    expect(is(addDays(turns, -1))).toEqual([59, false]);
    expect(is(turns)).toEqual([60, false]);
    expect(is(addDays(turns, 1))).toEqual([60, true]);
  },
);

test("R7: of somebody born on 29 February the day is 1 March, as for R6", () => {
  expect(comesOfAge(day("1956-02-29"), 12 * 55)).toBe("2011-03-01");
  expect(comesOfAge(day("1960-02-29"), 12 * 60)).toBe("2020-02-29");
  expect(isAboveWorkingAge({ birthDay: day("1956-02-29"), sex: "FEMALE" }, day("2011-03-01"), upperMonths)).toBe(false);
});
