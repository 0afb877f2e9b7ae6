import { expect, test } from "vitest";
import { weeksOf } from "@/lib/lesson/rules/month";
import { readScope, scopeKey } from "@/lib/lesson/rules/scope";
import { readView, stepFrom } from "@/lib/lesson/rules/view";
import { outsideOf, weekOfTraining } from "@/lib/lesson/rules/week";
import { day, type Month } from "@/lib/value/calendar";

const today = day("2018-08-22");
const id = "01980000-0000-7000-8000-000000000000";

test("U18: an address that chooses nothing opens the page, a wide one with this week, a phone with today", () => {
  expect(readView({}, today)).toEqual({ by: "room", day: today, of: undefined, opens: true });
  expect(readView({ of: "room-7" }, today)).toMatchObject({ of: { kind: "room", id: "7" }, opens: true });
  expect(readView({ by: "cohort" }, today)).toMatchObject({ by: "cohort", day: today, opens: false });
});

test("U18: a week stands for today where that lies in it, else for its Monday", () => {
  expect(readView({ week: "2018-W34" }, today)).toMatchObject({ by: "room", day: today, opens: false });
  expect(readView({ week: "2018-W35" }, today).day).toBe("2018-08-27");
  expect(readView({ week: "2018-W35", day: "2018-09-01" }, today).day).toBe("2018-09-01");
});

test.each([
  [{ by: "year" }],
  [{ day: "2018-02-30" }],
  [{ week: "2018-W53" }],
  [{ of: "room-0" }],
  [{ of: "room-100" }],
  [{ of: "cohort-7" }],
  [{ of: `trainer-${id}; DROP` }],
  [{ of: `person-${id}` }],
  [{ of: ["room-7", "room-8"] }],
])("invariants 5.1: %o asks for nothing there is, and is left out", (query) => {
  expect(readView(query, today)).toEqual({ by: "room", day: today, of: undefined, opens: true });
});

test("a scope is read from what it is written as", () => {
  for (const text of ["room-7", "room-11", `trainer-${id}`, `cohort-${id}`]) {
    const scope = readScope(text);
    expect(scope && scopeKey(scope)).toBe(text);
  }
});

test("U18: a step goes on by what the view shows: a day, a week, a month, whose last day may be another", () => {
  const at = (by: "day" | "cohort" | "month", from: string, step: 1 | -1) => stepFrom({ by, day: day(from) }, step);

  expect([at("day", "2018-08-31", 1), at("cohort", "2018-08-22", -1)]).toEqual(["2018-09-01", "2018-08-15"]);
  expect([at("month", "2018-08-31", 1), at("month", "2018-01-15", -1)]).toEqual(["2018-09-30", "2017-12-15"]);
});

test("U18: a month is rows of Monday to Sunday, empty before its first day and after its last", () => {
  const weeks = weeksOf("2018-08" as Month);

  expect(weeks.map((days) => days.length)).toEqual([7, 7, 7, 7, 7]);
  expect(weeks[0]).toEqual([
    undefined,
    undefined,
    "2018-08-01",
    ...["02", "03", "04", "05"].map((d) => `2018-08-${d}`),
  ]);
  expect(weeks.at(-1)?.filter(Boolean)).toHaveLength(5);
  expect(weeksOf("2021-02" as Month)).toHaveLength(4);
});

test("R41: a cohort has no half-days outside its dates", () => {
  const [before, after] = outsideOf({ startsOn: day("2018-08-06"), endsOn: day("2018-09-05") });

  expect([before?.to, after?.from]).toEqual(["2018-08-06 00:00", "2018-09-05 24:00"]);
});

test("课程表: the weeks of a training count from the Monday of its first day", () => {
  const of = (on: string) => weekOfTraining(day("2018-08-08"), day(on));

  expect([of("2018-08-08"), of("2018-08-12"), of("2018-08-13"), of("2018-09-03")]).toEqual([1, 1, 2, 5]);
});
