import { expect, test } from "vitest";
import {
  type CourseState,
  courseArrows,
  mayCourseBecome,
  printedOccupation,
  readOccupations,
} from "@/lib/course/rules";
import { courseListQuery, createCourseInput } from "@/lib/course/schema";

test("R33: the occupations of a combined course are read line by line, and printed as they are typed", () => {
  const typed = "中式烹调师 4-03-02-01 五级\n美容师，五级\n\n茶艺师";

  expect(readOccupations(typed)).toEqual([
    { occupation: "中式烹调师", occupationCode: "4-03-02-01", level: "五级" },
    { occupation: "美容师", occupationCode: null, level: "五级" },
    { occupation: "茶艺师", occupationCode: null, level: "" },
  ]);
  expect(readOccupations(typed).map(printedOccupation)[0]).toBe("中式烹调师 4-03-02-01 五级");
  expect(readOccupations("")).toEqual([]);
});

test("R33: an occupation typed twice is kept once", () => {
  expect(readOccupations("美容师 五级\n美容师、五级").map(({ occupation }) => occupation)).toEqual(["美容师"]);
});

test("R33: a name of several words keeps them, one word is a name and no level, and two levels are two occupations", () => {
  expect(readOccupations("育婴 员 五级")).toEqual([{ occupation: "育婴 员", occupationCode: null, level: "五级" }]);
  expect(readOccupations("  茶艺师  ")).toEqual([{ occupation: "茶艺师", occupationCode: null, level: "" }]);
  expect(readOccupations("美容师 五级\n美容师 四级").map(({ level }) => level)).toEqual(["五级", "四级"]);
  expect(printedOccupation({ occupation: "茶艺师", occupationCode: null, level: "" })).toBe("茶艺师");
});

test("R33: a line with a code alone names no occupation, and what is too long for its column is refused", () => {
  const typed = { code: "C", name: "组合", type: "SKILL", theoryPeriods: "8", practicePeriods: "0" };
  const problems = (change: object) =>
    createCourseInput
      .safeParse({ ...typed, minPeriods: "0", ...change })
      .error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`);

  expect(problems({})).toBeUndefined();
  expect(problems({ covered: "4-03-02-01" })).toEqual(["covered occupations"]);
  expect(problems({ covered: `${"长".repeat(41)} 五级` })).toEqual(["covered tooLong"]);
  expect(problems({ covered: `美容师 ${"级".repeat(21)}` })).toEqual(["covered tooLong"]);
  expect(problems({ code: "", type: "NONE" })).toEqual(["code required", "type choose"]);
  expect(problems({ name: "名".repeat(61), theoryPeriods: "1000" })).toEqual([
    "name tooLong",
    "theoryPeriods tooLarge",
  ]);
});

test("I15: a course is opened from draft or archive, archived from both, and never a draft again", () => {
  const states = Object.keys(courseArrows) as CourseState[];
  const allowed = states.flatMap((from) =>
    states.filter((to) => mayCourseBecome(from, to)).map((to) => `${from} ${to}`),
  );

  expect(allowed).toEqual(["DRAFT OPEN", "DRAFT ARCHIVED", "OPEN ARCHIVED", "ARCHIVED OPEN"]);
});

test("R33: a course covers ten occupations at most, and its periods are whole numbers", () => {
  const typed = { code: "C", name: "组合", type: "SKILL", minPeriods: "0", practicePeriods: "１２" };
  const read = (change: object) => createCourseInput.safeParse({ ...typed, theoryPeriods: "8", ...change });
  const covered = (count: number) => Array.from({ length: count }, (_, n) => `工种${n} 五级`).join("\n");

  expect(read({ covered: covered(10) }).data).toMatchObject({ theoryPeriods: 8, practicePeriods: 12 });
  expect(read({ covered: covered(11) }).error?.issues[0]).toMatchObject({ path: ["covered"], message: "tooMany" });
  expect(read({ theoryPeriods: "7.5" }).error?.issues[0]).toMatchObject({ message: "whole" });
});

test("an address of the list that nobody made is read as far as it makes sense", () => {
  expect(courseListQuery.parse({ q: " 美容 ", type: "NONE", sort: "up", page: "0", size: "7" })).toEqual({
    q: "美容",
    type: undefined,
    state: undefined,
    sort: "code",
    page: 1,
    size: 20,
  });
});

test("an address of the list that the page made is taken as it is", () => {
  const asked = { q: "美容", type: "SKILL", state: "OPEN", sort: "-periods", page: "3", size: "50" };

  expect(courseListQuery.parse(asked)).toEqual({ ...asked, page: 3, size: 50 });
});
