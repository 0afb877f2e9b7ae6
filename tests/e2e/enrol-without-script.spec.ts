import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { addDays, dateFromDay, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs, signInByHand } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test.use({ javaScriptEnabled: false });

test("without script somebody signs in, finds a trainee and enrols him", async ({ page }) => {
  const cohort = await make.cohort({ startsOn: day("2018-10-15") });
  const { username } = await stage.account("BASE_STAFF", { withPassword: true });
  const { id: traineeId, name, initials } = await stage.trainee();

  await page.goto("/today");
  await signInByHand(page, username);
  await page.getByRole("search").getByRole("combobox").fill(initials);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.getByRole("combobox", { name: "班期" }).selectOption(cohort.id);
  await page.getByRole("region", { name: "报名" }).getByRole("button", { name: "查看" }).click();
  await page.getByRole("button", { name: `报名 ${cohort.number}`, exact: true }).click();

  await expectTold(page, "报名成功");
  expect(await db.enrolment.findMany({ where: { traineeId }, select: { cohortId: true, state: true } })).toEqual([
    { cohortId: cohort.id, state: "CONFIRMED" },
  ]);
});

test("U19: without script the button of another cohort than the chosen one enrols nobody, it shows the chosen one", async ({
  page,
}) => {
  const first = await make.cohort({ startsOn: day("2018-10-17") });
  const second = await make.cohort({ startsOn: day("2018-10-18") });
  const { id: traineeId } = await stage.trainee();
  await signInAs(page);
  await page.goto(`/trainees/${traineeId}?cohort=${first.id}`);

  await page.getByRole("combobox", { name: "班期" }).selectOption(second.id);
  await page.getByRole("button", { name: `报名 ${first.number}`, exact: true }).click();
  await expectTold(page, "还没有报名");
  expect(await db.enrolment.count({ where: { traineeId } })).toBe(0);
  await page.getByRole("button", { name: `报名 ${second.number}`, exact: true }).click();

  await expectTold(page, "报名成功");
  expect(await db.enrolment.findMany({ where: { traineeId }, select: { cohortId: true } })).toEqual([
    { cohortId: second.id },
  ]);
});

test("C: without script a timetable is chosen, then booked; both never stand on one page", async ({ page }) => {
  const startsOn = day(`${await stage.yearOfItsOwn()}-05-13`);
  const { id: courseId } = await make.course({ name: `餐厅服务员 ${crypto.randomUUID().slice(0, 4)}` });
  const earlier = await make.cohort({ courseId, startsOn });
  await make.lesson({ day: startsOn, cohorts: [earlier.id], classroomNumber: 4, title: "摆台" });
  const { id } = await make.cohort({ courseId, state: "DRAFT", startsOn: addDays(startsOn, 7) });
  await signInAs(page);
  await page.goto(`/cohorts/${id}/timetable/copy`);
  const book = page.getByRole("button", { name: "排入所选各节课" });

  await expect(book).toHaveCount(0);
  await page.getByRole("button", { name: "预览" }).click();
  await expect(field(page, "firstDay")).toBeDisabled();
  await page.getByRole("link", { name: "改选" }).click();
  await expect(book).toHaveCount(0);
  await field(page, "firstDay").fill(addDays(startsOn, 14));
  await page.getByRole("button", { name: "预览" }).click();
  await book.click();

  await expectTold(page, "课表已沿用");
  expect(await db.lesson.findMany({ where: { cohorts: { some: { cohortId: id } } }, select: { day: true } })).toEqual([
    { day: dateFromDay(addDays(startsOn, 14)) },
  ]);
});

test("without script a cohort's own search leads to the person and to the enrolment", async ({ page }) => {
  const cohort = await make.cohort({ startsOn: day("2018-10-16") });
  const { name, initials } = await stage.trainee();
  await signInAs(page);
  await page.goto(`/cohorts/${cohort.id}/roster`);

  await field(page, "q").fill(initials);
  await page.keyboard.press("Enter");
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.getByRole("button", { name: "报名", exact: true }).click();

  await expectTold(page, "报名成功");
});

test("without script a wrong ID number is refused, everything else stays, and the right one registers", async ({
  page,
}) => {
  const { name, idNumber, phone } = stage.person();
  await signInAs(page);
  await page.goto("/trainees/new");

  await field(page, "idNumber").fill(withWrongEnd(idNumber));
  await field(page, "name").fill(name);
  await field(page, "villageCode").selectOption("513338101201");
  await field(page, "phone").fill(phone);
  await field(page, "category").selectOption("NZY");
  await field(page, "noticeWay").first().check();
  await page.getByRole("button", { name: "保存学员" }).click();

  // R3: what is told of the number does not give its right end away; the box itself counts what is wrong.
  const told = page.locator("[data-refusal] [data-field=idNumber]");
  await expect(told).toBeVisible();
  await expect(told).not.toContainText(idNumber.slice(-1));
  await expect(field(page, "name")).toHaveValue(name);
  await expect(field(page, "villageCode")).toHaveValue("513338101201");
  await expect(field(page, "phone")).toHaveValue(phone);
  await expect(field(page, "category")).toHaveValue("NZY");
  await field(page, "idNumber").fill(idNumber);
  await page.getByRole("button", { name: "保存学员" }).click();
  await expectTold(page, "学员已登记");
});

