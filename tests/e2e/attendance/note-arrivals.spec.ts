import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { addDays } from "@/lib/value/calendar";
import { expectTold } from "@/tests/support/pages";
import { inClass } from "@/tests/support/rolls/scene";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("R26: one press notes one person, ticks note many, and the roster says who is here", async ({ page }) => {
  const { id } = await inClass({ people: 4, days: [stage.today] });
  await signInAs(page);
  await page.goto(`/cohorts/${id}/roster`);
  await page.getByRole("link", { name: "已报到 0，未报到 4" }).click();

  await page.getByRole("row").nth(2).getByRole("button", { name: "报到" }).click();
  await expectTold(page, `报到登记：${stage.today} 记下 1 人`);
  await expect(page.getByRole("heading", { name: "报到(1/4)" })).toBeVisible();

  await page.getByRole("button", { name: "登记选中的人报到" }).click();
  await expect(page.getByText("还没有选人")).toBeVisible();
  for (const row of [1, 3]) await page.getByRole("row").nth(row).getByRole("checkbox").check();
  // Enter in the field of the day is the button for those chosen, not that of the first line.
  await page.getByLabel("报到日期").press("Enter");
  await expectTold(page, `报到登记：${stage.today} 记下 2 人`);

  await page.goto(`/cohorts/${id}/roster`);
  await expect(page.getByRole("link", { name: "已报到 3，未报到 1" })).toBeVisible();
  expect(await db.arrival.count({ where: { enrolment: { cohortId: id } } })).toBe(3);
});

test("R26: the roster names whom nobody has seen; an arrival is undone on the person's page with a reason", async ({
  page,
}) => {
  const days = [-4, -3, -2, -1].map((n) => addDays(stage.today, n));
  const { id, enrolments } = await inClass({ people: 1, days });
  const place = `/cohorts/${id}/roster/${enrolments[0]?.id}`;
  await signInAs(page);
  await page.goto(`/cohorts/${id}/roster`);
  await page.locator(".banner.warn").getByRole("link").click();
  await expect(page.getByRole("button", { name: "登记为未报到" })).toBeVisible();

  await page.getByRole("button", { name: "报到", exact: true }).click();
  await expectTold(page, "报到登记");
  await page.goto(place);
  await expect(page.getByRole("button", { name: "登记为未报到" })).toHaveCount(0);
  await page.getByText("撤销报到").first().click();
  await page.getByLabel("撤销的原因").fill("认错了人");
  await page.getByRole("button", { name: "撤销报到" }).click();

  await expectTold(page, "已撤销报到");
  await expect(page.getByRole("button", { name: "登记为未报到" })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("R26: arrivals are noted all the same", async ({ page }) => {
    const { id } = await inClass({ people: 2, days: [stage.today] });
    await signInAs(page);
    await page.goto(`/cohorts/${id}/arrivals`);

    await page.getByRole("row").nth(1).getByRole("button", { name: "报到" }).click();

    await expectTold(page, "记下 1 人");
    expect(await db.arrival.count({ where: { enrolment: { cohortId: id } } })).toBe(1);
  });
});
