import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const cell = (name: string, row: number) => `input[name="${name}[]"] >> nth=${row}`;

// R47–R53, I16, I17
test("E: from attendance and marks to certificates and the closed cohort, by four people", async ({
  page,
  browser,
}) => {
  const { id, number, enrolments } = await make.examined({ people: 3, startsOn: day("2016-03-07") });
  const home = `/cohorts/${id}/completion`;
  const as = async (role: "BASE_DIRECTOR" | "COUNTY_REVIEWER") => {
    const other = await browser.newPage();
    await signInAs(other, role);
    await other.goto(home);
    return other;
  };
  await signInAs(page, "BASE_STAFF");
  await page.goto(home);
  await page.getByRole("link", { name: "缺实到课时：3 人" }).click();

  // Two pass, one is a 课时 short; a mark that cannot be is refused at its row and nothing typed is lost.
  for (const [row, [attended, theory, practice]] of [
    ["10", "86", "101"],
    ["8", "60", "77.5"],
    ["7", "", ""],
  ].entries()) {
    await page.fill(cell("attended", row), attended as string);
    await page.fill(cell("theory", row), theory as string);
    await page.fill(cell("practice", row), practice as string);
  }
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.locator('[data-field="practice.0"]')).toContainText("第 1 行实操成绩应为 0 至 100 的分数");
  await expect(page.locator(cell("practice", 1))).toHaveValue("77.5");
  await page.fill(cell("practice", 0), "91");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expectTold(page, "实到课时和成绩已保存");

  await expect(page.getByText("出勤率 70.0%，不到 80%")).toBeVisible();
  await expect(page.getByText("将登记结业 2 人、未结业 1 人")).toBeVisible();
  await page.getByRole("button", { name: "登记结果（结业 2 人）" }).click();
  await expectTold(page, "结业结果已登记");
  await page.getByRole("button", { name: "申请发证（2 人）" }).click();
  await expectTold(page, "发证申请已提交");
  await expect(page.getByRole("button", { name: "批准发证" })).toHaveCount(0);

  const director = await as("BASE_DIRECTOR");
  await director.getByRole("button", { name: "批准发证" }).click();
  await expectTold(director, "证书已发");
  await director.getByRole("button", { name: "提出结班" }).click();
  await expectTold(director, "已提出结班");

  const reviewer = await as("COUNTY_REVIEWER");
  await reviewer.getByRole("button", { name: "结班", exact: true }).click();
  await expectTold(reviewer, "班期已结班");

  await page.goto(home);
  await page.getByRole("link", { name: "打印结业花名册" }).click();
  await expect(page.getByRole("heading", { name: "结业花名册" })).toBeVisible();
  await expect(page.locator("html.draft")).toHaveCount(0);
  await expect(page.locator("script")).toHaveCount(0);
  await expect(page.locator("tr.row")).toHaveCount(2);
  await expect(page.getByText(`DR${number.replace("-", "")}002`)).toBeVisible();
  expect(await db.enrolment.count({ where: { id: { in: enrolments }, state: "NOT_COMPLETED" } })).toBe(1);
});

// U12: Job G, three clicks; R91: masked for the administrator too
test("G: an administrator exports the year's completion report in three clicks, and it agrees with the screen", async ({
  page,
}) => {
  const { id, enrolments } = await make.examined({ people: 3, startsOn: day("2018-03-05") });
  const each = <Value>(value: Value) => enrolments.map(() => value);
  const marks = { attended: each(9), theory: each(705), practice: each(800), plans: [] };
  const staff = await make.signer("BASE_STAFF", stage.today);
  await recordResults(staff, {
    cohortId: id,
    heldOns: each(stage.today),
    enrolmentIds: enrolments,
    versions: each(1),
    ...marks,
  });
  await decideCompletions(staff, { cohortId: id, completing: 3, notCompleting: 0 });
  await signInAs(page, "SYS_ADMIN");
  await page.goto("/admin");

  await page.getByRole("navigation").getByRole("link", { name: "报表" }).first().click();
  await page.getByRole("main").getByRole("link", { name: "年度结业报告" }).click();
  await expect(page.getByRole("heading", { name: "年度结业报告" })).toBeVisible();
  const shown = Number(await page.locator('[data-sum="all"] [data-column="completed"]').innerText());
  const saved = page.waitForEvent("download");
  await page
    .getByRole("link", { name: /^导出 Excel\(\d+ 条\)$/ })
    .first()
    .click();

  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^年度结业花名册_2018年_20180822\.xlsx$/);
  const { sheets } = await readXlsx(await readFile(await file.path()));
  const rows = sheets[0]?.rows ?? [];
  const people = rows.filter(([number]) => typeof number === "number");
  expect(people).toHaveLength(shown);
  expect(rows.flat().join(" ")).not.toMatch(/\d{17}[\dX]|1\d{10}/);
  expect(
    await db.export.findFirst({ where: { kind: "year-completions" }, orderBy: { startedAt: "desc" } }),
  ).toMatchObject({ state: "DONE", rows: shown, isFull: false });
});
