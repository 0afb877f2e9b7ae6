import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { field } from "@/tests/support/pages";
import { signIn } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const minutes = (count: number) => count * 60_000;
const usedBefore = (id: string, count: number) =>
  db.signIn.update({
    where: { id },
    data: { lastSeenAt: new Date(Date.now() - minutes(count)) },
    select: { id: true },
  });

/** Lets time go by until it is said: how long is asked of the server, and only its answer starts the next wait. */
const passing = (page: Page, said: string) =>
  expect(async () => {
    await page.clock.runFor(minutes(28) + 1_000);
    await expect(page.getByText(said)).toBeVisible({ timeout: 500 });
  }).toPass();

test("issue 12.3, I33: two minutes before a sign-in ends somebody is told, goes on with one press, and after the end keeps what is typed", async ({
  page,
}) => {
  await page.clock.install();
  const { id: accountId } = await stage.account("BASE_STAFF");
  const id = await signIn(page, accountId);
  await page.goto("/trainers/new");
  await field(page, "name").fill("洛绒尼玛");

  // Another tab used the sign-in a moment ago: nothing is said.
  await page.clock.runFor(minutes(28) + 1_000);
  await expect(page.getByText("登录就会结束")).toHaveCount(0);

  await usedBefore(id, 29);
  await passing(page, "登录就会结束");
  await page.getByRole("button", { name: "继续使用" }).click();
  await expect(page.getByText("登录就会结束")).toHaveCount(0);
  const { lastSeenAt } = await db.signIn.findUniqueOrThrow({ where: { id }, select: { lastSeenAt: true } });
  expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(minutes(5));

  await usedBefore(id, 31);
  await passing(page, "登录已结束");
  await expect(page.getByRole("link", { name: "登录", exact: true })).toHaveAttribute("target", "_blank");
  await expect(field(page, "name")).toHaveValue("洛绒尼玛");
});
