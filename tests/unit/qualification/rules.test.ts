import { expect, test } from "vitest";
import { isAsked, lapsedOn, standingOf, standingOfAll } from "@/lib/qualification/rules";
import { type Day, day } from "@/lib/value/calendar";

const on = day("2018-08-22");
const paper = (validUntil: Day | null, endedOn: Day | null = null, issuedOn = day("2015-01-05")) => ({
  ...{ issuedOn, validUntil, endedOn },
});

test("a certificate is valid on its last day, expired on the next, and pointed out from the days of the notice on", () => {
  const at = (until: string) => standingOf({ validUntil: day(until) }, on, 60);

  expect([at("2018-08-21"), at("2018-08-22"), at("2018-10-21"), at("2018-10-22")]).toEqual([
    ...["EXPIRED", "EXPIRING", "EXPIRING", "VALID"],
  ]);
  expect(standingOf({ validUntil: null }, on, 60)).toBe("VALID");
});

test("a trainer stands as the worst certificate in use; one that has ended, or is of tomorrow, counts no more or not yet", () => {
  const all = (...papers: ReturnType<typeof paper>[]) => standingOfAll(papers, on, 60);

  expect(all(paper(null), paper(day("2018-08-01")))).toEqual({ standing: "EXPIRED", day: "2018-08-01" });
  expect(all(paper(null), paper(day("2018-08-01"), on))).toEqual({ standing: "VALID", day: null });
  expect(all(paper(null), paper(day("2018-08-01"), day("2018-08-23")))).toMatchObject({ standing: "EXPIRED" });
  expect(all(paper(null, null, day("2018-08-23")))).toEqual({ standing: "NONE", day: null });
  expect(all()).toEqual({ standing: "NONE", day: null });
});

test("no certificate is left on a day only where there are some and each has expired", () => {
  const [old, older] = [paper(day("2018-08-01")), paper(day("2017-01-01"))];

  expect(lapsedOn([older, old], on)).toBe("2018-08-01");
  expect(lapsedOn([old], day("2018-08-01"))).toBeNull();
  expect(lapsedOn([old, paper(null)], on)).toBeNull();
  expect(lapsedOn([], on)).toBeNull();
});

test("what somebody has to see to is what has expired or soon will; who has left has no standing", () => {
  const standings = ["VALID", "EXPIRING", "EXPIRED", "NONE", null] as const;

  expect(standings.filter((one) => isAsked("DUE", one))).toEqual(["EXPIRING", "EXPIRED"]);
  expect(standings.filter((one) => isAsked("NONE", one))).toEqual(["NONE"]);
  expect(standings.filter((one) => isAsked(undefined, one))).toHaveLength(5);
});
