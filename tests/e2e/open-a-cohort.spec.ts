import { expect, test } from "@playwright/test";
import { addDays, day } from "@/lib/calendar";
import { db } from "@/lib/db";
import { enrol } from "@/lib/enrolment/mutations/enrol";
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
  await expectTold(page, "课次已排入课表");

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
  const { id: reviewerId } = await stage.account("COUNTY_REVIEWER");
  const { id } = await make.cohort({ state: "SUBMITTED", createdById: reviewerId });
  await signIn(page, reviewerId);

  await page.goto(`/cohorts/${id}`);

  await expect(page.getByRole("main")).toContainText("请由另一位县级审核员批准");
  await expect(page.getByRole("button", { name: "批准", exact: true })).toHaveCount(0);
});
