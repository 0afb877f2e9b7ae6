import { expect, test } from "@playwright/test";
import { createAccount } from "@/lib/account/commands/create";
import { addDays, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { inClass, marksOf } from "@/tests/support/rolls/scene";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const yesterday = addDays(stage.today, -1);

test("U04, U14: what a trainer can teach and a certificate are entered, and the register, its file and the booking say so", async ({
  page,
}) => {
  const occupation = `工种${crypto.randomUUID().slice(0, 8)}`;
  const onDay = day(`${await stage.yearOfItsOwn()}-05-15`);
  const { id: courseId } = await make.course({ occupation });
  const cohort = await make.cohort({ courseId, startsOn: onDay });
  const { id: trainerId } = await make.trainer("索朗");
  await signInAs(page);

  await page.goto(`/trainers/${trainerId}`);
  await page.getByRole("checkbox", { name: occupation }).check();
  await page.getByRole("button", { name: "保存能教的职业" }).click();
  await expectTold(page, "能教的职业已保存：索朗");
  await page.getByText("登记证书", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "登记证书" });
  await form.locator('[name="name"]').fill("职业资格证书");
  await form.locator('[name="number"]').fill("51333819850101001X");
  await form.locator('[name="issuedOn"]').fill("2016-03-01");
  await form.locator('[name="validUntil"]').fill(addDays(stage.today, 30));
  await form.getByRole("button").click();
  await expect(form).toContainText("这像是身份证号");
  await expect(form.locator('[name="name"]')).toHaveValue("职业资格证书");
  await form.locator('[name="number"]').fill(crypto.randomUUID().slice(0, 12));
  await form.getByRole("button").click();
  await expectTold(page, "证书已登记：索朗，职业资格证书");

  await page.goto(`/trainers?skill=${encodeURIComponent(occupation)}&certificate=DUE`);
  await expect(page.getByRole("row", { name: /索朗/ })).toContainText("即将到期");
  await expect(page.getByRole("link", { name: "导出 Excel(1 条)" })).toBeVisible();
  await page.getByRole("link", { name: "打印师资名册" }).click();
  await expect(page.getByRole("cell", { name: occupation, exact: true })).toBeVisible();

  await page.goto(`/schedule/book?day=${onDay}&classroom=7&startsAt=09:00&endsAt=12:00`);
  await expect(page.locator("optgroup")).toHaveCount(0);
  await page.locator(`[name="cohortIds[]"][value="${cohort.id}"]`).check();
  await expect(page.locator('optgroup[label="能教"] option')).toHaveText([/索朗/]);
  await field(page, "trainerId").selectOption(trainerId);
  await field(page, "title").fill("刀工");
  await page.getByRole("button", { name: "排入课表" }).click();
  await expectTold(page, "这节课已排入课表");
  await page.getByRole("table").getByRole("link", { name: /刀工/ }).first().click();
  await expect(page.getByRole("main")).toContainText("教师证书已过期");
});

test("I32: a class teacher is appointed, signs in on a phone and takes the roll of the cohort's lesson, with no way to another", async ({
  page,
}) => {
  const { id: cohortId, lesson, people } = await inClass({ people: 2, days: [yesterday] });
  const foreign = await inClass({ people: 1, days: [yesterday] });
  const { id: trainerId } = await make.trainer("卓玛");
  await signInAs(page);
  await page.goto(`/cohorts/${cohortId}`);
  await page.getByText("任命班主任", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "任命班主任" });
  await form.locator('[name="trainerId"]').selectOption(trainerId);
  await form.locator('[name="fromDay"]').fill(yesterday);
  await form.getByRole("button").click();
  await expectTold(page, /班主任已任命：.*卓玛/);
  await page.goto(`/schedule/lessons/${lesson}`);
  await expect(page.locator("#helpers")).toContainText("卓玛");

  const account = await createAccount(make.actor("SEC_ADMIN", stage.today), {
    username: `c${crypto.randomUUID().slice(0, 8)}`,
    name: "卓玛",
    role: "TRAINER",
    trainerId,
    isDemo: true,
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, account.id);
  await page.goto("/m");
  await page.getByRole("link", { name: "皮肤护理" }).click();
  await expect(page.getByRole("main")).toContainText("班主任 卓玛");
  await page.getByRole("button", { name: "保存点名" }).click();
  await expect(page.locator("[data-state]")).toHaveAttribute("data-state", "saved");

  expect(Object.values(await marksOf(lesson))).toEqual(people.map(() => "PRESENT"));
  expect((await page.goto(`/m/attendance/${foreign.lesson}`))?.status()).toBe(404);
  for (const address of [`/cohorts/${cohortId}`, `/trainers/${trainerId}`, "/schedule", "/trainees"])
    expect((await page.goto(address))?.status(), address).toBe(403);
});

test("an interpreter is noted on the lesson and taken out again; without script too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { lesson } = await inClass({ people: 1, days: [yesterday] });
  const { id: trainerId } = await make.trainer("次仁");
  await signInAs(page);
  await page.goto(`/schedule/lessons/${lesson}`);

  await page.getByText("登记助教、督导", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "登记助教、督导" });
  await form.locator('[name="trainerId"]').selectOption(trainerId);
  await form.getByRole("button").click();
  await expectTold(page, /助教、督导已登记：.*次仁/);
  await page.goto(`/schedule/lessons/${lesson}/roll`);
  await expect(page.getByRole("main")).toContainText("双语助教 次仁");
  await page.goto(`/schedule/lessons/${lesson}`);
  await page.getByRole("form", { name: "移除 次仁" }).getByRole("button").click();
  await expectTold(page, /助教、督导已移除：.*次仁/);
  await context.close();
});
