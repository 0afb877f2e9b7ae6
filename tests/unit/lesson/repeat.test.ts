import { expect, test } from "vitest";
import { daysBetween } from "@/lib/lesson/rules/repeat";
import { day } from "@/lib/value/calendar";

test("repeat: both ends are taken in, only the chosen weekdays", () => {
  expect(daysBetween(day("2018-08-20"), day("2018-08-29"), [1, 3])).toEqual([
    "2018-08-20",
    "2018-08-22",
    "2018-08-27",
    "2018-08-29",
  ]);
});

test("repeat, R59: who teaches every working day teaches on a weekend that is worked for a holiday; others do not", () => {
  const [from, until] = [day("2018-09-28"), day("2018-10-08")];
  const exceptions = [
    { day: day("2018-09-29"), kind: "WORK" },
    { day: day("2018-10-01"), kind: "HOLIDAY" },
  ] as const;

  expect(daysBetween(from, until, [1, 2, 3, 4, 5], exceptions).slice(0, 3)).toEqual([
    ...["2018-09-28", "2018-09-29", "2018-10-01"],
  ]);
  expect(daysBetween(from, until, [1, 5], exceptions)).toEqual([
    "2018-09-28",
    "2018-10-01",
    "2018-10-05",
    "2018-10-08",
  ]);
});

test("repeat: an end before the beginning gives nothing, a far end not more than a hundred", () => {
  expect(daysBetween(day("2018-08-20"), day("2018-08-19"), [1])).toEqual([]);
  expect(daysBetween(day("2018-08-20"), day("2100-08-19"), [1, 2, 3, 4, 5])).toHaveLength(100);
});
