import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { codeOf, giveFactor } from "@/tests/support/factor";
import * as make from "@/tests/support/make";
import { expectTold, field } from "@/tests/support/pages";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

async function enrolledSomewhere() {
  const person = await stage.trainee();
  const cohort = await make.cohort();
  const { id: enrolmentId } = await make.enrolment(cohort.id, { traineeId: person.id });
  return { ...person, cohort, enrolmentId };
}

test("row 26: the file of a person leads to each cohort, and is printed with masked numbers", async ({ page }) => {
  const { id, name, idNumber, cohort, enrolmentId } = await enrolledSomewhere();
  await signInAs(page);

  await page.goto(`/trainees/${id}`);
  const cohorts = page.getByRole("region", { name: "参训情况(1)" });
  await expect(cohorts.getByRole("link", { name: cohort.number })).toHaveAttribute(
    "href",
    `/cohorts/${cohort.id}/roster/${enrolmentId}`,
  );
  await expect(page.getByRole("region", { name: "查看与导出号码" })).toHaveCount(0);
  await page.getByRole("link", { name: "打印", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name} 学员档案`);
  await expect(page.locator("table").nth(1)).toContainText(cohort.number);
  expect(await page.content()).not.toContain(idNumber);
});

test("R93, R98: staff note a request, the director proves it and hands the file out once, and each step is logged", async ({
  page,
  browser,
}) => {
  const { id, idNumber } = await enrolledSomewhere();
  const ownData = `/trainees/${id}/own-data`;
  await signInAs(page);
  await page.goto(ownData);
  await field(page, "note").fill("本人到场，已核对身份证");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expectTold(page, "已登记本人请求");
  await expect(page.locator("main [name=currentPassword]")).toHaveCount(0);

  const director = await stage.account("BASE_DIRECTOR", { withPassword: true });
  const secret = await giveFactor(director.id);
  const desk = await browser.newPage();
  await signIn(desk, director.id);
  await desk.goto(`/trainees/${id}`);
  await desk.getByRole("link", { name: "提出的请求待答复" }).click();
  await field(desk, "currentPassword").fill("nobodys-word-at-all");
  await field(desk, "factorCode").fill(codeOf(secret));
  await desk.getByRole("button", { name: "核对并准备文件" }).click();
  await expect(desk.locator(".errors [data-field=currentPassword]")).toBeVisible();
  await field(desk, "currentPassword").fill(stage.password);
  await field(desk, "factorCode").fill(codeOf(secret));
  await desk.getByRole("button", { name: "核对并准备文件" }).click();
  const take = desk.getByRole("link", { name: "下载 JSON", exact: true });
  const address = (await take.getAttribute("href")) ?? "";
  const [download] = await Promise.all([desk.waitForEvent("download"), take.click()]);

  expect(download.suggestedFilename()).toBe("own-data.json");
  expect(JSON.parse(await readFile(await download.path(), "utf8")).person.idNumber).toBe(idNumber);
  await desk.goto(address);
  await expect(desk.locator('[data-refusal="WRONG_STATE"]')).toContainText("请求已办");
  await expect(desk.getByRole("region", { name: "请求登记" })).toContainText("已办");
  await desk.goto(`/trainees/${id}`);
  await expect(desk.getByRole("region", { name: "查看与导出号码(1)" })).toContainText("答复本人查阅");
  expect(
    await db.accessEntry.findMany({
      where: { accountId: director.id, verb: "report.exportFull" },
      select: { field: true },
    }),
  ).toEqual([{ field: "own-data" }]);
});

for (const role of ["COUNTY_REVIEWER", "AID_OFFICER", "AUDITOR", "TRAINER"] as const) {
  test(`R94, R98: ${role} neither finds the requests of a person nor takes the data`, async ({ page }) => {
    const { id } = await stage.trainee();
    await signInAs(page, role);

    for (const path of [`/trainees/${id}/own-data`, `/trainees/${id}/own-data/file`])
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 403]);
    expect((await page.request.get(`/print/trainees/${id}`)).status()).toBe(role === "COUNTY_REVIEWER" ? 200 : 403);
  });
}
