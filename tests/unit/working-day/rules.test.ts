import { expect, test } from "vitest";
import { day } from "@/lib/value/calendar";
import { filingDeadline, workingDaysBetween } from "@/lib/working-day/rules";

test("R59: without a calendar of its own a week works from Monday to Friday", () => {
  expect(workingDaysBetween(day("2018-08-20"), day("2018-08-26"), [])).toHaveLength(5);
});

test("R59: holidays fall out, make-up days come in, and days outside say nothing", () => {
  const exceptions = [
    { day: day("2018-08-21"), kind: "HOLIDAY" },
    { day: day("2018-08-25"), kind: "WORK" },
    { day: day("2018-08-19"), kind: "WORK" },
  ] as const;

  expect(workingDaysBetween(day("2018-08-20"), day("2018-08-26"), exceptions)).toEqual([
    "2018-08-20",
    "2018-08-22",
    "2018-08-23",
    "2018-08-24",
    "2018-08-25",
  ]);
  expect(workingDaysBetween(day("2018-08-26"), day("2018-08-20"), exceptions)).toEqual([]);
});

test("GX22: an opening is filed three working days before the first day", () => {
  expect(filingDeadline(day("2018-08-27"), 3, [])).toBe("2018-08-22");
  expect(filingDeadline(day("2018-08-29"), 3, [])).toBe("2018-08-24");
  expect(filingDeadline(day("2018-08-29"), 0, [])).toBe("2018-08-29");
  expect(filingDeadline(day("2018-08-29"), 3, [{ day: day("2018-08-28"), kind: "HOLIDAY" }])).toBe("2018-08-23");
});
