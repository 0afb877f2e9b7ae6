import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("R37: a second cohort joins a lesson, which then counts the people of both", async ({ page }) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-15`);
  const first = await make.cohort({ startsOn: onDay, seats: 8 });
  const second = await make.cohort({ startsOn: onDay, seats: 9 });
  const { id } = await make.lesson({ day: onDay, cohorts: [first.id], classroomNumber: 1 });
  for (const { id: cohortId } of [first, second]) await stage.enrolled(cohortId);
  await signInAs(page);
  await page.goto(`/schedule/lessons/${id}`);

  await page.locator(`[name="cohortIds[]"][value="${second.id}"]`).check();
  await page.getByRole("button", { name: "合班", exact: true }).click();

  await expectTold(page, "已设为合班");
  await expect(page.getByRole("main")).toContainText("2 人；需 9 座，教室 40 座");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("合班");
  expect(await db.lessonCohort.count({ where: { lessonId: id } })).toBe(2);
});

test("R29, R37: a classroom that is too small for both refuses the joint lesson and names its seats", async ({
  page,
}) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-16`);
  const first = await make.cohort({ startsOn: onDay, seats: 14 });
  const second = await make.cohort({ startsOn: onDay, seats: 14 });
  const { id } = await make.lesson({ day: onDay, cohorts: [first.id], classroomNumber: 10 });
  for (const { id: cohortId } of Array.from({ length: 11 }, () => [first, second]).flat())
    await stage.enrolled(cohortId);
  await signInAs(page);
  await page.goto(`/schedule/lessons/${id}`);

  await page.locator(`[name="cohortIds[]"][value="${second.id}"]`).check();
  await page.getByRole("button", { name: "合班", exact: true }).click();

  const box = page.locator('[data-refusal="ROOM_TOO_SMALL"]');
  await expect(box).toBeFocused();
  await expect(box).toContainText("只有 20 座，坐不下 22 人");
  expect(await db.lessonCohort.count({ where: { lessonId: id } })).toBe(1);
});
