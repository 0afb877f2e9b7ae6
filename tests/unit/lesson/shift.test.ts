import { expect, test } from "vitest";
import { beginAnew, ontoDays, placeAnew, weekdaysOf } from "@/lib/lesson/rules/shift";
import { day } from "@/lib/value/calendar";

test("C: a timetable begins anew on the same weekday, on the first day of the new run or after it", () => {
  const monday = day("2018-08-06");

  expect(beginAnew(monday, day("2018-09-24"))).toBe("2018-09-24");
  expect(beginAnew(monday, day("2018-09-25"))).toBe("2018-10-01");
  expect(beginAnew(day("2018-08-08"), day("2018-09-24"))).toBe("2018-09-26");
});

test("R27: lessons stay in their classroom, move to another one together, and have none off the base", () => {
  const was = { classroomNumber: 3 };

  expect(placeAnew(was, { classroomNumber: null }, true)).toBe(3);
  expect(placeAnew(was, { classroomNumber: 5 }, true)).toBe(5);
  expect(placeAnew(was, { classroomNumber: 5 }, false)).toBeNull();
});

test("copy: the n-th day goes onto the n-th open day, and one that finds none goes nowhere", () => {
  const [monday, tuesday, friday] = [day("2018-08-06"), day("2018-08-07"), day("2018-08-10")];

  const onto = ontoDays([friday, monday, monday, tuesday], [day("2018-09-29"), day("2018-10-08")]);

  expect([...onto]).toEqual([
    [monday, "2018-09-29"],
    [tuesday, "2018-10-08"],
  ]);
});

test("copy, R59: a run is taught on its weekdays, a weekend worked for a holiday aside; a short one on any working day", () => {
  const worked = [{ day: day("2018-09-29"), kind: "WORK" }] as const;
  const weeks = ["2018-09-24", "2018-09-26", "2018-09-29", "2018-10-08"].map((text) => day(text));

  expect(weekdaysOf(weeks, worked).toSorted()).toEqual([1, 3]);
  expect(weekdaysOf(weeks, []).toSorted()).toEqual([1, 3, 6]);
  expect(weekdaysOf(weeks.slice(0, 2), worked).toSorted()).toEqual([1, 2, 3, 4, 5]);
});
