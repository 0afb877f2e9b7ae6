import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { db } from "@/lib/database/db";
import { addDays } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const head = "序号\t姓名\t民族\t公民身份号码\t人员类别\t户籍乡镇\t村\t联系电话";

async function place() {
  const { name, township } = await db.village.findFirstOrThrow({
    where: { code: { startsWith: "513338101" } },
    select: { name: true, township: { select: { name: true } } },
  });
  const { zh } = await db.codeItem.findFirstOrThrow({ where: { kind: "TRAINEE_CATEGORY", code: "NZY" } });
  return { category: zh, home: `${township.name}\t${name}` };
}

async function roster(people: { name: string; idNumber: string; phone: string }[]) {
  const { category, home } = await place();
  const lines = people.map(({ name, idNumber, phone }, n) =>
    [n + 1, name, "藏族", idNumber, category, home, phone].join("\t"),
  );
  return [head, ...lines, "\t合计\t\t\t\t\t\t"].join("\n");
}

async function paste(page: Page, text: string) {
  await field(page, "roster").fill(text);
  await page.getByRole("radio", { name: "签字" }).check();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await expect(page.locator("[data-report]")).toBeVisible();
}
async function choose(page: Page, file: Uint8Array) {
  await field(page, "file").setInputFiles({ name: "名册.xlsx", mimeType: "", buffer: Buffer.from(file) });
  await page.getByRole("radio", { name: "签字" }).check();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await expect(page.locator("[data-report]")).toBeVisible();
}
const states = async (cohortId: string) =>
  (await db.enrolment.findMany({ where: { cohortId }, select: { state: true } })).map(({ state }) => state).toSorted();

test("B, U12, U13: a village's list straight into a cohort: checked, one line mended, written, and known the next time", async ({
  page,
}) => {
  const cohort = await make.cohort({ startsOn: addDays(stage.today, 5) });
  const people = [stage.person(), stage.person()] as const;
  const wrong = {
    ...people[1],
    idNumber: `${people[1].idNumber.slice(0, 17)}${people[1].idNumber.endsWith("1") ? 2 : 1}`,
  };
  await signInAs(page);
  await page.goto(`/cohorts/${cohort.id}/roster`);
  await page.getByRole("link", { name: "粘贴名册" }).click();

  await paste(page, await roster([people[0], wrong]));
  const report = page.locator("[data-report]");
  await expect(report).toContainText("有错误 1");
  await expect(report).toContainText("可新增 1");
  await expect(report.locator('[data-line="3"]')).toContainText("与卡面不符");
  await expect(report.locator('[data-line="3"]')).not.toContainText(wrong.idNumber);
  await expect(report.getByLabel("复制回 Excel")).toHaveValue(/与卡面不符/);
  await expect(report.locator('[data-line="2"]')).toContainText("已报名");
  expect(await states(cohort.id)).toEqual([]);

  await paste(page, await roster([...people]));
  await report.getByRole("button", { name: "确认导入 2 行" }).click();
  await expectTold(page, "名册已导入：新增 2 人");
  await expect(page).toHaveURL(`/cohorts/${cohort.id}/roster`);
  expect(await states(cohort.id)).toEqual(["CONFIRMED", "CONFIRMED"]);

  await page.goto("/trainees/import");
  await paste(page, await roster([...people]));
  await expect(report).toContainText("重复跳过 2");
});

test("R80, U12: a workbook is uploaded, its wrong row comes back in the template with the reason, and that file mended is taken in", async ({
  page,
}) => {
  const people = [stage.person(), stage.person()] as const;
  const [, wrong] = people;
  const number = wrong.idNumber;
  const mistyped = `${number.slice(0, 17)}${number.endsWith("1") ? 2 : 1}`;
  const rows = (await roster([people[0], { ...wrong, idNumber: mistyped }]))
    .split("\n")
    .map((line) => line.split("\t"));
  await signInAs(page);
  await page.goto("/trainees/import");
  const [template] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载模板" }).click(),
  ]);
  expect(template.suggestedFilename()).toBe("学员名册模板.xlsx");

  await choose(page, await writeXlsx({ sheets: [{ name: "瓦卡镇", rows }] }));
  const report = page.locator("[data-report]");
  await expect(report).toContainText("有错误 1　需核对 0　可新增 1");
  const [back] = await Promise.all([
    page.waitForEvent("download"),
    report.getByRole("link", { name: "下载有错误的行" }).click(),
  ]);
  await report.getByRole("button", { name: "只导入没有错误" }).click();
  await expectTold(page, "新增 1 人");

  const book = await readXlsx(await readFile(await back.path()));
  const mended = book.sheets[0]?.rows.map((row) => row.map((cell) => (cell === mistyped ? number : cell))) ?? [];
  expect(mended[1]?.at(-1)).toContain("与卡面不符");
  await page.goto("/trainees/import");
  await choose(page, await writeXlsx({ sheets: [{ name: "名册", rows: mended }] }));
  await report.getByRole("button", { name: "确认导入 1 行" }).click();
  await expectTold(page, "新增 1 人");
});

