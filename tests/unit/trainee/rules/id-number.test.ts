import fc from "fast-check";
import { expect, test } from "vitest";
import countyCodes from "@/lib/trainee/county-codes.json" with { type: "json" };
import {
  checkCharacter,
  disagreements,
  type IdReading,
  isCountyKnown,
  readIdNumber,
} from "@/lib/trainee/rules/id-number";
import { addDays, day } from "@/lib/value/calendar";

const today = day("2018-08-22");

const anyNumber = fc
  .tuple(fc.integer({ min: 0, max: 43_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([days, sequence]) => {
    const body = `513338${addDays(day("1900-01-01"), days).replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
    return body + checkCharacter(body);
  });

test.each([
  ["11010519491231002X", "1949-12-31", "FEMALE"],
  ["513338199006159987", "1990-06-15", "FEMALE"],
  ["513338198802039973", "1988-02-03", "MALE"],
  ["51333819910106998X", "1991-01-06", "FEMALE"],
])("R1, R3: %s is right and tells birth day and sex", (idNumber, birthDay, sex) => {
  expect(readIdNumber(idNumber, today)).toEqual({ idNumber, birthDay, sex, countyCode: idNumber.slice(0, 6) });
});

test.each([
  ["440524188001010014", "date"],
  ["513338199006159980", "checkCharacter"],
  ["51333819900615998", "length"],
  ["", "length"],
  ["5133381990061599877", "length"],
  ["51333819900615998A", "characters"],
  ["5133381990O6159987", "characters"],
  ["513338199002309987", "date"],
  ["513338201808239987", "future"],
])("R1: %s is refused because of its %s", (typed, fault) => {
  expect(readIdNumber(typed, today)).toEqual({ fault });
});

test("R1: spaces, full-width digits and a small x are cleaned first", () => {
  const read = readIdNumber(" 513338 19910106 ９９８ｘ\u202C", today);

  expect(read).toMatchObject({ idNumber: "51333819910106998X" });
});

test("R1: somebody born today has a number, somebody born tomorrow has not", () => {
  const born = (on: string) => `513338${on}998${checkCharacter(`513338${on}998`)}`;

  expect(readIdNumber(born("20180822"), today)).toHaveProperty("birthDay", "2018-08-22");
  expect(readIdNumber(born("20180823"), today)).toEqual({ fault: "future" });
});

test("R1: every number with its check character is right, and with any other it is wrong", () => {
  fc.assert(
    fc.property(anyNumber, fc.constantFrom(..."0123456789X"), (idNumber, last) => {
      const changed = idNumber.slice(0, 17) + last;
      const read = readIdNumber(changed, today);
      expect(read).toMatchObject(changed === idNumber ? { idNumber } : { fault: "checkCharacter" });
    }),
  );
});

test("R1: one wrong digit, or two neighbours exchanged, never passes as another person's number", () => {
  fc.assert(
    fc.property(anyNumber, fc.nat({ max: 16 }), fc.constantFrom(..."0123456789"), (idNumber, place, digit) => {
      const mistyped = idNumber.slice(0, place) + digit + idNumber.slice(place + 1);
      const [one, other] = [idNumber.charAt(place), idNumber.charAt(place + 1)];
      const exchanged = idNumber.slice(0, place) + other + one + idNumber.slice(place + 2);

      for (const wrong of [mistyped, exchanged]) {
        if (wrong !== idNumber) expect(readIdNumber(wrong, today)).toHaveProperty("fault");
      }
    }),
  );
});

test("R2: a number of fifteen digits is refused and shown converted", () => {
  expect(readIdNumber("110105491231002", today)).toEqual({ fault: "oldNumber", converted: "11010519491231002X" });
  expect(readIdNumber("110105491331002", today)).toEqual({ fault: "date" });
});

test("U10: a wrong check character is not explained any further", () => {
  expect(Object.keys(readIdNumber("513338199006159980", today))).toEqual(["fault"]);
});

test("R3: a typed birth day or sex that disagrees with the number is named", () => {
  const read = readIdNumber("513338199006159987", today) as IdReading;

  expect(disagreements(read, { sex: "MALE", birthDay: day("1990-06-16") })).toEqual(["birthDay", "sex"]);
  expect(disagreements(read, { sex: "FEMALE" })).toEqual([]);
});

test("R4: Derong and Qingyang are known counties, an invented one is not", () => {
  const known = new Set(countyCodes);

  expect(["513338", "510105", "110105"].every((code) => isCountyKnown(code, known))).toBe(true);
  expect(isCountyKnown("999999", known)).toBe(false);
});
