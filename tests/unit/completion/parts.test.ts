import { expect, test } from "vitest";
import {
  averageMark,
  completionRate,
  examParts,
  failedParts,
  finalMark,
  type Marks,
  printedMark,
  type Standing,
  type Terms,
} from "@/lib/completion/rules";
import { day } from "@/lib/value/calendar";

const marks = (change: Partial<Marks>): Marks => ({
  heldOn: day("2018-07-19"),
  theory: null,
  practice: null,
  plan: null,
  ...change,
});
const standing = (exam: Partial<Marks> | null, makeUp: Partial<Marks> | null = null): Standing => ({
  attended: 200,
  scheduled: 200,
  waiting: 0,
  exam: exam && marks(exam),
  makeUp: makeUp && marks(makeUp),
});
const terms: Terms = {
  parts: ["theory", "practice", "plan"],
  attendancePercent: 80,
  passMark: 60,
  makeUpDays: 30,
  lastLesson: null,
  lessonsAhead: false,
};

test.each([
  [{ theoryPeriods: 80, practicePeriods: 120, planGraded: false }, ["theory", "practice"]],
  [{ theoryPeriods: 0, practicePeriods: 120, planGraded: false }, ["practice"]],
  [{ theoryPeriods: 80, practicePeriods: 0, planGraded: true }, ["theory", "plan"]],
] as const)("R49: the exam of %o has the parts that are taught or graded", (course, parts) => {
  expect(examParts(course)).toEqual(parts);
});

test("R50: what counts of a part is its make-up, also a worse one; a part without one keeps the exam", () => {
  const taken = standing({ theory: 500, practice: 700 }, { theory: 450 });

  expect([finalMark(taken, "theory"), finalMark(taken, "practice"), finalMark(taken, "plan")]).toEqual([
    450,
    700,
    null,
  ]);
  expect(finalMark(standing({ plan: "FAILED" }, { plan: "PASSED" }), "plan")).toBe("PASSED");
  // 0 points are a mark, not a missing one.
  expect(finalMark(standing({ theory: 500 }, { theory: 0 }), "theory")).toBe(0);
  expect(finalMark(standing(null), "theory")).toBeNull();
});

test("R49: 59.9 fails and 60 passes, a plan fails by its grade, and a part without a mark has not failed", () => {
  expect(failedParts(standing({ theory: 599, practice: 600, plan: "FAILED" }), terms)).toEqual(["theory", "plan"]);
  expect(failedParts(standing({ theory: 0 }), terms)).toEqual(["theory"]);
  expect(failedParts(standing(null), terms)).toEqual([]);
});

test("R49, R50: a part that is not asked for does not fail, and one made up has passed", () => {
  expect(failedParts(standing({ theory: 100, practice: 700 }), { ...terms, parts: ["practice"] })).toEqual([]);
  expect(failedParts(standing({ theory: 500, practice: 700 }, { theory: 600 }), terms)).toEqual([]);
});

test("R56: the rate counts those who dropped out, rounds half up, and is none of nobody", () => {
  expect(completionRate({ completed: 12, notCompleted: 1, dropped: 1 })).toBe(857);
  expect(completionRate({ completed: 1, notCompleted: 1, dropped: 14 })).toBe(63);
  expect(completionRate({ completed: 0, notCompleted: 0, dropped: 0 })).toBeNull();
});

test("a mean is rounded half up to a tenth, and a whole mark prints without one", () => {
  expect([averageMark(1_201, 2), averageMark(1_200, 2), averageMark(0, 0)]).toEqual([601, 600, null]);
  expect([printedMark(595), printedMark(600), printedMark(0)]).toEqual(["59.5", "60", "0"]);
});
