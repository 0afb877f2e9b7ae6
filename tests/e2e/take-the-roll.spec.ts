import { expect, type Page, test } from "@playwright/test";
import { createAccount } from "@/lib/account/commands/create";
import { db } from "@/lib/database/db";
import { addDays } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold } from "@/tests/support/pages";
import { inClass, marksOf, pendingOf } from "@/tests/support/rolls/scene";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const yesterday = addDays(stage.today, -1);
const phone = { width: 360, height: 740 };
const state = (page: Page) => page.locator("[data-state]");
const line = (page: Page, n: number) => page.locator(".roll li").nth(n);
const absent = (page: Page, n: number) => line(page, n).getByRole("radio", { name: "缺勤" });
const save = (page: Page) => page.getByRole("button", { name: "保存点名" });

/** How many stand in the roll with each mark. */
async function tally(lessonId: string) {
  const marks = Object.values(await marksOf(lessonId));
  return {
    there: marks.filter((mark) => mark === "PRESENT").length,
    absent: marks.filter((mark) => mark === "ABSENT").length,
  };
}

test.describe("on a phone", () => {
  test.use({ viewport: phone, hasTouch: true });

  test("job D, U17: thirty people, two of them absent, in three taps", async ({ page }) => {
    const { lesson } = await inClass({ people: 30, days: [yesterday] });
    await signInAs(page);
    await page.goto(`/m/attendance/${lesson}`);
    await expect(page.getByText("应到 30　实到 30")).toBeVisible();

    await line(page, 3).locator(".roll-name").tap();
    await line(page, 7).locator(".roll-name").tap();
    await expect(page.getByText("应到 30　实到 28")).toBeVisible();
    await save(page).tap();

    await expect(state(page)).toHaveAttribute("data-state", "saved");
    expect(await tally(lesson)).toEqual({ there: 28, absent: 2 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });

  test("I36: the line is cut in the middle: the roll waits on the phone, outlasts a reload, and goes when the line is back", async ({
    page,
    context,
  }) => {
    const { lesson, people } = await inClass({ people: 4, days: [yesterday] });
    await signInAs(page);
    await page.goto(`/m/attendance/${lesson}`);
    await expect(save(page)).toBeEnabled();

    await context.setOffline(true);
    await absent(page, 1).check();
    await expect(state(page)).toHaveAttribute("data-state", "unsaved");
    await save(page).tap();
    await expect(state(page)).toHaveAttribute("data-state", "queued");
    await expect(state(page)).toContainText("没有网络");
    expect(await marksOf(lesson)).toEqual({});
    // Nothing of the person is kept but ids and marks.
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    const names = await db.trainee.findMany({ where: { id: { in: people } }, select: { name: true } });
    expect(names.some(({ name }) => kept.includes(name))).toBe(false);

    await context.setOffline(false);
    await page.reload();

    await expect(state(page)).toHaveAttribute("data-state", "saved");
    expect(await tally(lesson)).toEqual({ there: 3, absent: 1 });
  });

  test("I36: the answer is lost on its way: the same roll goes again and is one", async ({ page }) => {
    const { lesson } = await inClass({ people: 3, days: [yesterday] });
    await signInAs(page);
    await page.goto(`/m/attendance/${lesson}`);
    let lost = 0;
    await page.route("**/m/attendance/**", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.fallback();
      lost++;
      await route.fetch();
      await route.abort("connectionreset");
    });

    await absent(page, 0).check();
    await save(page).tap();
    await expect(state(page)).toContainText("没有网络");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));

    await expect(state(page)).toHaveAttribute("data-state", "saved");
    expect(lost).toBe(1);
    expect(await tally(lesson)).toEqual({ there: 2, absent: 1 });
    expect(await db.attendance.findMany({ where: { lessonId: lesson }, select: { version: true } })).toEqual(
      Array.from({ length: 3 }, () => ({ version: 1 })),
    );
  });

  test("I36: what was tapped and not saved is still there after a reload", async ({ page }) => {
    const { lesson } = await inClass({ people: 3, days: [yesterday] });
    await signInAs(page);
    await page.goto(`/m/attendance/${lesson}`);
    await absent(page, 2).check();
    await expect(state(page)).toHaveAttribute("data-state", "unsaved");

    await page.reload();

    await expect(state(page)).toHaveAttribute("data-state", "unsaved");
    await expect(absent(page, 2)).toBeChecked();
    expect(await marksOf(lesson)).toEqual({});
  });

  test("I36: two phones: the second waits in the list beside the first, and somebody decides", async ({
    page,
    browser,
  }) => {
    const { lesson, people } = await inClass({ people: 1, days: [yesterday] });
    await signInAs(page);
    const other = await browser.newPage({ viewport: phone });
    await signInAs(other);
    for (const one of [page, other]) await one.goto(`/m/attendance/${lesson}`);
    await save(page).click();
    await expect(state(page)).toHaveAttribute("data-state", "saved");

    await absent(other, 0).check();
    await save(other).click();
    await expect(state(other)).toContainText("1 条待处理");
    expect(await marksOf(lesson)).toEqual({ [people[0] as string]: "PRESENT" });
    expect(await pendingOf(lesson)).toHaveLength(1);

    await page.goto(`/schedule/lessons/${lesson}/roll`);
    await page.getByRole("button", { name: "采用" }).click();
    await expectTold(page, "已采用待处理考勤");
    expect(await marksOf(lesson)).toEqual({ [people[0] as string]: "ABSENT" });
    await other.close();
  });
});

