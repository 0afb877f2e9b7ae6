import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import fault from "@/lib/wording/zh-CN/fault.json";
import refusal from "@/lib/wording/zh-CN/refusal.json";
import { database } from "@/tests/support/disaster/database";
import { portalAt } from "@/tests/support/disaster/server";
import { field, listRoutes } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const portal = portalAt(process.env.E2E_ORIGIN ?? "");

test.beforeAll(() => portal.start());
test.afterAll(async () => {
  await database.start();
  await portal.kill();
});

test("invariants 6: a form that meets no database says so and keeps what is typed; the same form is saved when it is back, without a restart", async ({
  page,
}) => {
  await signInAs(page);
  const { name } = stage.person();
  await page.goto("/trainers/new");
  await field(page, "name").fill(name);
  await field(page, "unit").fill("县职业中学");

  await database.stop();
  await page.getByRole("main").locator('button[type="submit"]').click();

  const box = page.locator('[data-refusal="UNAVAILABLE"]');
  await expect(box).toContainText(refusal.UNAVAILABLE);
  await expect(field(page, "name")).toHaveValue(name);
  await expect(field(page, "unit")).toHaveValue("县职业中学");

  await database.start();
  await page.getByRole("main").locator('button[type="submit"]').click();

  await expect(page).toHaveURL(/\/trainers\/[0-9a-f-]{36}$/);
  expect(portal.words()).not.toContain(name);
  expect(await db.trainer.count({ where: { name } })).toBe(1);
});

test("invariants 6: where no script runs the form comes back with the answer, and one press saves it once the database is back", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page);
  const { name } = stage.person();
  await page.goto("/trainers/new");
  await field(page, "name").fill(name);
  const post = page.waitForResponse((answer) => answer.request().method() === "POST");

  await database.stop();
  await page.getByRole("main").locator('button[type="submit"]').click();

  expect((await post).status()).toBe(503);
  await expect(page.locator('[data-refusal="UNAVAILABLE"]')).toContainText(fault.unavailable.kept);
  await database.start();
  await page.getByRole("button", { name: fault.retry }).click();
  await expect(page).toHaveURL(/\/trainers\/[0-9a-f-]{36}$/);
  expect(await db.trainer.count({ where: { name } })).toBe(1);
});

test("invariants 6: while the database is away every route answers 503 with a sentence, a page a notice, and readiness no", async ({
  page,
}) => {
  await signInAs(page);
  const routes = listRoutes().filter(({ permission }) => permission);
  await database.stop();

  for (const { path } of routes) {
    const answer = await page.request.get(path.replace(/\[\w+\]/g, stage.today), { maxRedirects: 0 });
    expect({ path, status: answer.status() }).toEqual({ path, status: 503 });
    expect(await answer.text()).toContain(fault.unavailable.text);
  }
  const opened = await page.goto("/trainers");
  expect([opened?.status(), await opened?.headerValue("retry-after")]).toEqual([503, "5"]);
  await expect(page.locator('[data-refusal="UNAVAILABLE"]')).toContainText(fault.unavailable.text);
  expect((await page.request.get("/health/ready")).status()).toBe(503);
  expect((await page.request.get("/health/live")).status()).toBe(200);
  expect(portal.words()).toContain('"event":"unavailable"');

  await database.start();
  await page.getByRole("button", { name: fault.retry }).click();
  await expect(page.getByRole("heading", { level: 1, name: "教师" })).toBeVisible();
  expect((await page.request.get("/health/ready")).status()).toBe(200);
});
