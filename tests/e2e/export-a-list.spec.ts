import { readFile } from "node:fs/promises";
import { type Download, expect, type Page, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { db } from "@/lib/database/db";
import { codeOf } from "@/tests/support/factor";
import { expectTold, field } from "@/tests/support/pages";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

const wholeNumber = /\d{17}[\dX]/;

/** A cohort of the demo, under way with people on its roster. */
const demoCohort = () =>
  db.cohort.findFirstOrThrow({
    where: { state: "IN_PROGRESS", isDemo: true },
    orderBy: { number: "asc" },
    select: { id: true, confirmed: true },
  });

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function rowsOf(download: Download) {
  return (await readXlsx(await bytesOf(download))).sheets[0]?.rows ?? [];
}

const taken = async (page: Page, link: RegExp): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("main").getByRole("link", { name: link }).click(),
  ]);
  return download;
};

test("U14, R91: the roster as a workbook has the rows of the screen, masked, and the page says that it is out", async ({
  page,
}) => {
  const cohort = await demoCohort();
  const { id: accountId } = await signInAs(page);
  await page.goto(`/cohorts/${cohort.id}/roster?sort=village`);
  const cells = page.locator("table", { has: page.locator("caption", { hasText: "花名册" }) }).locator("tbody tr");
  const shown = await cells.evaluateAll((rows) =>
    rows.map((row) => [...row.children].slice(1, 5).map((cell) => cell.textContent?.trim())),
  );

  const download = await taken(page, /导出 Excel/);

  expect(download.suggestedFilename()).toMatch(/^学员花名册_2018年第\d+期_20180822\.xlsx$/);
  const rows = await rowsOf(download);
  const people = rows.filter(([number]) => typeof number === "number");
  expect(people.map((row) => row.slice(1, 5))).toEqual(shown);
  expect(people).toHaveLength(cohort.confirmed);
  expect(JSON.stringify(rows)).not.toMatch(wholeNumber);
  await expectTold(page, `已导出 ${cohort.confirmed} 条`);
  expect(
    await db.export.findMany({ where: { actorId: accountId }, select: { state: true, rows: true, isFull: true } }),
  ).toEqual([{ state: "DONE", rows: cohort.confirmed, isFull: false }]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("U14: the browser fetches the same file itself", async ({ page }) => {
    const cohort = await demoCohort();
    await signInAs(page);
    await page.goto(`/cohorts/${cohort.id}/roster`);

    const download = await taken(page, /导出 CSV/);

    expect(download.suggestedFilename()).toMatch(/^学员花名册_2018年第\d+期_20180822\.csv$/);
    const text = (await bytesOf(download)).toString();
    expect(text.split("\r\n").filter((line) => /^\d+,/.test(line))).toHaveLength(cohort.confirmed);
    expect(text).not.toMatch(wholeNumber);
  });

  test("R93: whole numbers for a purpose, with the password again, once", async ({ page }) => {
    const cohort = await demoCohort();
    const { id } = await stage.account("BASE_DIRECTOR", { withPassword: true });
    await signIn(page, id);
    await page.goto(`/cohorts/${cohort.id}/roster`);
    await page.getByRole("link", { name: "导出完整号码" }).click();
    const secret = await setUpFactor(page);
    await field(page, "purpose").selectOption("SUBSIDY");
    await field(page, "currentPassword").fill(stage.password);
    await field(page, "factorCode").fill(codeOf(secret, 1));
    await page.getByRole("button", { name: "核对并准备文件" }).click();

    const workbook = await page.getByRole("link", { name: "下载文件" }).getAttribute("href");
    // R82: Excel turns the end of a bare long number in a text file into 0, so there is none, whatever the address says.
    expect((await page.request.get(String(workbook).replace(".xlsx", ".csv"))).status()).toBe(422);
    const rows = await rowsOf(await taken(page, /下载文件/));

    expect(rows.filter((row) => wholeNumber.test(String(row[4])))).toHaveLength(cohort.confirmed);
    await page.getByRole("link", { name: "下载文件" }).click();
    await expect(page.locator('[data-refusal="WRONG_STATE"]')).toBeVisible();
  });
});

test("R93: a wrong password counts as at the door and nothing leaves; the right one opens the file, and the auditor sees what for", async ({
  page,
}) => {
  const cohort = await demoCohort();
  const { id, name } = await stage.account("COUNTY_REVIEWER", { withPassword: true });
  await signIn(page, id);
  await page.goto(`/reports/full/roster?cohort=${cohort.id}`);
  const secret = await setUpFactor(page);
  const prepare = page.getByRole("button", { name: "核对并准备文件" });
  await field(page, "purpose").selectOption("INSPECTION");
  await field(page, "purposeText").fill("县审计局抽查");
  await field(page, "currentPassword").fill("nothing-of-the-kind");
  await prepare.click();
  await expect(page.locator('[data-refusal="INPUT_WRONG"] [data-field="currentPassword"]')).toBeVisible();
  await expect(field(page, "purposeText")).toHaveValue("县审计局抽查");
  expect(await db.account.findUnique({ where: { id }, select: { failedSignIns: true } })).toEqual({ failedSignIns: 1 });

  await field(page, "currentPassword").fill(stage.password);
  await field(page, "factorCode").fill(codeOf(secret, 1));
  await prepare.click();
  await expectTold(page, "已核对本人");
  const rows = await rowsOf(await taken(page, /下载文件/));

  expect(String(rows[0]?.[0])).toContain(name);
  expect(rows.filter((row) => wholeNumber.test(String(row[4])))).toHaveLength(cohort.confirmed);
  await signInAs(page, "AUDITOR");
  await page.goto(`/admin/exports?numbers=whole&who=${encodeURIComponent(name)}`);
  const line = page.locator("tbody tr");
  await expect(line).toHaveCount(1);
  for (const said of ["学员花名册", "已完成", "完整", "县审计局抽查", String(cohort.confirmed)])
    await expect(line).toContainText(said);
  await page.goto("/admin/access?kind=EXPORT");
  await expect(page.locator("tbody tr").filter({ hasText: name })).toContainText("检查、审计 县审计局抽查");
});

test("R93, R94: the aid office finds no person, base staff no whole number, and each try is on record", async ({
  page,
}) => {
  const cohort = await demoCohort();
  const status = async (address: string) => (await page.request.get(address, { maxRedirects: 0 })).status();
  const grant = "00000000-0000-7000-8000-000000000000";
  await signInAs(page, "AID_OFFICER");
  expect(await status(`/reports/files/roster.xlsx?cohort=${cohort.id}`)).toBe(403);
  expect(await status(`/fund/files/roster.xlsx?cohort=${cohort.id}`)).toBe(404);

  const { id: accountId } = await signInAs(page);
  expect(await status(`/reports/full/roster?cohort=${cohort.id}`)).toBe(403);
  expect(await status(`/reports/files/roster.xlsx?cohort=${cohort.id}&grant=${grant}`)).toBe(403);
  expect(await status("/fund/files/ledger.xlsx?year=2018")).toBe(403);
  expect(await status("/reports/files/ledger.xlsx?year=2018")).toBe(404);
  expect(await status(`/reports/files/roster.xlsx?cohort=${cohort.id}&x=1`)).toBe(422);
  expect(await status(`/reports/files/roster.xlsx?cohort=${grant}`)).toBe(404);
  expect(await status("/reports/files/nothing.xlsx")).toBe(404);
  expect(await status("/reports/files/roster.pdf")).toBe(404);
  expect(await db.export.count({ where: { actorId: accountId } })).toBe(0);
  expect(await db.accessEntry.count({ where: { accountId, verb: "refused" } })).toBe(3);
});

test("R82: the answer is a file by name and is kept nowhere; HEAD takes nothing", async ({ page }) => {
  const cohort = await demoCohort();
  const { id: accountId } = await signInAs(page);
  const address = `/reports/files/roster.xlsx?cohort=${cohort.id}`;

  expect((await page.request.head(address)).status()).toBe(200);
  expect(await db.export.count({ where: { actorId: accountId } })).toBe(0);
  const headers = (await page.request.get(address)).headers();

  expect(headers["content-disposition"]).toMatch(/^attachment; filename="roster\.xlsx"; filename\*=UTF-8''%E5%AD%A6/);
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["content-type"]).toContain("spreadsheetml");
});

