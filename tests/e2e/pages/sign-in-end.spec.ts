import { expect, test } from "@playwright/test";
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
  await page.clock.runFor(minutes(28) + 1_000);
  await expect(page.getByText("登录就会结束")).toBeVisible();
  await page.getByRole("button", { name: "继续使用" }).click();
  await expect(page.getByText("登录就会结束")).toHaveCount(0);
  const { lastSeenAt } = await db.signIn.findUniqueOrThrow({ where: { id }, select: { lastSeenAt: true } });
  expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(minutes(5));

  await usedBefore(id, 31);
  await page.clock.runFor(minutes(28) + 1_000);
  await expect(page.getByText("登录已结束")).toBeVisible();
  await expect(page.getByRole("link", { name: "登录", exact: true })).toHaveAttribute("target", "_blank");
  await expect(field(page, "name")).toHaveValue("洛绒尼玛");
});
