import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { addDays, dateFromDay, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("C, I15, I16: from the draft to a confirmed place, approved by somebody else than who drew it up", async ({
  page,
  browser,
}) => {
  const { id: courseId } = await make.course({ name: `编织工 ${crypto.randomUUID().slice(0, 4)}` });
  const { id: trainerId } = await make.trainer("旺姆");
  const { id: traineeId, name } = await stage.trainee();
  const startsOn = day(`${await stage.yearOfItsOwn()}-05-12`);
  await signInAs(page, "BASE_DIRECTOR");
  await page.goto("/cohorts/new");

  await field(page, "courseId").selectOption(courseId);
  await field(page, "startsOn").fill(startsOn);
  await field(page, "endsOn").fill(addDays(startsOn, 30));
  await field(page, "seats").fill("12");
  for (const [name, value] of Object.entries(make.papers)) await field(page, name).fill(value);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expectTold(page, "班期草稿已保存");
  const cohortId = new URL(page.url()).pathname.split("/")[2] as string;

  await page.goto(`/cohorts/${cohortId}/timetable`);
  await page.getByRole("main").getByRole("link", { name: "排课" }).first().click();
  await expect(page.locator(`[name="cohortIds[]"][value="${cohortId}"]`)).toBeChecked();
  await field(page, "title").fill("编织入门");
  await field(page, "classroomNumber").selectOption("8");
  await field(page, "trainerId").selectOption(trainerId);
  await field(page, "day").fill(startsOn);
  await field(page, "startsAt").fill("09:00");
  await field(page, "endsAt").fill("12:00");
  await page.getByRole("button", { name: "排入课表" }).click();
  await expectTold(page, "这节课已排入课表");

  await enrol(make.actor("BASE_STAFF", stage.today), { cohortId, traineeId, place: "CONFIRMED" });
  await page.goto(`/cohorts/${cohortId}`);
  await page.getByRole("button", { name: "提交审批" }).click();
  await expectTold(page, "班期已提交审批");
  await expect(page.getByRole("button", { name: "批准" })).toHaveCount(0);

  const reviewer = await browser.newPage();
  await signInAs(reviewer, "COUNTY_REVIEWER");
  await reviewer.goto(`/cohorts/${cohortId}`);
  await field(reviewer, "documentNo").fill("得人社〔2018〕31号");
  await reviewer.getByRole("button", { name: "批准", exact: true }).click();
  await expectTold(reviewer, "班期已批准");
  await reviewer.close();

  await page.goto(`/cohorts/${cohortId}/applications`);
  await page.getByRole("checkbox", { name: new RegExp(name) }).check();
  await page.getByRole("button", { name: "确认所选报名" }).click();
  await expectTold(page, new RegExp(`${name}.*已报名`));
  expect(await db.cohort.findUnique({ where: { id: cohortId }, select: { state: true, confirmed: true } })).toEqual({
    state: "APPROVED",
    confirmed: 1,
  });
});

/** An earlier run on a May morning with two lessons, in a year of its own; the days are a week apart from any other test's. */
async function earlierRun() {
  const { id: courseId } = await make.course({ name: `餐厅服务员 ${crypto.randomUUID().slice(0, 4)}` });
  const startsOn = day(`${await stage.yearOfItsOwn()}-05-13`);
  const { id } = await make.cohort({ courseId, startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], classroomNumber: 4, title: "摆台" });
  await make.lesson({ day: addDays(startsOn, 1), cohorts: [id], classroomNumber: 4, title: "托盘" });
  return { id, startsOn };
}

test("C: a run is copied with its timetable and submitted, in five inputs at most", async ({ page }) => {
  const earlier = await earlierRun();
  const startsOn = addDays(earlier.startsOn, 28);
  const inputs = [
    ["startsOn", startsOn],
    ["endsOn", addDays(startsOn, 30)],
  ] as const;
  await signInAs(page);
  await page.goto(`/cohorts/${earlier.id}`);

  await page.getByRole("link", { name: "复制为新一期" }).click();
  for (const [name, value] of inputs) await field(page, name).fill(value);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expectTold(page, "班期草稿已保存");
  await expect(page.getByRole("checkbox", { name: /摆台|托盘/, checked: true })).toHaveCount(2);
  await page.getByRole("button", { name: "排入所选各节课" }).click();
  await expectTold(page, "课表已沿用");
  await page.getByRole("link", { name: "概况" }).click();
  await page.getByRole("button", { name: "提交审批" }).click();

  await expectTold(page, "班期已提交审批");
  expect(inputs.length).toBeLessThanOrEqual(5);
  const id = new URL(page.url()).pathname.split("/")[2] as string;
  expect(
    await db.lesson.findMany({
      where: { cohorts: { some: { cohortId: id } } },
      orderBy: { day: "asc" },
      select: { title: true, day: true, classroomNumber: true },
    }),
  ).toEqual([
    { title: "摆台", day: dateFromDay(startsOn), classroomNumber: 4 },
    { title: "托盘", day: dateFromDay(addDays(startsOn, 1)), classroomNumber: 4 },
  ]);
});

