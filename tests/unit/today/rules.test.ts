import { expect, test } from "vitest";
import { hidesFew, nextStep, type OpenCohort, todosOf } from "@/lib/today/rules";
import { day } from "@/lib/value/calendar";
import { filingDeadline } from "@/lib/working-day/rules";
import type { Role } from "@/prisma/generated/enums";

const limits = { noShowDays: 3, fewestTrainees: 10 };

function cohort(change: Partial<OpenCohort> = {}): OpenCohort {
  return {
    id: "c",
    state: "IN_PROGRESS",
    startsOn: day("2018-08-06"),
    filingDays: 3,
    filing: filingDeadline(change.startsOn ?? day("2018-08-06"), 3, []),
    confirmed: 14,
    createdById: "staff",
    submittedById: "staff",
    closingProposedById: null,
    closingReturnReason: null,
    applied: 0,
    exceptions: 0,
    transfers: 0,
    unfinished: 14,
    absent: 0,
    away: 0,
    certificates: 0,
    outdated: 0,
    untaken: 0,
    trainingDays: 20,
    trainingDay: 13,
    lessonsToday: 2,
    ...change,
  };
}

const kinds = (change: Partial<OpenCohort>, role: Role, id = "me") =>
  todosOf(cohort(change), { id, role, today: day("2018-08-22") }, limits).map(({ kind }) => kind);

test("U29: a submitted cohort waits for the reviewer, never for the person who submitted it", () => {
  const submitted = { state: "SUBMITTED", startsOn: day("2018-10-22") } as const;

  expect(kinds(submitted, "COUNTY_REVIEWER")).toEqual(["approve"]);
  expect(kinds(submitted, "COUNTY_REVIEWER", "staff")).toEqual([]);
  expect(kinds(submitted, "BASE_DIRECTOR")).toEqual([]);
  expect(kinds(submitted, "BASE_STAFF")).toEqual([]);
  expect(kinds({ ...submitted, startsOn: day("2018-08-29") }, "BASE_STAFF")).toEqual(["waiting"]);
});

test("U29: each state has the one thing to do for the one who may do it", () => {
  expect(kinds({ state: "RETURNED" }, "BASE_STAFF")).toEqual(["returned"]);
  expect(kinds({ state: "DRAFT", startsOn: day("2018-09-03") }, "BASE_STAFF")).toEqual(["draft"]);
  expect(kinds({ state: "DRAFT", startsOn: day("2018-12-03") }, "BASE_STAFF")).toEqual([]);
  expect(kinds({ state: "APPROVED", startsOn: day("2018-08-22") }, "BASE_STAFF")).toEqual(["start"]);
  expect(kinds({ state: "APPROVED", startsOn: day("2018-08-27"), confirmed: 9 }, "BASE_STAFF")).toEqual(["few"]);
  expect(kinds({ state: "APPROVED", startsOn: day("2018-08-27"), applied: 2 }, "BASE_STAFF")).toEqual(["applications"]);
  expect(kinds({ exceptions: 1 }, "BASE_STAFF")).toEqual([]);
  expect(kinds({ exceptions: 1, transfers: 2 }, "BASE_DIRECTOR")).toEqual(["exceptions", "transfers"]);
  expect(kinds({ trainingDay: 4 }, "BASE_STAFF")).toEqual([]);
  // R26: who neither arrived nor was present is proposed from the end of the third training day on, however late that is found.
  expect(kinds({ trainingDay: 3, absent: 1 }, "BASE_STAFF")).toEqual([]);
  expect(kinds({ trainingDay: 13, absent: 1 }, "BASE_STAFF")).toEqual(["noShow"]);
  expect(kinds({ away: 1 }, "BASE_STAFF")).toEqual(["away"]);
  expect(kinds({ away: 1 }, "COUNTY_REVIEWER")).toEqual([]);
  expect(kinds({ trainingDay: 20, lessonsToday: 0 }, "BASE_STAFF")).toEqual(["exam"]);
  expect(kinds({ state: "CLOSED", outdated: 1 }, "BASE_STAFF")).toEqual(["reissue"]);
  expect(kinds({ state: "CLOSED", outdated: 1 }, "COUNTY_REVIEWER")).toEqual([]);
  expect(kinds({ state: "EXAM" }, "BASE_STAFF")).toEqual(["results"]);
  expect(kinds({ state: "EXAM", unfinished: 0 }, "BASE_DIRECTOR")).toEqual(["proposeClosing"]);
  expect(kinds({ state: "EXAM", unfinished: 0, closingProposedById: "director" }, "COUNTY_REVIEWER")).toEqual([
    "close",
  ]);
  // R53: the closing sent back is a to-do of the base, not of the county.
  const sentBack = { state: "EXAM", unfinished: 0, closingReturnReason: "缺两份成绩单" } as const;
  expect(kinds(sentBack, "BASE_DIRECTOR")).toEqual(["closingReturned"]);
  expect(kinds(sentBack, "BASE_STAFF")).toEqual(["closingReturned"]);
  expect(kinds(sentBack, "COUNTY_REVIEWER")).toEqual([]);
  expect(kinds({ state: "EXAM", unfinished: 0 }, "COUNTY_REVIEWER")).toEqual([]);
  expect(kinds({ state: "EXAM", unfinished: 0, closingProposedById: "me" }, "COUNTY_REVIEWER")).toEqual([]);
});

test("the next step of a cohort is one the person may take", () => {
  expect(nextStep(cohort(), "BASE_STAFF")).toBe("timetable");
  expect(nextStep(cohort({ lessonsToday: 0 }), "BASE_STAFF")).toBe("roster");
  expect(nextStep(cohort({ trainingDay: 20, lessonsToday: 0 }), "BASE_STAFF")).toBe("exam");
  expect(nextStep(cohort({ trainingDay: 20, lessonsToday: 0 }), "COUNTY_REVIEWER")).toBe("roster");
  expect(nextStep(cohort({ state: "EXAM" }), "BASE_STAFF")).toBe("results");
  expect(nextStep(cohort({ state: "EXAM", unfinished: 0 }), "BASE_STAFF")).toBe("roster");
  expect(nextStep(cohort({ state: "EXAM", unfinished: 0 }), "BASE_DIRECTOR")).toBe("closing");
});

test("R94: one or two persons are not told to the aid office", () => {
  expect([0, 1, 2, 3].map((count) => hidesFew("AID_OFFICER", count))).toEqual([false, true, true, false]);
  expect(hidesFew("BASE_STAFF", 1)).toBe(false);
});

test("R53: lessons without a roll are a matter of those who take rolls", () => {
  expect(kinds({ untaken: 2 }, "BASE_STAFF")).toContain("rolls");
  expect(kinds({ untaken: 0 }, "BASE_STAFF")).not.toContain("rolls");
  expect(kinds({ untaken: 2 }, "COUNTY_REVIEWER")).not.toContain("rolls");
});
