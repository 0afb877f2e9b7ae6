import { expect, test } from "vitest";
import { endOf, passedIn, stepOfMonth } from "@/lib/fund/rules/months";
import { day, weekOf, yearOf } from "@/lib/value/calendar";
import { endAfter, firstDay, lastDay, monthAt, monthOf, numberOfMonth, saidWeek } from "@/lib/value/period";

test("R76: a year and a month begin and end on their own days, February in a leap year too", () => {
  expect([firstDay(2018), lastDay(2018)]).toEqual(["2018-01-01", "2018-12-31"]);
  expect([firstDay(monthAt(2020, 2)), lastDay(monthAt(2020, 2))]).toEqual(["2020-02-01", "2020-02-29"]);
  expect(lastDay(monthAt(2018, 12))).toBe("2018-12-31");
});

test("R76: the month of a day is named by year and number", () => {
  const august = monthOf(day("2018-08-22"));

  expect([august, yearOf(august), numberOfMonth(august)]).toEqual(["2018-08", 2018, 8]);
  expect(saidWeek(weekOf(day("2018-08-22")))).toEqual({ year: "2018", week: 34 });
});

test("R86: the end of a span tells its year only where it is another", () => {
  expect(endAfter(day("2018-08-06"), day("2018-09-05"))).toBe("09-05");
  expect(endAfter(day("2018-12-06"), day("2019-01-05"))).toBe("2019-01-05");
});

test("R76: of a running month the day of the question is its end", () => {
  expect(endOf(monthAt(2018, 8), day("2018-08-22"))).toBe("2018-08-22");
  expect(endOf(monthAt(2018, 7), day("2018-08-22"))).toBe("2018-07-31");
});

test("R65: the standard is passed in the first month whose running sum is more", () => {
  const months = [1n, 5n, 6n].map((running) => ({ running }));

  expect(passedIn(months, 5n)).toEqual({ running: 6n });
  expect([passedIn(months, 6n), passedIn(months, null)]).toEqual([undefined, undefined]);
});

test("R76, R111: a month that is over is reported by the officer and locked by the leader, nobody's own", () => {
  const [officer, leader] = [
    { id: "1", role: "AID_OFFICER" as const, today: day("2018-08-01") },
    { id: "2", role: "AID_LEADER" as const, today: day("2018-08-01") },
  ];
  const month = (state: "OPEN" | "SUBMITTED" | "LOCKED", number = 7, submittedById: string | null = null) => ({
    ...{ month: monthAt(2018, number), state, submittedById },
  });

  expect([stepOfMonth(officer, month("OPEN")), stepOfMonth(officer, month("OPEN", 8))]).toEqual(["submit", undefined]);
  expect(stepOfMonth(leader, month("SUBMITTED", 7, "1"))).toBe("lock");
  expect(stepOfMonth(leader, month("SUBMITTED", 7, "2"))).toBeUndefined();
  expect([stepOfMonth(leader, month("OPEN")), stepOfMonth(leader, month("LOCKED"))]).toEqual([undefined, undefined]);
});
