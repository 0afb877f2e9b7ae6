import { expect, test } from "vitest";
import { layOut, tally, teachingDays } from "@/lib/lesson/rules/week";
import { type Day, day, daysOfWeek, type Week } from "@/lib/value/calendar";

const days = daysOfWeek("2018-W34" as Week).slice(0, 5);
const lesson = (on: string, startsAt: string) => ({ day: day(on), startsAt });
const at = (row: ReturnType<typeof layOut>, on: string, half: "am" | "pm") =>
  row.find((one) => one.day === on && one.half === half);

test("U18: a week has Monday to Friday, and a weekend day only when something happens on it", () => {
  const all = daysOfWeek("2018-W34" as Week);

  const free = teachingDays(all, []);
  const used = teachingDays(all, [lesson("2018-08-25", "09:00")]);

  expect(free).toEqual(all.slice(0, 5));
  expect(used).toEqual(all.slice(0, 6));
});

test("U18: a weekend that is worked for a holiday is a day of the week, a holiday in the weekend is not", () => {
  const all = daysOfWeek("2018-W39" as Week);
  const exceptions = [
    { day: day("2018-09-24"), kind: "HOLIDAY" },
    { day: day("2018-09-29"), kind: "WORK" },
    { day: day("2018-09-30"), kind: "HOLIDAY" },
  ] as const;

  expect(teachingDays(all, [], exceptions)).toEqual(all.slice(0, 6));
});

test("U18: a lesson stands in the half-day it begins in, several below one another, the evening in the afternoon", () => {
  const row = layOut(days, [
    lesson("2018-08-20", "09:00"),
    lesson("2018-08-20", "11:59"),
    lesson("2018-08-20", "12:00"),
    lesson("2018-08-20", "19:00"),
  ]);

  expect(at(row, "2018-08-20", "am")?.lessons).toHaveLength(2);
  expect(at(row, "2018-08-20", "pm")?.lessons).toHaveLength(2);
});

test("U18: a time out of service closes the half-days it touches, not those it ends or begins at", () => {
  const row = layOut(days, [], [{ reason: "检修", from: "2018-08-21 12:00", to: "2018-08-23 00:00" }]);

  expect(row.filter(({ closed }) => closed).map(({ day, half }) => `${day} ${half}`)).toEqual([
    "2018-08-21 pm",
    "2018-08-22 am",
    "2018-08-22 pm",
  ]);
});

test("U18: a time out of service at noon, in the evening or up to the first bell closes no half-day", () => {
  const edges = [
    ["08:00", "09:00"],
    ["12:00", "14:30"],
    ["17:30", "22:00"],
  ] as const;
  const closures = edges.map(([from, to]) => ({ reason: "检修", from: `2018-08-21 ${from}`, to: `2018-08-21 ${to}` }));

  expect(layOut(days, [], closures).filter(({ closed }) => closed)).toEqual([]);
  const early = layOut(days, [], [{ reason: "检修", from: "2018-08-21 08:00", to: "2018-08-21 09:01" }]);
  expect(early.filter(({ closed }) => closed)).toMatchObject([{ day: "2018-08-21", half: "am" }]);
});

test("U18: eleven classrooms have 110 half-days; a closed one with a lesson in it counts as used", () => {
  const closure = { reason: "检修", from: "2018-08-22 08:00", to: "2018-08-22 18:00" };
  const rows = [
    layOut(days, [lesson("2018-08-22", "09:00")], [closure]),
    ...Array.from({ length: 10 }, () => layOut(days as Day[], [])),
  ];

  expect(tally(rows)).toEqual({ all: 110, used: 1, closed: 1 });
});
