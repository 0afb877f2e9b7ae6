import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { setSkills } from "@/lib/qualification/commands/skills";
import { listRegister } from "@/lib/qualification/queries/register";
import { registerQuery } from "@/lib/qualification/schema";
import { trainerReport } from "@/lib/report/queries/trainers";
import { findToday } from "@/lib/today/queries/page";
import { leaveTrainer } from "@/lib/trainer/commands";
import { findTrainer, listTaughtYears } from "@/lib/trainer/queries";
import { addDays, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";

const today = day("2018-08-22");
const actor = make.actor("BASE_STAFF", today);
const idsOf = async (query: object) => (await listRegister(today, registerQuery.parse(query))).map(({ id }) => id);

test("the register is filtered by what is taught and how certificates stand; 今日 counts those to be seen to, and not who left", async () => {
  const skill = `工种${newId().slice(-8)}`;
  await make.course({ occupation: skill });
  const [cook, late, soon, gone] = [
    await make.trainer(),
    await make.trainer(),
    await make.trainer(),
    await make.trainer(),
  ];
  await setSkills(actor, { trainerId: cook.id, skills: [skill], seen: [] });
  const before = (await findToday(actor)).certificatesDue;
  await make.trainerCertificate(late.id, { validUntil: addDays(today, -1) });
  await make.trainerCertificate(soon.id, { validUntil: addDays(today, 60) });
  await make.trainerCertificate(gone.id, { validUntil: addDays(today, -1) });
  await leaveTrainer(actor, { trainerId: gone.id, version: 1, leftOn: today });

  expect(await idsOf({ skill })).toEqual([cook.id]);
  expect(await idsOf({ certificate: "DUE" })).toEqual(expect.arrayContaining([late.id, soon.id]));
  expect(await idsOf({ certificate: "DUE" })).not.toContain(gone.id);
  expect(await idsOf({ certificate: "EXPIRED" })).not.toContain(soon.id);
  expect(await idsOf({ certificate: "NONE" })).toContain(cook.id);
  expect((await findToday(actor)).certificatesDue - before).toBe(2);
  expect((await findToday(actor)).certificatesDue).toBe((await idsOf({ certificate: "DUE" })).length);
  expect((await findToday(make.actor("COUNTY_REVIEWER", today))).certificatesDue).toBe(0);
});

test("R40: the 课时 of the register, of the years and of the lessons behind them agree, year by year and in all", async () => {
  const { id: trainerId } = await make.trainer();
  const [cohort, earlier] = [await make.cohort(), await make.cohort({ startsOn: day("2017-05-02") })];
  const of = { trainerId, classroomNumber: 5 };
  await make.lesson({ ...of, cohorts: [cohort.id], day: day("2018-08-07") });
  await make.lesson({ ...of, cohorts: [earlier.id], day: day("2017-05-03") });
  await make.lesson({ ...of, cohorts: [earlier.id], day: day("2017-05-04") });
  const { id: off } = await make.lesson({ ...of, cohorts: [earlier.id], day: day("2017-05-05") });
  await make.cancelLesson(off);

  const row = (await listRegister(today, {})).find(({ id }) => id === trainerId);
  const [all, last] = [await findTrainer(trainerId, null), await findTrainer(trainerId, 2017)];

  expect(row).toMatchObject({ periods: 4, lessons: 1, allPeriods: 12 });
  expect(await listTaughtYears(trainerId)).toEqual([
    { year: 2018, periods: 4, lessons: 1, coming: 0 },
    { year: 2017, periods: 8, lessons: 2, coming: 0 },
  ]);
  expect([all?.held, all?.lessons.length, last?.held, last?.lessons.length]).toEqual([12, 3, 8, 2]);
});

test("师资名册: the paper has the rows and sums of the page, filtered alike; an address nobody made is none", async () => {
  const skill = `工种${newId().slice(-8)}`;
  await make.course({ occupation: skill });
  const { id: trainerId } = await make.trainer("曲珍");
  await setSkills(actor, { trainerId, skills: [skill], seen: [] });
  await make.trainerCertificate(trainerId, { validUntil: day("2018-08-01") });
  const cohort = await make.cohort();
  await make.lesson({ trainerId, cohorts: [cohort.id], classroomNumber: 6, day: day("2018-08-07") });

  const { rows, lines } = await opened(trainerReport, `skill=${encodeURIComponent(skill)}`, actor);

  expect(rows).toMatchObject([
    {
      number: 1,
      name: "曲珍",
      skills: skill,
      standing: "已过期",
      until: "2018-08-01",
      periods: 4,
      lessons: 1,
      allPeriods: 4,
    },
  ]);
  expect(lines[0]).toContain(`能教：${skill}`);
  expect(await openReport(trainerReport, "certificate=ANY", actor)).toBeUndefined();
});
