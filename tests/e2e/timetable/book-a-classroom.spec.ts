import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { day, weekday, weekOf } from "@/lib/value/calendar";
import { setCalendarDay } from "@/lib/working-day/commands";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("U18: a free cell of the week leads to the booking, and the lesson stands in the table afterwards", async ({
  page,
}) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-08`);
  const cohort = await make.cohort({ startsOn: onDay });
  const { id: trainerId } = await make.trainer("达瓦");
  await signInAs(page);
  await page.goto(`/schedule/book?day=${onDay}&classroom=7&startsAt=09:00&endsAt=12:00`);

  await page.locator(`[name="cohortIds[]"][value="${cohort.id}"]`).check();
  await field(page, "title").fill("木碗打磨");
  await field(page, "trainerId").selectOption(trainerId);
  await page.getByRole("button", { name: "排入课表" }).click();

  await expectTold(page, "这节课已排入课表");
  await expect(page.getByRole("table").getByRole("link", { name: /木碗打磨/ })).toBeVisible();
  expect(await db.lesson.findFirst({ where: { trainerId }, select: { classroomNumber: true, periods: true } })).toEqual(
    {
      classroomNumber: 7,
      periods: 4,
    },
  );
});

test("R36: one minute too early is refused with both sides named, the end of the other lesson is free", async ({
  page,
}) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-09`);
  const there = await make.cohort({ startsOn: onDay });
  const wanted = await make.cohort({ startsOn: onDay });
  await make.lesson({
    day: onDay,
    cohorts: [there.id],
    classroomNumber: 8,
    startsAt: "09:00",
    endsAt: "10:30",
    title: "编织纹样",
  });
  const { id: trainerId } = await make.trainer("罗布");
  await signInAs(page);
  await page.goto(`/schedule/book?day=${onDay}&classroom=8&startsAt=10:29&endsAt=12:00`);

  await page.locator(`[name="cohortIds[]"][value="${wanted.id}"]`).check();
  await field(page, "title").fill("编织配色");
  await field(page, "trainerId").selectOption(trainerId);
  await page.getByRole("button", { name: "排入课表" }).click();

  const box = page.locator('[data-refusal="CLASSROOM_TAKEN"]');
  await expect(box).toBeFocused();
  await expect(box.locator("[data-field=classroomNumber]")).toContainText("该教室在所选时间已排课");
  await expect(box).toContainText(`${wanted.number}`);
  await expect(box.getByRole("link", { name: /编织纹样/ })).toBeVisible();
  await expect(box.locator(".choices a")).toHaveCount(3);
  await expect(field(page, "title")).toHaveValue("编织配色");
  await field(page, "startsAt").fill("10:30");
  await page.getByRole("button", { name: "排入课表" }).click();
  await expectTold(page, "这节课已排入课表");
});

test("a lesson is moved to another classroom, then cancelled, and stays as a record", async ({ page }) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-10`);
  const cohort = await make.cohort({ startsOn: onDay });
  const { id } = await make.lesson({ day: onDay, cohorts: [cohort.id], classroomNumber: 5 });
  await signInAs(page);
  await page.goto(`/schedule/lessons/${id}`);

  await page.getByRole("form", { name: "调整" }).locator('[name="classroomNumber"]').selectOption("6");
  await page.getByRole("button", { name: "保存调整" }).click();
  await expectTold(page, "这节课已调整");
  const cancel = page.getByRole("form", { name: "取消这节课" });
  await cancel.locator('[name="reason"]').fill("教师外出");
  await cancel.getByRole("button").click();

  await expectTold(page, "这节课已取消");
  await expect(page.getByRole("main")).toContainText("教师外出");
  expect(await db.lesson.findUnique({ where: { id }, select: { classroomNumber: true, cancelReason: true } })).toEqual({
    classroomNumber: 6,
    cancelReason: "教师外出",
  });
});

test("U18: a holiday stands in the head of its day, and a lesson on it is booked once that was ticked", async ({
  page,
}) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-17`);
  await setCalendarDay(make.actor("SYS_ADMIN"), { day: onDay, kind: "HOLIDAY", name: "县庆" });
  const cohort = await make.cohort({ startsOn: onDay });
  const { id: trainerId } = await make.trainer("央宗");
  await signInAs(page);
  await page.goto(`/schedule/book?day=${onDay}&classroom=4&startsAt=09:00&endsAt=12:00`);

  await page.locator(`[name="cohortIds[]"][value="${cohort.id}"]`).check();
  await field(page, "title").fill("藏毯");
  await field(page, "trainerId").selectOption(trainerId);
  await page.getByRole("button", { name: "排入课表" }).click();

  const warning = page.locator('[data-warnings="HOLIDAY"]');
  await expect(warning).toContainText(`${onDay} 县庆`);
  expect(await db.lesson.count({ where: { trainerId } })).toBe(0);
  await warning.getByRole("checkbox").check();
  await page.getByRole("button", { name: "排入课表" }).click();

  await expectTold(page, "这节课已排入课表");
  await expect(page.getByRole("columnheader", { name: /县庆放假/ })).toBeVisible();
  await page.getByRole("link", { name: /藏毯/ }).click();
  await expect(page.getByRole("main")).toContainText("县庆放假");
});

test("R36: a leave over a lesson leads to the lesson; without one it closes the trainer's week, and is taken back", async ({
  page,
}) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-05-18`);
  const cohort = await make.cohort({ startsOn: onDay });
  const { id: trainerId } = await make.trainer("其美");
  const { id: lessonId } = await make.lesson({ day: onDay, cohorts: [cohort.id], trainerId, classroomNumber: 2 });
  await signInAs(page);
  await page.goto(`/trainers/${trainerId}`);

  const form = page.getByRole("form", { name: "登记请假" });
  await form.locator('[name="startsOn"]').fill(onDay);
  await form.locator('[name="endsOn"]').fill(onDay);
  await form.locator('[name="reason"]').fill("探亲");
  await form.getByRole("button").click();
  const box = page.locator('[data-refusal="TRAINER_TAKEN"]');
  await expect(box.getByRole("link", { name: new RegExp(onDay) })).toHaveAttribute(
    "href",
    `/schedule/lessons/${lessonId}`,
  );

  await make.cancelLesson(lessonId);
  await form.getByRole("button").click();
  await expectTold(page, "请假已登记：其美");
  await page.goto(`/schedule?week=${weekOf(onDay)}&by=trainer`);
  await expect(page.getByRole("row", { name: /其美/ })).toContainText(weekday(onDay) > 5 ? "其美" : "请假");
  await page.goto(`/trainers/${trainerId}`);
  await page.getByRole("button", { name: "取消请假" }).click();
  await expectTold(page, "请假已取消：其美");
});
