import { expect, test } from "vitest";
import { day } from "@/lib/value/calendar";
import { clock, minuteOfInstant, minutesBetween, parseClock, periodsBetween, startOfDay } from "@/lib/value/clock";

test("R36: a time of day is HH:MM", () => {
  expect(["09:00", "9:00", "００：００", "23:59"].map(parseClock)).toEqual(["09:00", "09:00", "00:00", "23:59"]);
  expect(["24:00", "12:60", "1200", "", "9", "9:5", "-9:00"].map(parseClock).filter(Boolean)).toEqual([]);
  expect(() => clock("25:00")).toThrow("25:00");
});

test("R40: only whole class periods of 45 minutes count", () => {
  const periods = (from: string, to: string) => periodsBetween(clock(from), clock(to));

  expect(periods("09:00", "12:00")).toBe(4);
  expect(periods("09:00", "10:30")).toBe(2);
  expect(periods("09:00", "09:44")).toBe(0);
  expect(periods("09:00", "09:45")).toBe(1);
  expect(periods("12:00", "09:00")).toBe(0);
  expect(minutesBetween(clock("14:30"), clock("17:00"))).toBe(150);
});

test("R86: a day of the base begins at four in the afternoon of Greenwich, and an instant is told by the base's clock", () => {
  expect(startOfDay(day("2018-08-22")).toISOString()).toBe("2018-08-21T16:00:00.000Z");
  expect(minuteOfInstant(new Date("2018-08-21T16:05:00Z"))).toBe("2018-08-22 00:05");
});
