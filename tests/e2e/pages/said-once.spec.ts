import { expect, test } from "@playwright/test";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

test("issue 8.3: who signed out is told once, and not who reloads or is sent the address", async ({ page }) => {
  await signInAs(page);
  await page.goto("/today");
  await page.locator("header details.menu summary").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  const said = page.getByRole("status").filter({ hasText: "已退出登录。" });
  await expect(said).toBeVisible();

  await expect(page).toHaveURL(/\/sign-in$/);
  await page.reload();

  await expect(page.getByRole("button", { name: "登录" })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("issue 8.3: whose decision came second is told once who decided first", async ({ page, browser }) => {
  const { id } = await make.cohort({ state: "SUBMITTED", startsOn: day("2018-11-05") });
  await signInAs(page, "COUNTY_REVIEWER");
  const other = await browser.newPage();
  const first = await stage.account("COUNTY_REVIEWER");
  await signIn(other, first.id);
  for (const desk of [page, other]) {
    await desk.goto(`/cohorts/${id}`);
    await desk.locator('main form:has(button:text-is("退回修改")) [name="reason"]').fill("课表不全");
  }
  await other.getByRole("button", { name: "退回修改" }).click();
  await expect(other.getByRole("status").filter({ hasText: "班期已退回修改" })).toBeVisible();
  await page.getByRole("button", { name: "退回修改" }).click();
  const said = page.getByRole("status").filter({ hasText: `${first.name} 已在` });
  await expect(said).toBeVisible();

  await expect(page).toHaveURL(new RegExp(`/cohorts/${id}$`));
  await page.reload();

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(said).toHaveCount(0);
  await other.close();
});
