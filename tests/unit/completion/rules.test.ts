import { describe, expect, test } from "vitest";
import { attendanceRate, judge, type Marks, printedRate, type Standing, type Terms } from "@/lib/completion/rules";
import { day } from "@/lib/value/calendar";

const terms: Terms = {
  parts: ["theory", "practice"],
  attendancePercent: 80,
  passMark: 60,
  makeUpDays: 30,
  lastLesson: null,
  lessonsAhead: false,
};
const marks = (theory: number | null, practice: number | null, change: Partial<Marks> = {}): Marks => ({
  heldOn: day("2018-07-19"),
  theory,
  practice,
  plan: null,
  ...change,
});
const standing = (change: Partial<Standing> = {}): Standing => ({
  attended: 200,
  scheduled: 200,
  waiting: 0,
  exam: marks(600, 600),
  makeUp: null,
  ...change,
});
const judged = (change: Partial<Standing>, today = "2018-07-20", asked: Partial<Terms> = {}) => {
  const { outcome, reasons } = judge(standing(change), { ...terms, ...asked }, day(today));
  return [outcome, ...reasons.map(({ name }) => name)];
};

describe("R47, R48: attendance", () => {
  test.each([
    [160, 200, "COMPLETED"],
    [159, 200, "NOT_COMPLETED"],
    [7_999, 10_000, "NOT_COMPLETED"],
    [8_000, 10_000, "COMPLETED"],
  ])("%i of %i 课时", (attended, scheduled, outcome) => {
    expect(judged({ attended, scheduled })[0]).toBe(outcome);
  });

  test("79.96 never prints as 80.0, and no rate comes of nothing", () => {
    expect(printedRate(attendanceRate({ attended: 7_996, scheduled: 10_000 }) as number)).toBe("79.9");
    expect(attendanceRate({ attended: null, scheduled: 200 })).toBeNull();
    expect(attendanceRate({ attended: 0, scheduled: 0 })).toBeNull();
  });

  test("who has missed much is not given up while lessons are still to come", () => {
    const lastLesson = day("2018-07-21");

    expect(judged({ attended: 100 }, "2018-07-20", { lastLesson })).toEqual(["OPEN", "LESSONS_AHEAD"]);
    // I35: who has passed already waits for the last lesson too, on its day until it has ended.
    expect(judged({}, "2018-07-20", { lastLesson })).toEqual(["OPEN", "LESSONS_AHEAD"]);
    expect(judged({}, "2018-07-21", { lastLesson, lessonsAhead: true })).toEqual(["OPEN", "LESSONS_AHEAD"]);
    expect(judged({ attended: 100 }, "2018-07-21", { lastLesson })).toEqual(["NOT_COMPLETED", "ATTENDANCE_LOW"]);
  });

  test("below it no mark helps, and without a figure nothing is decided", () => {
    expect(judged({ attended: 159, exam: marks(1000, 1000) })).toEqual(["NOT_COMPLETED", "ATTENDANCE_LOW"]);
    expect(judged({ attended: null })).toEqual(["OPEN", "NO_ATTENDANCE"]);
    expect(judged({ attended: 0, scheduled: 0 })).toEqual(["OPEN", "NO_LESSONS"]);
  });
});

describe("R49: every part that the course asks for", () => {
  test.each([
    [600, 600, "COMPLETED"],
    [600, 595, "NOT_COMPLETED"],
    [599, 1000, "NOT_COMPLETED"],
  ])("theory %i and practice %i tenths", (theory, practice, outcome) => {
    expect(judged({ exam: marks(theory, practice) }, "2018-09-01")[0]).toBe(outcome);
  });

  test("a missing mark is named, a part that is not taught is not asked", () => {
    expect(judged({ exam: null })).toEqual(["OPEN", "MARK_MISSING", "MARK_MISSING"]);
    expect(judged({ exam: marks(null, 700) }, undefined, { parts: ["practice"] })).toEqual(["COMPLETED", "PASSED"]);
  });

  test("the business plan counts by its grade", () => {
    const parts: Terms["parts"] = ["theory", "practice", "plan"];
    const graded = (plan: Marks["plan"]) => ({ exam: marks(700, 700, { plan }) });

    expect(judged(graded("PASSED"), "2018-09-01", { parts })[0]).toBe("COMPLETED");
    expect(judged(graded("FAILED"), "2018-09-01", { parts })).toEqual(["NOT_COMPLETED", "PLAN_FAILED"]);
    expect(judged(graded(null), "2018-09-01", { parts })).toEqual(["OPEN", "MARK_MISSING"]);
  });
});

describe("R50: one make-up within thirty days", () => {
  test("is open until the thirtieth day and not on the next", () => {
    expect(judged({ exam: marks(500, 700) }, "2018-08-18")).toEqual(["OPEN", "MARK_LOW", "MAKE_UP_UNTIL"]);
    expect(judged({ exam: marks(500, 700) }, "2018-08-19")).toEqual(["NOT_COMPLETED", "MARK_LOW"]);
  });

  test("counts for the part it was taken in, and there is no third", () => {
    const exam = marks(500, 700);

    expect(judged({ exam, makeUp: marks(600, null) })).toEqual(["COMPLETED", "PASSED"]);
    expect(judged({ exam, makeUp: marks(599, null) })).toEqual(["NOT_COMPLETED", "MARK_LOW"]);
  });
});
