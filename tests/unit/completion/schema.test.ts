import { expect, test } from "vitest";
import * as schema from "@/lib/completion/schema";
import { newId } from "@/lib/database/id";

const row = {
  cohortId: newId(),
  ...{ enrolmentIds: [newId()], versions: ["1"], attended: ["8"], theory: ["60"], practice: ["60"] },
  ...{ plans: [""], heldOns: ["2018-09-04"] },
};
const read = (change: object) => schema.recordResultsInput.safeParse({ ...row, ...change });
const problem = (change: object) => read(change).error?.issues.map(({ message }) => message);

test.each([
  ["0", 0],
  ["59.5", 595],
  ["100", 1_000],
  ["100.0", 1_000],
  ["５９．５", 595],
  [" 60 ", 600],
  ["", null],
])("R49: the mark %j is kept as %j tenths", (typed, tenths) => {
  expect(read({ theory: [typed] }).data?.theory).toEqual([tenths]);
});

test.each(["100.1", "101", "59.55", "-1", "6e1", "60分", "1,0"])("R49: %j is no mark", (typed) => {
  expect(problem({ theory: [typed] })).toEqual(["mark"]);
});

test("R40: 课时 are whole and may be left open; a figure that is not known is not 0", () => {
  expect(read({ attended: ["１２"] }).data?.attended).toEqual([12]);
  expect(read({ attended: [""] }).data?.attended).toEqual([null]);
  for (const typed of ["7.5", "-1", "12345", "x"]) expect(problem({ attended: [typed] })).toEqual(["whole"]);
});

test("R50: a row may leave its day open, and a day has to be one of the calendar", () => {
  expect(read({ heldOns: [""] }).data?.heldOns).toEqual([undefined]);
  expect(problem({ heldOns: ["2018-02-30"] })).toEqual(["day"]);
});

test("R49: the business plan has three grades, and none as long as it is not graded", () => {
  expect(read({ plans: ["EXCELLENT"] }).data?.plans).toEqual(["EXCELLENT"]);
  expect(read({ plans: [""] }).data?.plans).toEqual([null]);
  expect(problem({ plans: ["GOOD"] })).toEqual(["choose"]);
});

test("invariants 5: a list that the course does not need stays out, a version is a whole number from 1 on", () => {
  const { plans: _, ...without } = row;

  expect(schema.recordResultsInput.parse(without).plans).toEqual([]);
  expect(read({ versions: ["0"] }).success).toBe(false);
  expect(read({ enrolmentIds: ["1"] }).success).toBe(false);
});

test("R53: an outcome is taken back, given by hand and a certificate voided with a reason only", () => {
  const told = { enrolmentId: newId(), certificateId: newId(), requestId: newId(), version: "1" };
  const shapes = [
    schema.recordNotCompletedInput,
    schema.reverseOutcomeInput,
    schema.proposeVoidInput,
    schema.rejectRequestInput,
  ];

  for (const shape of shapes) {
    expect(shape.safeParse({ ...told, reason: " " }).error?.issues[0]?.message).toBe("required");
    expect(shape.safeParse({ ...told, reason: "因".repeat(201) }).error?.issues[0]?.message).toBe("tooLong");
    expect(shape.parse({ ...told, reason: " 登错 " })).toMatchObject({ reason: "登错" });
  }
});

test("an address of the year's report, or of a count, that nobody made is read as far as it makes sense", () => {
  expect(schema.completionYearQuery.parse({ year: "2018" })).toEqual({ year: 2018 });
  for (const year of ["abc", "1899", "2101", "2018.5"])
    expect(schema.completionYearQuery.parse({ year })).toEqual({ year: undefined });
  expect(schema.countedQuery.parse({ of: "madeUp" })).toEqual({ of: "madeUp" });
  expect(schema.countedQuery.parse({ of: "seats" })).toEqual({ of: "enrolled" });
  expect(schema.countedQuery.parse({})).toEqual({ of: "enrolled" });
});
