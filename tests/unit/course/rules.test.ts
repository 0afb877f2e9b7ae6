import { expect, test } from "vitest";
import { printedOccupation, readOccupations } from "@/lib/course/rules";

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
