import { expect, test } from "vitest";
import { laterDay } from "@/lib/lesson/rules/postpone";
import { day } from "@/lib/value/calendar";
import { workedBy } from "@/lib/working-day/rules";

const isWorked = workedBy([
  { day: day("2018-09-29"), kind: "WORK" },
  { day: day("2018-10-01"), kind: "HOLIDAY" },
]);

test("put off: so many days of the calendar, or working days, over a holiday and onto a weekend that is worked", () => {
  const friday = day("2018-09-28");

  expect(laterDay(friday, 2, "DAYS", isWorked)).toBe("2018-09-30");
  expect(laterDay(friday, 1, "TEACHING_DAYS", isWorked)).toBe("2018-09-29");
  expect(laterDay(friday, 2, "TEACHING_DAYS", isWorked)).toBe("2018-10-02");
});
