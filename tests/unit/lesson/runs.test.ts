import { expect, test } from "vitest";
import { runsOf } from "@/lib/lesson/rules/runs";
import { day } from "@/lib/value/calendar";

const of = (reason: string, ...days: string[]) => days.map((one) => ({ day: day(one), reason }));

test("U18: days that follow one another for the same reason are told together, others apart", () => {
  const days = [
    ...of("国庆节放假", "2018-10-02", "2018-10-01", "2018-10-02", "2018-10-03"),
    ...of("教师请假", "2018-10-04", "2018-10-08"),
  ];

  expect(runsOf(days)).toEqual([
    { from: "2018-10-01", to: "2018-10-03", reason: "国庆节放假" },
    { from: "2018-10-04", to: "2018-10-04", reason: "教师请假" },
    { from: "2018-10-08", to: "2018-10-08", reason: "教师请假" },
  ]);
  expect(runsOf([])).toEqual([]);
});
