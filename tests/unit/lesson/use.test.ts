import { expect, test } from "vitest";
import { commonPeriods, isPeriod, printedHours, reckonUse, shadeOf, shareUsed } from "@/lib/lesson/rules/use";
import { addDays, day } from "@/lib/value/calendar";

/** Monday and Tuesday. */
const [monday, tuesday] = [day("2018-08-20"), day("2018-08-21")];
const days = [monday, tuesday];
const lesson = (startsAt: string, endsAt: string, on = monday) => ({ day: on, startsAt, endsAt });
const minutes = (lessons: ReturnType<typeof lesson>[] = [], closures: { from: string; to: string }[] = []) =>
  reckonUse(days, lessons, closures).minutes;

test("R59: two half-days of three hours on each working day, and nothing on the others", () => {
  expect(minutes()).toEqual({ open: 720, closed: 0, used: 0, outside: 0 });
  expect(reckonUse([], [lesson("09:00", "12:00")], []).minutes).toEqual({ open: 0, closed: 0, used: 0, outside: 180 });
});

test("what of a lesson lies at noon, in the evening or on a day off is counted apart", () => {
  expect(minutes([lesson("11:00", "15:00")])).toMatchObject({ used: 90, outside: 150 });
  expect(minutes([lesson("19:00", "20:30")])).toMatchObject({ used: 0, outside: 90 });
  expect(minutes([lesson("09:00", "12:00", day("2018-08-25"))])).toMatchObject({ used: 0, outside: 180 });
});

test("a closure takes the open hours it lies over, and no others", () => {
  const over = { from: "2018-08-20 10:30", to: "2018-08-21 09:45" };
  expect(minutes([], [over])).toEqual({ open: 405, closed: 90 + 180 + 45, used: 0, outside: 0 });
  expect(minutes([], [{ from: "2018-08-20 12:00", to: "2018-08-20 14:30" }])).toMatchObject({ open: 720, closed: 0 });
});

test("each half-day of the week has its own hours, and together they are those of the classroom", () => {
  const { minutes: all, halves } = reckonUse(days, [lesson("09:00", "12:00"), lesson("14:30", "16:00", tuesday)], []);
  const of = (weekday: number, half: string) => halves.find((one) => one.weekday === weekday && one.half === half);

  expect([of(1, "am"), of(1, "pm"), of(2, "pm"), of(6, "am")]).toMatchObject([
    { open: 180, used: 180 },
    { open: 180, used: 0 },
    { open: 180, used: 90 },
    { open: 0, used: 0 },
  ]);
  expect(halves.reduce((sum, { used }) => sum + used, 0)).toBe(all.used);
});

test.each([
  [0, 0, null],
  [0, 720, 0],
  [719, 720, 998],
  [720, 720, 1_000],
  [1, 3, 333],
  [2, 3, 666],
])("R47: %i of %i minutes are %s tenths of a percent, rounded down", (used, open, share) => {
  expect(shareUsed({ used, open })).toBe(share);
});

test("a shade for each quarter, none where nothing is used or open", () => {
  expect([null, 0, 1, 249, 250, 500, 749, 750, 1_000].map(shadeOf)).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4]);
});

test("minutes are printed as hours with two decimals", () => {
  expect([0, 45, 90, 100, 180, 6_005].map(printedHours)).toEqual(["0.00", "0.75", "1.50", "1.67", "3.00", "100.08"]);
});

test("the common periods end where they should, also across a year", () => {
  expect(commonPeriods(day("2019-01-15"))).toEqual({
    lastMonth: { from: "2018-12-01", to: "2018-12-31" },
    month: { from: "2019-01-01", to: "2019-01-31" },
    quarter: { from: "2019-01-01", to: "2019-03-31" },
    year: { from: "2019-01-01", to: "2019-12-31" },
  });
  expect(commonPeriods(day("2018-08-22")).quarter).toEqual({ from: "2018-07-01", to: "2018-09-30" });
});

test("a period ends on or after its first day and lasts three years at most", () => {
  expect(isPeriod({ from: monday, to: monday })).toBe(true);
  expect(isPeriod({ from: tuesday, to: monday })).toBe(false);
  expect(isPeriod({ from: monday, to: day("2021-08-20") })).toBe(true);
  expect(isPeriod({ from: monday, to: addDays(day("2021-08-20"), 1) })).toBe(false);
});
