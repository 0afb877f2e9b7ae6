import { expect, test } from "vitest";
import { openingFindings, periodsOf } from "@/lib/cohort/rules/opening";
import { type CohortState, cohortArrows, editableOf } from "@/lib/cohort/rules/states";

const limits = { periodsWarning: 8, periodsMost: 10, sharePercent: 40, fewestTrainees: 10, filingWorkingDays: 3 };
type Opening = Parameters<typeof openingFindings>[0];

/** 20 days of 4 课时 theory and 4 practice for 14 people, filed a week before: nothing to say. */
const opening = (change: Partial<Opening> = {}): Opening => ({
  courseIsOpen: true,
  atBase: true,
  days: Array.from({ length: 20 }, () => ({ theory: 4, practice: 4 })),
  classrooms: 1,
  unfit: 0,
  coursePeriods: 160,
  minPeriods: 70,
  trainees: 14,
  daysToStart: 7,
  workingDaysToStart: 5,
  ...change,
});
const said = (change: Partial<Opening>) =>
  openingFindings(opening(change), limits).map(({ name, blocks }) => (blocks ? `${name}!` : name));
const days = (theory: number, practice: number) => ({ days: [{ theory, practice }], coursePeriods: 0, minPeriods: 0 });

test("R30: an opening that keeps to every figure has no finding", () => {
  expect(said({})).toEqual([]);
});

test.each([
  ["R30: nine people are few", { trainees: 9 }, ["TOO_FEW_TRAINEES"]],
  ["R30: ten people are enough", { trainees: 10 }, []],
  ["R41: nine 课时 on a day are a warning", days(4, 5), ["DAY_LONG"]],
  ["R41: ten are still one", days(5, 5), ["DAY_LONG"]],
  ["R41: eleven are refused", days(5, 6), ["DAY_TOO_LONG!"]],
  ["R42: fewer 课时 than the course plans are a warning", { coursePeriods: 161 }, ["PERIODS_BELOW_COURSE"]],
  ["R42: below the least the database names it, not this rule", { coursePeriods: 200, minPeriods: 161 }, []],
  ["R43: theory below its share", days(3, 5), ["THEORY_SHORT"]],
  ["R43: practice below its share", days(5, 3), ["PRACTICE_SHORT"]],
  ["R43: exactly two fifths are enough", days(2, 3), []],
  ["R36: lessons at the base without a classroom are refused", { classrooms: 0 }, ["NO_CLASSROOM!"]],
  ["R27: off the base no classroom is asked for", { classrooms: 0, atBase: false }, []],
  ["practice in a classroom that lacks what is needed is worth a word", { unfit: 3 }, ["ROOM_LACKS"]],
  ["a course that is not open is refused", { courseIsOpen: false }, ["COURSE_NOT_OPEN!"]],
  ["R59: two working days before the start are late", { daysToStart: 4, workingDaysToStart: 2 }, ["FILED_LATE"]],
  ["R59: three are in time", { daysToStart: 3, workingDaysToStart: 3 }, []],
  ["a start that has passed is not also late", { daysToStart: -1, workingDaysToStart: 0 }, ["START_PASSED"]],
] satisfies [string, Partial<Opening>, string[]][])("%s", (_, change, names) => {
  expect(said(change)).toEqual(names);
});

test("R41, R43: what is refused comes before the warnings, each with the figures of its sentence", () => {
  const found = openingFindings(opening({ ...days(2, 9), trainees: 3, courseIsOpen: false }), limits);

  expect(found).toEqual([
    { name: "COURSE_NOT_OPEN", blocks: true, figures: {} },
    { name: "DAY_TOO_LONG", blocks: true, figures: { heaviest: 11, most: 10 } },
    { name: "THEORY_SHORT", blocks: false, figures: { theory: 2, planned: 11, percent: 40 } },
    { name: "TOO_FEW_TRAINEES", blocks: false, figures: { trainees: 3, fewest: 10 } },
  ]);
});

test("R41, R43: an opening without lessons says nothing of days, shares and classrooms; the database names the gap", () => {
  expect(said({ days: [], classrooms: 0 })).toEqual([]);
});

test("I15: a draft is edited whole, an approved one keeps course and seats, one under way its start, and then nothing changes", () => {
  const states = Object.keys(cohortArrows) as CohortState[];
  const whole = { courseAndSeats: true, start: true };

  expect(Object.fromEntries(states.map((state) => [state, editableOf(state)]))).toEqual({
    DRAFT: whole,
    RETURNED: whole,
    APPROVED: { courseAndSeats: false, start: true },
    IN_PROGRESS: { courseAndSeats: false, start: false },
    SUBMITTED: null,
    EXAM: null,
    CLOSED: null,
    REJECTED: null,
    CANCELLED: null,
  });
});

test("R41: the 课时 of a timetable are summed by part, and its fullest day is named", () => {
  expect(periodsOf([])).toEqual({ theory: 0, practice: 0, planned: 0, heaviest: 0 });
  expect(
    periodsOf([
      { theory: 4, practice: 0 },
      { theory: 2, practice: 6 },
    ]),
  ).toEqual({ theory: 6, practice: 6, planned: 12, heaviest: 8 });
});
