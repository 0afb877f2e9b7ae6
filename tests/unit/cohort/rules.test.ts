import { expect, test } from "vitest";
import { dayLoad, isTooSmall, lacksPeriods, shortPart } from "@/lib/cohort/rules/opening";
import {
  type CohortState,
  cohortArrows,
  isOpen,
  isPreparing,
  isUnderWay,
  mayCohortBecome,
} from "@/lib/cohort/rules/states";
import { runOf } from "@/lib/cohort/rules/title";

const states = Object.keys(cohortArrows) as CohortState[];

test("I15: a cohort goes its way step by step and never back from an end", () => {
  const way: CohortState[] = ["DRAFT", "SUBMITTED", "APPROVED", "IN_PROGRESS", "EXAM", "CLOSED"];
  const allowed = states.flatMap((from) => states.filter((to) => mayCohortBecome(from, to)).map((to) => [from, to]));

  expect(way.slice(1).every((to, step) => mayCohortBecome(way[step] as CohortState, to))).toBe(true);
  expect(allowed).toHaveLength(14);
  // R53: a closed one is opened again by the county, for an outcome registered by mistake.
  expect(states.filter((to) => mayCohortBecome("CLOSED", to))).toEqual(["EXAM"]);
  expect(["REJECTED", "CANCELLED"].flatMap((end) => allowed.filter(([from]) => from === end))).toEqual([]);
});

test("I15: a cohort under way is not cancelled, a returned one is submitted again", () => {
  expect(mayCohortBecome("IN_PROGRESS", "CANCELLED")).toBe(false);
  expect(mayCohortBecome("RETURNED", "SUBMITTED")).toBe(true);
  expect(mayCohortBecome("DRAFT", "APPROVED")).toBe(false);
});

test("R30: nine trainees are few, ten are not", () => {
  expect([isTooSmall(9, 10), isTooSmall(10, 10)]).toEqual([true, false]);
});

test("R41: eight periods a day are open, nine warn, eleven are refused", () => {
  expect([8, 9, 10, 11].map((periods) => dayLoad(periods, 8, 10))).toEqual(["open", "warning", "warning", "refused"]);
});

test("R42: SYB needs seventy periods", () => {
  expect([lacksPeriods(69, 70), lacksPeriods(70, 70)]).toEqual([true, false]);
});

test("R43: theory or practice below forty percent is named", () => {
  expect(shortPart(39, 61, 40)).toBe("theory");
  expect(shortPart(61, 39, 40)).toBe("practice");
  expect([shortPart(40, 60, 40), shortPart(60, 40, 40), shortPart(0, 0, 40)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("R27: a run is told by its number within the year, those off the base apart", () => {
  expect(runOf("2018-002")).toEqual({ year: "2018", run: "2", isOutside: false });
  expect(runOf("2018-W01")).toEqual({ year: "2018", run: "1", isOutside: true });
});

test("R34: people apply while a cohort is prepared, and are taken from its approval until it ends", () => {
  const inSet = (is: (state: CohortState) => boolean) => states.filter(is).sort();

  expect(inSet(isPreparing)).toEqual(["DRAFT", "RETURNED", "SUBMITTED"]);
  expect(inSet(isOpen)).toEqual(["APPROVED", "IN_PROGRESS"]);
  expect(inSet(isUnderWay)).toEqual(["EXAM", "IN_PROGRESS"]);
});
