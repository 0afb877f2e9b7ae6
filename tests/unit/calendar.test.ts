import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  dateFromDay,
  day,
  dayFromDate,
  dayOfInstant,
  daysBetween,
  daysOfWeek,
  formatDay,
  parseDay,
  parseWeek,
  weekday,
  weekOf,
  yearOf,
} from "@/lib/value/calendar";

const anyDay = fc.integer({ min: 0, max: 73_413 }).map((days) => addDays(day("1900-01-01"), days));

test("I14: only real calendar days from 1900 to 2100 are days", () => {
  expect(["1900-01-01", "2016-02-29", "2000-02-29", "2100-12-31"].map(parseDay)).not.toContain(undefined);
  expect(parseDay("２０１８－０６－２０ ")).toBe("2018-06-20");

  const wrong = ["1899-12-31", "2101-01-01", "2018-02-29", "1900-02-29", "2018-04-31", "2018-13-01", "2018-00-10"];
  const malformed = ["2018-6-20", "2018/06/20", "20180620", "2018-06-20T00:00", "-2018-06-20", "", "2018-06-00"];
  expect([...wrong, ...malformed].map(parseDay).filter(Boolean)).toEqual([]);
  expect(() => day("2018-02-29")).toThrow("2018-02-29");
});

test("R86: a day belongs to Asia/Shanghai, wherever the server stands", () => {
  expect(dayOfInstant(new Date("2018-08-21T15:59:59Z"))).toBe("2018-08-21");
  expect(dayOfInstant(new Date("2018-08-21T16:00:00Z"))).toBe("2018-08-22");
  expect(dayOfInstant(new Date("2018-12-31T16:00:00Z"))).toBe("2019-01-01");
});

test("I14: a DATE of the database becomes its day and goes back unchanged", () => {
  fc.assert(fc.property(anyDay, (some) => dayFromDate(dateFromDay(some)) === some && parseDay(some) === some));
});

test("R25: the year of a cohort over New Year is the year it starts in", () => {
  expect(yearOf(day("2018-12-28"))).toBe(2018);
  expect(addDays(day("2018-12-28"), 23)).toBe("2019-01-20");
  expect(daysBetween(day("2018-12-28"), day("2019-01-20"))).toBe(23);
});

test("R55: months later keeps the end of the month", () => {
  expect(addMonths(day("2018-08-31"), 3)).toBe("2018-11-30");
  expect(addMonths(day("2018-08-31"), 6)).toBe("2019-02-28");
  expect(addMonths(day("2019-08-31"), 6)).toBe("2020-02-29");
  expect(addMonths(day("2018-07-19"), 6)).toBe("2019-01-19");
  expect(addMonths(day("2018-12-15"), 0)).toBe("2018-12-15");
  expect(addMonths(day("2018-03-31"), -1)).toBe("2018-02-28");
});

test("R6: age is counted in whole years on the day", () => {
  expect(ageOn(day("2002-08-20"), day("2018-08-19"))).toBe(15);
  expect(ageOn(day("2002-08-20"), day("2018-08-20"))).toBe(16);
  expect(ageOn(day("2004-02-29"), day("2018-02-28"))).toBe(13);
  expect(ageOn(day("2004-02-29"), day("2018-03-01"))).toBe(14);
});

test("U18: a week is an ISO week from Monday to Sunday", () => {
  expect(weekOf(day("2018-08-22"))).toBe("2018-W34");
  expect(daysOfWeek(weekOf(day("2018-08-22"))).slice(0, 5)).toEqual([
    "2018-08-20",
    "2018-08-21",
    "2018-08-22",
    "2018-08-23",
    "2018-08-24",
  ]);
  expect([weekday(day("2018-08-20")), weekday(day("2018-08-26"))]).toEqual([1, 7]);
});

test("U18: weeks at New Year belong to the year of their Thursday", () => {
  expect(weekOf(day("2018-12-31"))).toBe("2019-W01");
  expect(weekOf(day("2021-01-03"))).toBe("2020-W53");
  expect(weekOf(day("2010-01-03"))).toBe("2009-W53");
  fc.assert(fc.property(anyDay, (some) => daysOfWeek(weekOf(some)).includes(some)));
});

test("U02: a week out of an address exists, or is none", () => {
  expect(parseWeek("2018-W34")).toBe("2018-W34");
  expect(parseWeek("2020-W53")).toBe("2020-W53");
  expect(["2018-W53", "2018-W00", "2018-W54", "2018-34", "2018-W3", "W34", ""].map(parseWeek).filter(Boolean)).toEqual(
    [],
  );
});

test("R86: dates are written out in text and stay plain in tables", () => {
  expect(formatDay(day("2018-06-20"), "zh-CN", "long")).toBe("2018年6月20日");
  expect(formatDay(day("2018-06-20"), "en", "long")).toBe("20 June 2018");
  expect(formatDay(day("2018-06-20"), "zh-CN", "table")).toBe("2018-06-20");
});
