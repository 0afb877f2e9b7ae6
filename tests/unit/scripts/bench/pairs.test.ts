import { expect, test } from "vitest";
import { spread } from "@/scripts/bench/bare/spread";
import { pairing } from "@/scripts/bench/enrol/pairs";

test("R20: nobody comes into the same cohort twice, and neighbours go into different ones", () => {
  const next = pairing(["a", "b", "c", "d"], ["1", "2"]);
  const pairs = Array.from({ length: 8 }, next).map(({ trainee, cohort }) => trainee + cohort);

  expect(new Set(pairs).size).toBe(8);
  expect(pairs.slice(0, 2)).toEqual(["a1", "b2"]);
});

test("elements are spread over the cells of a table, and none is lost", () => {
  expect(spread(7, 3)).toEqual([2, 2, 3]);
  expect(spread(0, 2)).toEqual([0, 0]);
  expect(spread(5, 0)).toEqual([]);
});
