import { expect, test } from "vitest";
import { isLate, yearPassedPermille } from "@/lib/fund/rules/late";
import { day } from "@/lib/value/calendar";

const rule = { belowPercent: 20, afterYearPercent: 25 };
const project = { state: "UNDER_WAY", arranged: 1_000n, completed: 199n, dueOn: null, implementYear: 2018 } as const;
const august = day("2018-08-22");

test("the part of the year that has passed counts the day itself: 2018-08-22 is 64.1 %", () => {
  expect(yearPassedPermille(august, 2018)).toBe(641);
  expect(yearPassedPermille(day("2018-12-31"), 2018)).toBe(1_000);
  expect(yearPassedPermille(day("2018-01-01"), 2018)).toBe(3);
  expect([2017, 2019].map((year) => yearPassedPermille(august, year))).toEqual([1_000, 0]);
});

test("late: under way with less than 20 % completed, and not a fen more", () => {
  expect(isLate(project, august, rule)).toBe(true);
  expect(isLate({ ...project, completed: 200n }, august, rule)).toBe(false);
  expect(isLate({ ...project, arranged: 0n, completed: 0n }, august, rule)).toBe(false);
});

test("late: nobody is slow while a quarter of the year has not passed", () => {
  expect(isLate(project, day("2018-04-01"), rule)).toBe(false);
  expect(isLate(project, day("2018-04-02"), rule)).toBe(true);
});

test("late: New Year makes nothing punctual, and what is carried out ahead of its year is not late yet", () => {
  expect(isLate(project, day("2019-01-01"), rule)).toBe(true);
  expect(isLate({ ...project, implementYear: 2019 }, august, rule)).toBe(false);
});

test("late: what has not begun is late only past its day, what is finished never", () => {
  const past = day("2018-08-21");

  expect(isLate({ ...project, state: "NOT_STARTED", completed: 0n }, august, rule)).toBe(false);
  expect(isLate({ ...project, state: "NOT_STARTED", dueOn: past }, august, rule)).toBe(true);
  expect(isLate({ ...project, completed: 1_000n, dueOn: past }, august, rule)).toBe(true);
  expect(isLate({ ...project, completed: 1_000n, dueOn: august }, august, rule)).toBe(false);
  for (const state of ["FINISHED", "ACCEPTED", "HANDED_OVER"] as const)
    expect(isLate({ ...project, state, dueOn: past }, august, rule)).toBe(false);
});
