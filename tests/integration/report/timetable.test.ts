import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { timetableReport } from "@/lib/report/queries/timetable";
import { day } from "@/lib/value/calendar";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";

const clerk = make.actor();

test("课程表: a line a lesson day by day with its 课时, their sum beside the plan, cancelled ones left out", async () => {
  const { id } = await make.cohort({ startsOn: day("2018-08-08"), state: "DRAFT" });
  const trainer = await make.trainer("李蓉");
  const at = (on: string, change = {}) =>
    wish(id, { day: day(on), trainerId: trainer.id, classroomNumber: 2, ...change });
  await bookLesson(clerk, await at("2018-08-14", { title: "盘发", startsAt: "14:30", endsAt: "17:30" }));
  await bookLesson(
    clerk,
    await at("2018-08-09", { title: "卫生知识", kind: "THEORY", startsAt: "09:00", endsAt: "10:30" }),
  );
  const gone = await bookLesson(clerk, await at("2018-08-10"));
  await cancelLesson(clerk, { lessonId: gone.id, version: 1, reason: "停电" });

  const { rows, lines, foot, draft, count } = await opened(timetableReport, `cohort=${id}`, clerk);

  expect(rows).toMatchObject([
    {
      number: 1,
      week: 1,
      day: "2018-08-09",
      weekday: "周四",
      time: "09:00–10:30",
      title: "卫生知识",
      kind: "理论",
      periods: 2,
    },
    {
      number: 2,
      week: 2,
      day: "2018-08-14",
      time: "14:30–17:30",
      kind: "实操",
      periods: 4,
      trainer: "李蓉",
      note: null,
    },
  ]);
  expect(lines[1]).toBe("课程计划 200 课时（理论 80，实操 120）；已排 6 课时（理论 2，实操 4）");
  expect(foot).toEqual([{ title: "合计", periods: 6 }, expect.stringContaining("单位（公章）")]);
  expect([draft, count]).toEqual([true, 2]);
});

test("课程表: a joint lesson says so, one off the base names its place, and until the opening is approved it is a draft", async () => {
  const [one, other] = [
    await make.cohort({ startsOn: day("2019-03-04") }),
    await make.cohort({ startsOn: day("2019-03-04") }),
  ];
  const joint = await wish(one.id, { day: day("2019-03-06"), classroomNumber: 5 });
  await bookLesson(clerk, { ...joint, cohortIds: [one.id, other.id] });
  const outside = await make.cohort({
    startsOn: day("2019-03-04"),
    atBase: false,
    place: "古学乡",
    state: "DRAFT",
    number: "2019-W07",
  });
  await bookLesson(clerk, await wish(outside.id, { day: day("2019-03-07"), classroomNumber: null }));

  const shared = await opened(timetableReport, `cohort=${one.id}`, clerk);
  const away = await opened(timetableReport, `cohort=${outside.id}`, clerk);

  expect(shared.rows).toContainEqual(expect.objectContaining({ day: "2019-03-06", note: "合班" }));
  expect(away.rows).toMatchObject([{ classroom: "古学乡" }]);
  expect([shared.draft, away.draft]).toEqual([false, true]);
});

test("课程表: of a cohort that is not there, or with a filter it does not know, there is none", async () => {
  const { id } = await make.cohort();

  expect(await openReport(timetableReport, `cohort=${newId()}`, clerk)).toBeNull();
  expect(await openReport(timetableReport, `cohort=${id}&day=2018-08-07`, clerk)).toBeUndefined();
});