test("R81: an import is undone from its page with a reason, told line by line, and once", async ({ page }) => {
  const people = [stage.person(), stage.person()];
  await signInAs(page);
  await page.goto("/trainees/import");
  await paste(page, await roster(people));
  await page.locator("[data-report]").getByRole("button", { name: "确认导入 2 行" }).click();
  await expectTold(page, "新增 2 人");
  const { id } = await db.rosterImport.findFirstOrThrow({ orderBy: { importedAt: "desc" }, select: { id: true } });

  await page.goto("/trainees/import");
  await page.locator(`a[href="/trainees/import/${id}"]`).click();
  await page.getByRole("button", { name: "撤销这次导入" }).click();
  await expect(page.locator(".errors")).toContainText("填写撤销原因");
  await field(page, "reason").fill("传错了村");
  await page.getByRole("button", { name: "撤销这次导入" }).click();

  await expectTold(page, "撤回 2 行");
  await expect(page.getByRole("heading", { name: "已撤回(2)" })).toBeVisible();
  await expect(page.getByText("已从学员库删除")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "撤销这次导入" })).toHaveCount(0);
  expect(await db.trainee.count({ where: { name: { in: people.map(({ name }) => name) } } })).toBe(0);
});

test("R11, U12: a village that shares one telephone is looked at and ticked as a whole", async ({ page }) => {
  const first = stage.person();
  const others = [stage.person(), stage.person(), stage.person()].map((one) => ({ ...one, phone: first.phone }));
  await signInAs(page);
  await page.goto("/trainees/import");
  await paste(page, await roster([first, ...others]));
  const report = page.locator("[data-report]");
  await expect(report).toContainText("需核对 3　可新增 1");

  await report.getByLabel("下面 3 行都已核对").check();
  await report.getByRole("button", { name: "确认导入 4 行" }).click();
  await expectTold(page, "新增 4 人");
});

test("U12: a file that is no table is refused with how to save it, and one changed on the disk is asked for again", async ({
  page,
}) => {
  await signInAs(page);
  await page.goto("/trainees/import");
  await page.getByRole("radio", { name: "签字" }).check();
  await field(page, "file").setInputFiles({
    name: "名册.xls",
    mimeType: "",
    buffer: Buffer.from("d0cf11e0a1b11ae1", "hex"),
  });
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await expect(page.locator(".errors")).toContainText("另存为“Excel 工作簿（.xlsx）”");

  const path = test.info().outputPath("roster.csv");
  await writeFile(path, "姓名,公民身份号码\n拥忠,1");
  await field(page, "file").setInputFiles(path);
  await writeFile(path, "姓名,公民身份号码\n拥忠,1\n格绒,2");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await expect(page.locator(".errors")).toContainText("请重新选择文件");
});

test("U12: what was pasted without its head is kept, and the sentence says what to copy", async ({ page }) => {
  await signInAs(page);
  await page.goto("/trainees/import");
  await field(page, "roster").fill("拥忠\t藏族");
  await page.getByRole("radio", { name: "签字" }).check();
  await page.getByRole("button", { name: "检查", exact: true }).click();

  await expect(page.locator(".errors")).toContainText("没有找到表头");
  await expect(field(page, "roster")).toHaveValue("拥忠\t藏族");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("U39: a list is checked and written, a known name of the village ticked", async ({ page }) => {
    const person = stage.person();
    const { name } = person;
    const { home } = await place();
    const [, village] = home.split("\t");
    const { code } = await db.village.findFirstOrThrow({
      where: { name: village, code: { startsWith: "513338101" } },
    });
    await make.trainee({ name, villageCode: code });
    await signInAs(page);
    await page.goto("/trainees/import");

    await paste(page, await roster([person]));
    await expect(page.locator("[data-report]")).toContainText("同一个村有同名的学员");
    await page.getByRole("checkbox", { name: /已核对/ }).check();
    await page.getByRole("button", { name: "确认导入 1 行" }).click();
    await expectTold(page, "名册已导入：新增 1 人");
  });
});
