import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

/** Two rows of one name and village, registered under two numbers. */
async function double() {
  const kept = await stage.trainee();
  const merged = await stage.trainee({ name: kept.name });
  return { kept, merged, name: kept.name };
}

/** The line of a pair, on whichever page of the table it stands. */
async function lineOf(page: Page, name: string) {
  for (let number = 1; number <= 20; number++) {
    await page.goto(`/trainees/doubles?page=${number}`);
    const line = page.getByRole("row").filter({ hasText: name });
    if ((await line.count()) > 0) return line;
  }
  throw new Error(`${name} is not among the doubles`);
}

test("R5, I16: staff propose from the table, the director approves on 今日, and one person is left to find", async ({
  page,
  browser,
}) => {
  const { kept, merged, name } = await double();
  await signInAs(page);
  const line = await lineOf(page, name);
  await expect(line).not.toContainText(kept.idNumber.slice(3, 14));
  await line.getByRole("link", { name: "对照合并" }).click();
  await expect(page.getByRole("main")).toContainText("人次不变");
  await page.goto(`/trainees/${kept.id}/merge?with=${merged.id}`);
  await page.getByRole("button", { name: "提出合并" }).click();
  await expect(page.locator("[data-refusal] [data-field=reason]")).toBeVisible();
  await field(page, "reason").fill("本人来核对过");
  await page.getByRole("button", { name: "提出合并" }).click();
  await expectTold(page, "合并申请已提交");
  await page.goto(`/trainees/${kept.id}/merge?with=${merged.id}`);
  await expect(page.getByRole("button", { name: "批准合并" })).toHaveCount(0);

  const other = await browser.newContext();
  const director = await other.newPage();
  await signInAs(director, "BASE_DIRECTOR");
  await director.goto("/today");
  await director.getByRole("link", { name: `${name} ← ${name}` }).click();
  await director.getByRole("button", { name: "批准合并" }).click();
  await expectTold(director, "已合并");
  await expect(director.getByRole("main")).toContainText("并入一份资料");
  await other.close();

  await page.goto(`/trainees/${merged.id}`);
  await page.getByRole("link", { name: `打开保留的学员 ${name}` }).click();
  await expect(page).toHaveURL(`/trainees/${kept.id}`);
  await page.goto(`/trainees?q=${name}`);
  await expect(page).toHaveURL(new RegExp(`/trainees/${kept.id}`));
  await page.goto("/trainees");
  const search = page.getByRole("main").locator('[name="q"]');
  await search.fill(merged.idNumber);
  await search.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/trainees/${kept.id}`));

  const { name: village, township } = await db.village.findFirstOrThrow({
    where: { code: "513338101201" },
    select: { name: true, township: { select: { name: true } } },
  });
  const { zh } = await db.codeItem.findFirstOrThrow({ where: { kind: "TRAINEE_CATEGORY", code: "NZY" } });
  const row = [1, name, "藏族", merged.idNumber, zh, township.name, village, stage.person().phone].join("\t");
  await page.goto("/trainees/import");
  await field(page, "roster").fill(`序号\t姓名\t民族\t公民身份号码\t人员类别\t户籍乡镇\t村\t联系电话\n${row}`);
  await page.getByRole("radio", { name: "签字" }).check();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await expect(page.locator("[data-report]")).toContainText("可更新 1");
  await page.locator("[data-report]").getByRole("button", { name: "确认导入 1 行" }).click();
  await expectTold(page, "名册已导入");
  const versions = await db.trainee.findMany({
    where: { id: { in: [kept.id, merged.id] } },
    orderBy: { id: "asc" },
    select: { id: true, version: true },
  });
  expect(new Map(versions.map(({ id, version }) => [id, version]))).toEqual(
    new Map([
      [kept.id, 2],
      [merged.id, 1],
    ]),
  );
});

test("R5: two people who look alike are told apart with one press, and the pair is gone", async ({ page }) => {
  const { kept, merged, name } = await double();
  await signInAs(page);
  await (await lineOf(page, name)).getByRole("button", { name: "不是同一个人" }).click();

  await expectTold(page, "不再列出");
  await expect(lineOf(page, name)).rejects.toThrow(/not among the doubles/);
  expect(await db.trainee.count({ where: { id: { in: [kept.id, merged.id] }, mergedIntoId: null } })).toBe(2);
});
