import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { bookLessons } from "@/lib/lesson/commands/book";
import { addDays, dateFromDay, day, weekday } from "@/lib/value/calendar";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

let year: Promise<number> | undefined;

/** A Monday of that month, of a year that these tests share; years of their own are few. */
async function monday(month: number) {
  year ??= stage.yearOfItsOwn();
  const first = day(`${await year}-0${month}-12`);
  return addDays(first, (8 - weekday(first)) % 7);
}

/** A draft without lessons, of a course of 4 and 8 课时, and somebody who teaches. */
async function draft(endsAfter: number, month: number) {
  const { id: courseId } = await make.course({ theoryPeriods: 4, practicePeriods: 8 });
  const startsOn = await monday(month);
  const { id } = await make.cohort({ state: "DRAFT", courseId, startsOn, endsOn: addDays(startsOn, endsAfter) });
  return { id, startsOn, trainerId: (await make.trainer("旺姆")).id };
}

const lessonsOf = (cohortId: string) =>
  db.lesson.findMany({
    where: { cancelledAt: null, cohorts: { some: { cohortId } } },
    orderBy: [{ day: "asc" }, { startsAt: "asc" }],
    select: { day: true, startsAt: true, kind: true, classroomNumber: true },
  });

const lay = async (page: Page, trainerId: string) => {
  await field(page, "practiceTrainerId").selectOption(trainerId);
  await field(page, "practiceClassroomNumber").selectOption("6");
  await page.getByRole("button", { name: "预览" }).click();
};

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("13: the whole timetable of a course is laid out, looked through and booked", async ({ page }) => {
    const { id, startsOn, trainerId } = await draft(7, 5);
    await signInAs(page);
    await page.goto(`/cohorts/${id}/timetable`);

    await page.getByRole("link", { name: "排课表" }).first().click();
    await lay(page, trainerId);
    await expect(page.getByRole("checkbox", { name: /排入/ })).toHaveCount(3);
    await page.getByRole("checkbox", { name: /排入/ }).last().uncheck();
    await page.getByRole("button", { name: "排入所选各节课" }).click();

    await expectTold(page, "课表已排入");
    const on = { day: dateFromDay(startsOn), classroomNumber: 6 };
    expect(await lessonsOf(id)).toEqual([
      { ...on, startsAt: "09:00", kind: "THEORY" },
      { ...on, startsAt: "14:30", kind: "PRACTICE" },
    ]);
  });

  test("13: lessons are ticked on the timetable and put off together", async ({ page }) => {
    const { id, startsOn, trainerId } = await draft(7, 6);
    const { day: _, ...lesson } = await wish(id, { classroomNumber: 6, trainerId });
    await bookLessons(make.actor(), { ...lesson, days: [startsOn, addDays(startsOn, 1)] });
    await signInAs(page);
    await page.goto(`/cohorts/${id}/timetable`);

    for (const box of await page.getByRole("checkbox", { name: /选中/ }).all()) await box.check();
    await page.getByRole("button", { name: "顺延" }).click();
    await field(page, "steps").fill("2");
    await page.getByRole("button", { name: "顺延所选各节课" }).click();

    await expectTold(page, "所选各节课已顺延");
    const days = (await lessonsOf(id)).map((one) => one.day);
    expect(days).toEqual([2, 3].map((step) => dateFromDay(addDays(startsOn, step))));
  });
});

test("13: days that do not suffice name the last day that would, and lead to the form with it filled in", async ({
  page,
}) => {
  const { id, startsOn, trainerId } = await draft(0, 7);
  await signInAs(page);
  await page.goto(`/cohorts/${id}/timetable/generate`);
  await lay(page, trainerId);

  await expect(page.getByText("还差 4 课时")).toBeVisible();
  await page.getByRole("link", { name: `把结束日期改为 ${addDays(startsOn, 1)}` }).click();

  await expect(field(page, "endsOn")).toHaveValue(addDays(startsOn, 1));
});

test("15: a lesson gets a substitute from those who are free; who teaches elsewhere is not offered", async ({
  page,
}) => {
  const { id, startsOn, trainerId } = await draft(7, 8);
  const { day: _, ...lesson } = await wish(id, { classroomNumber: 6, trainerId });
  const { ids } = await bookLessons(make.actor(), { ...lesson, days: [startsOn] });
  const other = await make.cohort({ startsOn });
  const busy = await make.trainer("央宗");
  await make.lesson({ day: startsOn, cohorts: [other.id], classroomNumber: 7, trainerId: busy.id });
  const free = await make.trainer("次仁");
  await signInAs(page);
  await page.goto(`/schedule/lessons/${ids[0]}`);

  const choice = page.locator("#substitute-trainerId");
  await expect(choice.locator(`option[value="${busy.id}"]`)).toHaveCount(0);
  await choice.selectOption(free.id);
  await page.getByRole("button", { name: "由这位教师代课" }).click();

  await expectTold(page, "已换教师代课");
  expect(await db.lesson.findUnique({ where: { id: ids[0] as string }, select: { trainerId: true } })).toEqual({
    trainerId: free.id,
  });
});