test.describe("without script", () => {
  test.use({ viewport: phone, javaScriptEnabled: false });

  test("job D: the roll is a form", async ({ page }) => {
    const { lesson } = await inClass({ people: 3, days: [yesterday] });
    await signInAs(page);
    await page.goto(`/m/attendance/${lesson}`);

    await absent(page, 1).check({ force: true });
    await save(page).click();

    await expect(page.getByText("已保存")).toBeVisible();
    expect(await tally(lesson)).toEqual({ there: 2, absent: 1 });
  });
});

test("R44: at a desk the roll is taken from the lesson, seen on the sheet of the cohort, and corrected with its history", async ({
  page,
}) => {
  const { lesson, id } = await inClass({ people: 2, days: [yesterday] });
  await signInAs(page);
  await page.goto(`/cohorts/${id}/attendance`);
  await page.getByRole("link", { name: "皮肤护理" }).first().click();

  await line(page, 0).getByRole("radio", { name: "迟到" }).check({ force: true });
  await save(page).click();
  await expectTold(page, "记下 2 人");
  await line(page, 1).getByRole("radio", { name: "病假" }).check({ force: true });
  await save(page).click();
  await expectTold(page, "记下 1 人");

  await page.goto(`/cohorts/${id}/attendance`);
  await expect(page.locator(".roll-grid tbody tr").nth(0).locator("input")).toHaveValue("迟");
  await expect(page.locator(".roll-grid tbody tr").nth(1).locator("input")).toHaveValue("病");
  await expect(page.locator(".roll-grid tbody tr").nth(1)).toContainText("0.0%");
  await expect(page.locator(".roll-grid tfoot")).toContainText("1/2");
  expect(Object.values(await marksOf(lesson)).sort()).toEqual(["LATE", "SICK_LEAVE"]);
});

test("job D: the code at the door opens the lesson that is running in the classroom, or what is taught there today", async ({
  page,
}) => {
  await signInAs(page);
  await page.goto("/classrooms/9");
  await expect(page.getByRole("img", { name: /点名页的二维码/ })).toBeVisible();
  const address = (await page.locator("b", { hasText: "/m/room/9" }).textContent()) ?? "";
  expect(address).toBe(new URL("/m/room/9", page.url()).href);

  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.goto("/m/room/12"))?.status()).toBe(404);
});

test("R94: a trainer signs in, finds the own lessons, takes the roll, and has no way to anything else", async ({
  page,
}) => {
  const { lesson, id } = await inClass({ people: 2, days: [yesterday] });
  const { trainerId } = await db.lesson.findUniqueOrThrow({ where: { id: lesson }, select: { trainerId: true } });
  const account = await createAccount(make.actor("SEC_ADMIN", stage.today), {
    username: `t${crypto.randomUUID().slice(0, 8)}`,
    name: "李蓉",
    role: "TRAINER",
    trainerId,
    isDemo: true,
  });
  await signIn(page, account.id);
  await page.goto("/");
  await expect(page).toHaveURL(/\/m$/);
  await page.getByRole("link", { name: "皮肤护理" }).click();

  await absent(page, 0).check({ force: true });
  await save(page).click();
  await expect(state(page)).toHaveAttribute("data-state", "saved");
  expect(await tally(lesson)).toEqual({ there: 1, absent: 1 });

  for (const address of ["/trainees", `/cohorts/${id}`, "/schedule", "/attendance", "/today", "/fund", "/reports"])
    expect((await page.goto(address))?.status(), address).toBe(403);
  const foreign = await inClass({ people: 1, days: [yesterday] });
  expect((await page.goto(`/m/attendance/${foreign.lesson}`))?.status()).toBe(404);
});

test("R94: the aid office has no way to a roll, the county reads it", async ({ page }) => {
  const { lesson } = await inClass({ people: 1, days: [yesterday] });
  await signInAs(page, "AID_OFFICER");
  for (const address of [`/m/attendance/${lesson}`, `/schedule/lessons/${lesson}/roll`, "/attendance"])
    expect((await page.goto(address))?.status()).toBe(403);
  expect((await page.goto("/m/room/9"))?.status()).toBe(403);

  await signInAs(page, "COUNTY_REVIEWER");
  expect((await page.goto(`/m/attendance/${lesson}`))?.status()).toBe(403);
  await page.goto(`/schedule/lessons/${lesson}/roll`);
  await expect(page.getByText("应到 1 人")).toBeVisible();
  await expect(save(page)).toHaveCount(0);
});
