import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { closeClassroom } from "@/lib/classroom/commands/close";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { findRoomUse } from "@/lib/lesson/queries/use";
import { classroomHeatReport, classroomUseReport } from "@/lib/report/queries/classroom-use";
import { day } from "@/lib/value/calendar";
import zh from "@/lib/wording/zh-CN/lesson.json";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";

const clerk = make.actor();
/** Monday to Friday, in a year of which the calendar knows nothing. */
const week = { from: day("2033-03-07"), to: day("2033-03-11") };
const query = "from=2033-03-07&to=2033-03-11";

test("R59, R47: hours open, closed, used and outside of a week; rate, sum and half-days agree", async () => {
  for (const [on, startsAt, endsAt] of [
    ["2033-03-07", "09:00", "12:00"],
    ["2033-03-08", "14:30", "17:30"],
    ["2033-03-08", "19:00", "20:30"],
    ["2033-03-12", "09:00", "12:00"],
  ] as const)
    await make.lesson({ day: day(on), classroomNumber: 9, startsAt, endsAt });
  const { id } = await make.lesson({ day: day("2033-03-09"), classroomNumber: 9 });
  await cancelLesson(clerk, { lessonId: id, version: 1, reason: "停课" });
  await closeClassroom(clerk, {
    ...{
      classroomNumber: 9,
      startsOn: day("2033-03-10"),
      startsAt: "08:00",
      endsOn: day("2033-03-10"),
      endsAt: "18:00",
    },
    reason: "检修",
  });

  const use = await findRoomUse(week);
  expect(use.workingDays).toBe(5);
  expect(use.uses.find(({ room }) => room.number === 9)?.minutes).toEqual({
    ...{ open: 24 * 60, closed: 6 * 60, used: 6 * 60, outside: 90 },
  });
  expect(use.total.minutes).toEqual({ open: 11 * 1_800 - 360, closed: 360, used: 360, outside: 90 });

  const { rows, count, foot } = await opened(classroomUseReport, query, clerk);
  expect(count).toBe(11);
  const cells = { open: "24.00", closed: "6.00", used: "6.00", rate: "25.0", outside: "1.50" };
  expect(rows.find(({ classroom }) => classroom === "109 烹饪")).toEqual({
    classroom: "109 烹饪",
    kind: "烹饪",
    ...cells,
  });
  expect(foot[0]).toMatchObject({ open: "324.00", used: "6.00", rate: "1.8", outside: "1.50" });

  const heat = await opened(classroomHeatReport, query, clerk);
  expect(heat.rows.find(({ classroom }) => classroom === "109 烹饪")).toMatchObject({
    ...{ am1: "100.0", pm1: "0.0", pm2: "100.0", am4: null, am6: null },
  });
});

test("R59: a made-up weekend is open and a holiday is not", async () => {
  const { workingDays, uses } = await findRoomUse({ from: day("2018-09-24"), to: day("2018-10-07") });

  // 25 to 30 September: Monday is a holiday, the weekend is worked; then the holiday of the nation.
  expect(workingDays).toBe(6);
  expect(uses[0]?.halves.filter(({ open }) => open > 0).map(({ weekday, half }) => `${weekday}${half}`)).toEqual(
    [2, 3, 4, 5, 6, 7].flatMap((number) => [`${number}am`, `${number}pm`]),
  );
});

test("a period that is none, or one of more than three years, is no paper", async () => {
  expect(await openReport(classroomUseReport, "from=2033-03-11&to=2033-03-07", clerk)).toBeNull();
  expect(await openReport(classroomHeatReport, "from=2033-03-11&to=2036-03-12", clerk)).toBeNull();
  expect(await openReport(classroomUseReport, "from=2033-02-30&to=2033-03-07", clerk)).toBeUndefined();
});

test("U04: each column of the use of classrooms is defined on the page and in docs/figures.md", () => {
  const documented = readFileSync("docs/figures.md", "utf8").split("## Classrooms")[1]?.split("## ")[0] ?? "";
  const keys = [...documented.matchAll(/^\| \S+ \| `(\w+)` \|/gm)].map(([, key]) => key);

  expect(Object.keys(classroomUseReport.columns)).toEqual(["classroom", "kind", ...keys]);
  expect(Object.keys(zh.use.counts)).toEqual(keys);
});
