import { expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { db } from "@/lib/database/db";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs, signInByHand } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

// Failures are counted per address as well: each test comes from one of its own.
test.use({
  extraHTTPHeaders: async ({ baseURL: _ }, use) =>
    use({ "x-forwarded-for": `2001:db8::${crypto.randomUUID().slice(0, 4)}` }),
});

test("U32, R100: an account is made, its link sets the password once, and its owner sets up a code", async ({
  page,
  browser,
}) => {
  await signInAs(page, "SEC_ADMIN");
  const { name } = stage.person();
  const username = `n${crypto.randomUUID().slice(0, 10).replaceAll("-", "")}`;

  await page.goto("/admin/accounts/new");
  await field(page, "name").fill(name);
  await field(page, "username").fill(username);
  await field(page, "role").selectOption("AUDITOR");
  await page.getByRole("button", { name: "建立账号" }).click();
  const link = await page.locator("[data-shown-once]").innerText();
  expect(link).toMatch(/\/set-up\/[\w-]{43}$/);

  const owner = await (await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "2001:db8::77" } })).newPage();
  await owner.goto(new URL(link).pathname);
  await owner.locator('[name="newPassword"]').fill(stage.password);
  await owner.locator('[name="repeatedPassword"]').fill(stage.password);
  await owner.getByRole("button", { name: "设置密码" }).click();
  await expectTold(owner, "密码已更改");
  await signInByHand(owner, username);
  await expect(owner).toHaveURL(/\/sign-in\/factor/);
  await expect(owner.getByRole("button", { name: "演示中跳过" })).toHaveCount(0);

  const secret = (await owner.locator("[data-secret]").innerText()).replaceAll(" ", "");
  await owner.locator('[name="factorCode"]').fill("000000");
  await owner.getByRole("button", { name: "启用并登录" }).click();
  await expect(owner.locator('[data-field="factorCode"]')).toBeVisible();
  await owner.locator('[name="factorCode"]').fill(codeOf(secret));
  await owner.getByRole("button", { name: "启用并登录" }).click();
  await expect(owner).toHaveURL(/\/today$/);
  await owner.context().close();
});

test("R101: the post is changed with a reason, the sign-ins end, and the record tells who did it", async ({ page }) => {
  const { id, name } = await stage.account("BASE_STAFF", { withPassword: true });
  const { name: security } = await signInAs(page, "SEC_ADMIN");

  await page.goto(`/admin/accounts/${id}`);
  await inForm(page, "更改岗位", "role").selectOption("BASE_DIRECTOR");
  await page.getByRole("form", { name: "更改岗位" }).getByRole("button").click();
  await expect(page.locator('[data-field="reason"]')).toBeVisible();
  await expect(inForm(page, "更改岗位", "role")).toHaveValue("BASE_DIRECTOR");
  await inForm(page, "更改岗位", "reason").fill("任命为负责人");
  await page.getByRole("form", { name: "更改岗位" }).getByRole("button").click();
  await expectTold(page, "岗位已更改");

  await page.getByRole("link", { name: "记录" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByRole("main")).toContainText("基地工作人员 → 基地负责人");
  await expect(page.getByRole("main")).toContainText(security);
  expect(await db.account.findUnique({ where: { id }, select: { role: true } })).toEqual({ role: "BASE_DIRECTOR" });
});

test("R100: a demo administrator may skip the code, and signs in", async ({ page }) => {
  const { username } = await stage.account("SYS_ADMIN", { withPassword: true });

  await page.goto("/sign-in?from=/admin/parameters");
  await signInByHand(page, username);
  await page.getByRole("button", { name: "演示中跳过" }).click();

  await expect(page).toHaveURL(/\/admin\/parameters$/);
});

const inForm = (page: Page, form: string, name: string) =>
  page.getByRole("form", { name: form }).locator(`[name="${name}"]`);
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
