import { expect, test } from "vitest";
import { recordResults } from "@/lib/completion/commands/record";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { attendanceReport } from "@/lib/report/queries/attendance";
import { lessonSheet } from "@/lib/report/queries/lesson-sheet";
import { signInSheet } from "@/lib/report/queries/sign-in-sheet";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";
import { sheetOf } from "@/tests/support/results";
import { inClass, roll } from "@/tests/support/rolls/scene";

const clerk = make.actor("BASE_STAFF", day("2018-09-04"));

test("考勤汇总: 课时 and each mark counted from the rolls, what lacks one apart, a draft until closed", async () => {
  const { id, lessons, people } = await inClass({
    people: 1,
    days: [day("2018-08-07"), day("2018-08-08"), day("2018-08-09")],
  });
  const [person] = people as [string];
  await roll(clerk, lessons[0] as string, { [person]: "LATE" });
  await roll(clerk, lessons[1] as string, { [person]: "SICK_LEAVE" });

  const { rows, draft, lines } = await opened(attendanceReport, `cohort=${id}`, clerk);

  expect(rows).toMatchObject([
    { number: 1, scheduled: 12, attended: 4, rate: "33.3%", LATE: 1, SICK_LEAVE: 1, PRESENT: 0, ABSENT: 0, waiting: 1 },
  ]);
  expect(draft).toBe(true);
  expect(lines[1]).toContain("逐课点名");
});

test("考勤汇总: a ledger says how many 课时, not how they came about", async () => {
  const { id, enrolments } = await make.examined();
  await recordResults(clerk, await sheetOf(id, clerk.today, [[enrolments[0] as string, { attended: 9 }]]));

  const { rows, lines } = await opened(attendanceReport, `cohort=${id}`, clerk);

  expect(rows).toMatchObject([{ scheduled: 10, attended: 9, rate: "90.0%", PRESENT: null, waiting: null }]);
  expect(lines[1]).toContain("台账录入");
});

test("考勤签到表: a line for everybody expected on the day, with its lessons, rooms and trainers above", async () => {
  const { id, people } = await inClass({ people: 3 });
  const names = await db.trainee.findMany({ where: { id: { in: people } }, select: { name: true } });

  const { rows, lines } = await opened(signInSheet, `cohort=${id}&day=2018-08-07`, clerk);

  expect(rows.map(({ name }) => name).sort()).toEqual(names.map(({ name }) => name).sort());
  expect(rows[0]).toMatchObject({ number: 1, morning: null, afternoon: null, evening: null });
  expect(lines[0]).toContain("应到：3 人");
  expect(lines[1]).toContain("09:00–12:00 皮肤护理（4 课时");
  const idle = await opened(signInSheet, `cohort=${id}&day=2018-08-11`, clerk);
  expect([idle.lines[1], idle.count]).toEqual(["当天没有排课", 3]);
});

test("考勤签到表 of one lesson: everybody expected in it, cohort by cohort, and nobody of a cancelled one", async () => {
  const { lessons, people } = await inClass({ people: 2 });
  const [lesson] = lessons as [string];
  const names = await db.trainee.findMany({ where: { id: { in: people } }, select: { name: true } });

  const { rows, lines, count } = await opened(lessonSheet, `lesson=${lesson}`, clerk);

  expect(rows.map(({ name }) => name).sort()).toEqual(names.map(({ name }) => name).sort());
  expect(rows[1]).toMatchObject({ number: 2, signed: null, time: null });
  expect(lines[0]).toContain("应到：2 人");
  expect(lines[1]).toContain("09:00–12:00 皮肤护理（4 课时");
  expect(count).toBe(2);

  await make.cancelLesson(lesson);
  expect(await openReport(lessonSheet, `lesson=${lesson}`, clerk)).toBeNull();
  expect(await openReport(lessonSheet, "lesson=none", clerk)).toBeUndefined();
});

test("a paper of a cohort that is not there, or of a day that is none, is none", async () => {
  expect(await openReport(attendanceReport, `cohort=${newId()}`, clerk)).toBeNull();
  expect(await openReport(signInSheet, `cohort=${newId()}&day=2018-08-07`, clerk)).toBeNull();
  expect(await openReport(signInSheet, `cohort=${newId()}&day=2018-02-30`, clerk)).toBeUndefined();
});
