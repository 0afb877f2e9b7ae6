import { expect, test } from "vitest";
import { fundQuery, readFundFilter, wrongDay } from "@/lib/fund/schema/filter";
import { day } from "@/lib/value/calendar";

const today = day("2018-08-22");
const read = (query: string) => readFundFilter(Object.fromEntries(new URLSearchParams(query)), today);

test("U02: an address without a question is this year, up to today", () => {
  expect(read("")).toEqual({ year: 2018, since: 2018, asOf: today });
});

test("R76: the day lies within its year and never after today", () => {
  expect(read("year=2018&asOf=2018-06-30").asOf).toBe("2018-06-30");
  expect(read("asOf=2017-03-31")).toMatchObject({ year: 2017, asOf: "2017-03-31" });
  expect(read("year=2017").asOf).toBe("2017-12-31");
  expect(read("year=2017&asOf=2018-06-30").asOf).toBe("2017-12-31");
  expect(read("year=2018&asOf=2018-12-31").asOf).toBe(today);
  expect(read("year=2019").asOf).toBe(today);
});

test("U02: what an address says wrongly is left out, the rest stands", () => {
  expect(read("year=1e3&asOf=2018-02-30&category=GOLD&state=&project=1&late=no")).toEqual(read(""));
  expect(read("year=2018&since=2020").since).toBe(2018);
  expect(read("since=2012&employment=yes")).toMatchObject({ since: 2012, year: 2018, employment: "yes" });
});

test("U02: a filter written into an address is read back the same", () => {
  const filter = read("year=2018&asOf=2018-06-30&since=2012&category=HEALTH&scope=EARLY&state=FINISHED&late=yes");

  expect(read(fundQuery(filter))).toEqual(filter);
});

test("late is asked of all years up to the one that is shown, whatever the address begins with", () => {
  expect(read("year=2018&late=yes")).toMatchObject({ year: 2018, since: 2012 });
  expect(read("year=2018&since=2016&late=yes").since).toBe(2012);
});

test("U04: a figure narrows the filter it stands under; what is taken out is gone", () => {
  const filter = read("year=2018&category=HEALTH");

  expect(fundQuery(filter, { scope: "EARLY" })).toBe("year=2018&asOf=2018-08-22&category=HEALTH&scope=EARLY");
  expect(fundQuery(filter, { category: undefined })).toBe("year=2018&asOf=2018-08-22");
});

test("R76: a day that cannot be shown is named with its reason, and takes no other year with it", () => {
  const wrong = (query: string) => wrongDay(Object.fromEntries(new URLSearchParams(query)), today)?.why;

  expect(["asOf=2018-13-01", "asOf=yesterday"].map(wrong)).toEqual(["UNKNOWN", "UNKNOWN"]);
  expect(["asOf=2018-08-23", "year=2019&asOf=2019-01-01"].map(wrong)).toEqual(["FUTURE", "FUTURE"]);
  expect(wrong("year=2017&asOf=2018-06-30")).toBe("OTHER_YEAR");
  expect(["", "asOf=", "asOf=2018-08-22", "year=2018&asOf=2018-06-30", "asOf=2017-01-01"].map(wrong)).toEqual(
    Array(5).fill(undefined),
  );
  expect(read("asOf=2099-01-01")).toEqual(read(""));
});
