import { expect, test } from "vitest";
import { beginAnew, placeAnew } from "@/lib/lesson/rules/shift";
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
