import { expect, test } from "@playwright/test";
import { failuresAllowed } from "@/lib/account/sign-in/rules";
import { sql } from "@/tests/support/database";
import { expectTold } from "@/tests/support/pages";
import { signInAs, signInByHand } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

// Failures are counted per address as well: each test comes from one of its own.
test.use({
  extraHTTPHeaders: async ({ baseURL: _ }, use) =>
    use({ "x-forwarded-for": `2001:db8::${crypto.randomUUID().slice(0, 4)}` }),
});

test("whoever asks for a page signs in and comes to that page", async ({ page }) => {
  const { username } = await stage.account("BASE_STAFF", { withPassword: true });

  await page.goto("/trainees?category=NZY");
  await expect(page.getByRole("main")).toContainText("登录后回到刚才的页面");
  await signInByHand(page, username);

  await expect(page).toHaveURL(/\/trainees\?category=NZY$/);
});

test("R100: an unknown user and a wrong password get the same answer, word for word", async ({ page }) => {
  const { username } = await stage.account("BASE_STAFF", { withPassword: true });
  const answers: string[] = [];

  for (const name of [username, `${username}x`]) {
    await page.goto("/sign-in");
    await signInByHand(page, name, "not-the-password");
    await expect(page.locator("[data-refusal]")).toBeFocused();
    answers.push(await page.locator("[data-refusal]").innerText());
    await expect(page.locator('[name="username"]')).toHaveValue(name);
    await expect(page.locator('[name="password"]')).toHaveValue("");
  }

  expect(answers[0]).toContain("用户名或密码不对，请核对后再试。");
  expect(answers[0]).toBe(answers[1]);
});

test("R100: five wrong passwords lock the name for half an hour, the right one included", async ({ page }) => {
  const { username } = await stage.account("BASE_STAFF", { withPassword: true });
  await page.goto("/sign-in");

  for (let n = 0; n < failuresAllowed.username; n++) {
    await signInByHand(page, username, `not-the-password-${n}`);
    await expect(page.locator('[name="password"]')).toHaveValue("");
    await expect(page.locator('[data-refusal="INPUT_WRONG"]')).toBeVisible();
  }
  await signInByHand(page, username);

  await expect(page.locator('[data-refusal="TOO_MANY"]')).toContainText("尝试次数过多，请在 30 分钟后再试。");
});

test("I33: a disabled account is out at its next step", async ({ page }) => {
  const { id } = await signInAs(page);
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("今日工作台");

  await disable(id);
  await page.goto("/trainees");

  await expect(page).toHaveURL(/\/sign-in\?from=%2Ftrainees$/);
});

test("signing out ends the sign-in, and the way back leads to the sign-in page", async ({ page }) => {
  await signInAs(page);
  await page.goto("/today");

  await page.locator("header summary").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expectTold(page, "已退出登录");
  await page.goto("/today");

  await expect(page).toHaveURL(/\/sign-in/);
});

const disable = (id: string) =>
  sql(
    "owner",
    `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
      VALUES ('test', '-', 'account.disable', 'account', '${id}'))
    UPDATE accounts SET disabled_at = now() WHERE id = '${id}'`,
  );
