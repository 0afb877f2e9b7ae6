import { expect, test } from "vitest";
import { daysThatDo, type FreeWish, freeSlots, nextQuarter } from "@/lib/lesson/rules/free";
import { day } from "@/lib/value/calendar";

/** From Thursday 2018-09-27: Saturday and Sunday are worked for the holiday of the week after. */
const wish = (change: Partial<FreeWish> = {}): FreeWish => ({
  periods: 4,
  from: day("2018-09-27"),
  holidays: false,
  ...change,
});
const exceptions = [
  { day: day("2018-09-29"), kind: "WORK" },
  { day: day("2018-09-30"), kind: "WORK" },
  ...[1, 2, 3, 4, 5, 6, 7].map((date) => ({ day: day(`2018-10-0${date}`), kind: "HOLIDAY" as const })),
] as const;
const first = (change: Partial<FreeWish>, count: number) => daysThatDo(wish(change), exceptions).slice(0, count);
const times = (change: Partial<FreeWish>, busy: [string, string][], most = 3) =>
  freeSlots(
    [day("2018-09-27"), day("2018-09-28")],
    wish(change),
    busy.map(([from, to]) => ({ from, to })),
    most,
  ).map((slot) => [slot.day.slice(8), ...slot.parts.map(({ startsAt, endsAt }) => `${startsAt}-${endsAt}`)].join(" "));

test("R59: working days and made-up weekends will do, holidays are passed over", () => {
  expect(first({}, 5)).toEqual(["2018-09-27", "2018-09-28", "2018-09-29", "2018-09-30", "2018-10-08"]);
});

test("U18: a holiday will do when it is asked for, and no other weekend with it", () => {
  expect(first({ from: day("2018-10-06"), holidays: true }, 3)).toEqual(["2018-10-06", "2018-10-07", "2018-10-08"]);
  expect(first({ from: day("2018-10-12"), holidays: true }, 2)).toEqual(["2018-10-12", "2018-10-15"]);
});

test("a weekday that is asked for need not be worked, yet its holidays are passed over", () => {
  expect(first({ weekday: 6 }, 2)).toEqual(["2018-09-29", "2018-10-13"]);
  expect(first({ weekday: 6, holidays: true }, 2)).toEqual(["2018-09-29", "2018-10-06"]);
});

test.each([
  ["nothing stands: each half-day", {}, [], ["27 09:00-12:00", "27 14:30-17:30", "28 09:00-12:00"]],
  [
    "R36: after what ends",
    { periods: 2 },
    [["2018-09-27 08:00", "2018-09-27 10:15"]],
    ["27 10:15-11:45", "27 14:30-16:00", "28 09:00-10:30"],
  ],
  [
    "R36: touching ends are allowed",
    { periods: 2 },
    [["2018-09-27 10:30", "2018-09-27 12:00"]],
    ["27 09:00-10:30", "27 14:30-16:00", "28 09:00-10:30"],
  ],
  [
    "R36: a minute too short is none",
    { periods: 2 },
    [["2018-09-27 10:29", "2018-09-27 12:00"]],
    ["27 14:30-16:00", "28 09:00-10:30", "28 14:30-16:00"],
  ],
  [
    "R40: between two lessons",
    { periods: 1 },
    [
      ["2018-09-27 09:00", "2018-09-27 10:00"],
      ["2018-09-27 10:45", "2018-09-27 12:00"],
    ],
    ["27 10:00-10:45", "27 14:30-15:15", "28 09:00-09:45"],
  ],
  ["a closure over midnight", {}, [["2018-09-26 18:00", "2018-09-28 14:30"]], ["28 14:30-17:30"]],
  ["the half-day that is wished", { half: "pm" }, [], ["27 14:30-17:30", "28 14:30-17:30"]],
  [
    "more than a half-day takes both",
    { periods: 6 },
    [["2018-09-27 15:00", "2018-09-27 16:30"]],
    ["28 09:00-12:00 14:30-16:00"],
  ],
  ["more than a half-day in one half-day is nowhere", { periods: 5, half: "am" }, [], []],
] satisfies [string, Partial<FreeWish>, [string, string][], string[]][])("%s", (_, change, busy, found) => {
  expect(times(change, busy)).toEqual(found);
});

test("no more than asked for, also from the last day", () => {
  expect(times({}, [], 1)).toEqual(["27 09:00-12:00"]);
});

test("U28: a free time begins on a quarter of an hour that has not passed", () => {
  expect(["09:00", "09:01", "09:45", "09:46", "23:59"].map((clock) => nextQuarter(`2018-09-27 ${clock}`))).toEqual(
    ["09:00", "09:15", "09:45", "10:00", "24:00"].map((clock) => `2018-09-27 ${clock}`),
  );
});