test("C: a lesson in the way is not ticked, and booking it elsewhere offers three ways out", async ({ page }) => {
  const earlier = await earlierRun();
  const { startsOn } = earlier;
  const other = await make.cohort({ startsOn });
  await make.lesson({ day: addDays(startsOn, 7), cohorts: [other.id], classroomNumber: 4, title: "编织配色" });
  const { id } = await make.cohort({ state: "DRAFT", startsOn: addDays(startsOn, 7) });
  await signInAs(page);
  await page.goto(`/cohorts/${id}/timetable/copy?from=${earlier.id}`);

  await expect(page.getByRole("checkbox", { name: /摆台/ })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: /托盘/ })).toBeChecked();
  await expect(page.getByRole("row", { name: /摆台/ })).toContainText("编织配色");
  await page.getByRole("link", { name: "另排" }).click();
  await page.getByRole("button", { name: "排入课表" }).click();

  await expect(page.locator('[data-refusal="CLASSROOM_TAKEN"] .choices a')).toHaveCount(3);
  await expect(field(page, "title")).toHaveValue("摆台");
});

test("I15: on its first day a cohort is started, and everybody with a place is in training", async ({ page }) => {
  const { id } = await make.cohort({ startsOn: stage.pastDay() });
  const { traineeId } = await make.enrolment(id);
  await signInAs(page);
  await page.goto(`/cohorts/${id}`);

  await page.getByRole("button", { name: "开班" }).click();

  await expectTold(page, "已开班");
  expect(await db.cohort.findUnique({ where: { id }, select: { state: true } })).toEqual({ state: "IN_PROGRESS" });
  expect(await db.enrolment.findFirst({ where: { traineeId }, select: { state: true } })).toEqual({
    state: "IN_TRAINING",
  });
});

test("I16: who drew a cohort up is shown no button to approve it", async ({ page }) => {
  const { id: drawerId } = await stage.account("BASE_STAFF");
  const { id } = await make.cohort({ state: "SUBMITTED", createdById: drawerId });
  // Only a later post makes one person of both: the law lets no reviewer draw a cohort up.
  await sql(
    "owner",
    `SET session_replication_role = replica; UPDATE accounts SET role = 'COUNTY_REVIEWER' WHERE id = '${drawerId}'`,
  );
  await signIn(page, drawerId);

  await page.goto(`/cohorts/${id}`);

  await expect(page.getByRole("main")).toContainText("请由另一位县级审核员批准");
  await expect(page.getByRole("button", { name: "批准", exact: true })).toHaveCount(0);
});

test("gate 1: what an application lacks is told before it is pressed, one click away, and again when it went meanwhile", async ({
  page,
}) => {
  const startsOn = day(`${await stage.yearOfItsOwn()}-05-20`);
  const { id } = await make.cohort({ state: "DRAFT", startsOn, examPlan: "" });
  await signInAs(page);
  await page.goto(`/cohorts/${id}`);
  await expect(page.getByRole("button", { name: "提交审批" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "还没有排课。" })).toHaveAttribute("href", /^\/schedule\/book\?cohort=/);
  await page.getByRole("link", { name: "考核方案没有填写。" }).click();
  await expect(page).toHaveURL(/\/edit#f-examPlan$/);
  await field(page, "examPlan").fill("理论笔试与实操考核");
  await page.getByRole("button", { name: "保存" }).click();
  await expectTold(page, "班期已保存");

  const lesson = await make.timetableOf(id, startsOn, 5);
  await page.goto(`/cohorts/${id}`);
  await make.cancelLesson(lesson.id);
  await page.getByRole("button", { name: "提交审批" }).click();

  const box = page.locator('[data-refusal="OPENING_INCOMPLETE"]');
  await expect(box.locator("[data-gaps] a")).toHaveText(["还没有排课。", "还没有任课教师，排课时选定。"]);
});