test("without script a clash names both sides and offers three ways out, one of which books", async ({ page }) => {
  const onDay = day(`${await stage.yearOfItsOwn()}-06-08`);
  const there = await make.cohort({ startsOn: onDay });
  const wanted = await make.cohort({ startsOn: onDay, title: "编织工 五级" });
  await make.lesson({ day: onDay, cohorts: [there.id], title: "皮肤护理" });
  const { id: trainerId } = await make.trainer("格桑");
  await signInAs(page);
  await page.goto(`/schedule/book?day=${onDay}&classroom=10`);

  await page.locator(`[name="cohortIds[]"][value="${wanted.id}"]`).check();
  await field(page, "title").fill("编织纹样");
  await field(page, "trainerId").selectOption(trainerId);
  await field(page, "classroomNumber").selectOption("10");
  await field(page, "startsAt").fill("10:00");
  await field(page, "endsAt").fill("12:00");
  await page.getByRole("button", { name: "排入课表" }).click();

  const box = page.locator('[data-refusal="CLASSROOM_TAKEN"]');
  await expect(box).toContainText(wanted.number);
  await expect(box).toContainText(there.number);
  await expect(box.locator(".choices a")).toHaveCount(3);
  await box.locator(".choices a").first().click();
  await expect(field(page, "title")).toHaveValue("编织纹样");
  await page.getByRole("button", { name: "排入课表" }).click();
  await expectTold(page, "这节课已排入课表");
});

test("without script an enrolment is cancelled, and the next in line gets the place (I5)", async ({ page }) => {
  const cohort = await make.cohort({ startsOn: day("2018-10-17"), seats: 1 });
  const first = await stage.enrolled(cohort.id);
  const next = await stage.enrolled(cohort.id, "WAITLISTED");
  await signInAs(page);
  await page.goto(`/cohorts/${cohort.id}/roster/${first.enrolmentId}`);

  const form = page.getByRole("form", { name: "取消报名" });
  await form.locator('[name="reason"]').fill("家中有事");
  await form.getByRole("button", { name: "取消报名" }).click();

  await expectTold(page, "报名已取消");
  const states = await db.enrolment.findMany({ where: { cohortId: cohort.id }, select: { id: true, state: true } });
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [first.enrolmentId, "CANCELLED"],
      [next.enrolmentId, "CONFIRMED"],
    ]),
  );
});

test("without script language and theme are changed for good", async ({ page }) => {
  await signInAs(page);
  await page.goto("/today");

  await page.locator("header summary").click();
  await page.getByRole("link", { name: "我的账号、语言 Language、显示" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await page.getByRole("button", { name: /^Save/ }).click();
  await expectTold(page, "Display settings saved");

  await page.goto("/trainees");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Trainees");
});

const withWrongEnd = (idNumber: string) => idNumber.slice(0, 17) + (idNumber.endsWith("1") ? "2" : "1");

test("R34: without script several late applications are decided at once, each with an answer by name", async ({
  page,
}) => {
  const cohort = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2018-08-22") });
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const { id: traineeId } = await stage.trainee();
    ids.push((await make.application(cohort.id, { traineeId, approvalNeeded: ["LATE"] })).id);
  }
  const names = await db.enrolment.findMany({
    where: { id: { in: ids } },
    orderBy: { queueNo: "asc" },
    select: { trainee: { select: { name: true } } },
  });
  await signInAs(page, "BASE_DIRECTOR");
  await page.goto(`/cohorts/${cohort.id}/applications`);
  const reject = page.getByRole("button", { name: "不予通过所选" });

  for (const box of await field(page, "enrolmentIds[]").all()) await box.check();
  await reject.click();
  await expect(page.locator('[data-field="reason"]').first()).toContainText("填写原因");
  await field(page, "reasons[]").first().fill("本人改到下一期");
  await field(page, "reason").fill("名额另有安排");
  await reject.click();

  for (const { trainee } of names) await expectTold(page, new RegExp(`${trainee.name} …\\S+ 未通过`));
  const stateReason = ["本人改到下一期", "名额另有安排"].map((said) => ({ state: "REJECTED", stateReason: said }));
  expect(
    await db.enrolment.findMany({
      where: { id: { in: ids } },
      orderBy: { queueNo: "asc" },
      select: { state: true, stateReason: true },
    }),
  ).toEqual(stateReason);
});