test("I25, R85: the ledger and the payments add up to what the screen says", async ({ page }) => {
  await signInAs(page, "AID_LEADER");
  const sumOf = (name: string) => page.locator(`[data-sum="${name}"]`).first().innerText();
  await page.goto("/fund/projects?year=2018");
  const shown = [await sumOf("arranged"), await sumOf("disbursed"), await sumOf("completed")];
  const ledger = await rowsOf(await taken(page, /导出 Excel/));
  await page.goto("/fund/disbursements?year=2018");
  const paid = await page.locator("tfoot").innerText();
  const payments = await rowsOf(await taken(page, /导出 Excel/));

  const format = (value: unknown) => Number(value).toLocaleString("en", { minimumFractionDigits: 2 });
  const sums = ledger.find((row) => row[1] === "合计") ?? [];
  expect([sums[10], sums[12], sums[13]].map(format)).toEqual(shown);
  const foot = payments.findIndex((row) => row[1] === "合计");
  expect(paid).toContain(format(payments[foot]?.[5]));
  expect(paid).toContain(String(payments[foot + 1]?.[0]).split("：")[1]);
});

/** R93, R100: the page of whole numbers asks for the second factor first, and leads there and back. */
async function setUpFactor(page: Page): Promise<string> {
  await expect(page.getByRole("button", { name: "核对并准备文件" })).toHaveCount(0);
  await page.getByRole("link", { name: "启用动态口令" }).click();
  const secret = (await page.locator("[data-secret]").innerText()).replaceAll(" ", "");
  await field(page, "factorCode").fill(codeOf(secret));
  await field(page, "currentPassword").fill(stage.password);
  await page.getByRole("button", { name: "启用动态口令" }).click();
  await expectTold(page, "动态口令已启用");
  await expect(page).toHaveURL(/\/reports\/full\/roster/);
  return secret;
}
