import { expect, test } from "vitest";
import { arrivalDays } from "@/lib/arrival/rules";
import { day } from "@/lib/value/calendar";

const run = { startsOn: day("2018-08-06"), endsOn: day("2018-09-05"), figures: () => 3 };

test("R26: arrivals lie between three days before the start and today, and not after the end", () => {
  expect(arrivalDays(run, day("2018-08-07"))).toEqual({ from: "2018-08-03", to: "2018-08-07" });
  expect(arrivalDays(run, day("2018-10-01"))).toEqual({ from: "2018-08-03", to: "2018-09-05" });
  expect(arrivalDays(run, day("2018-08-02"))).toEqual({ from: "2018-08-03", to: "2018-08-02" });
});
