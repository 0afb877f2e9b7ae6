import { expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { withdrawSetting } from "@/lib/setting/commands/decide";
import { proposeSetting } from "@/lib/setting/commands/propose";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { wan } from "@/tests/support/money/rows";
import { expectTold, field } from "@/tests/support/pages";
import { signIn, signInAs } from "@/tests/support/sign-in";
import * as stage from "@/tests/support/stage";

// Each test has a year of its own, long before the base: no plan, no month and no figure of the demo data stands in it.

test.describe.configure({ mode: "parallel" });

test("R85: who approves one fen reads one fen, in figures, in 元 and 分 and in capitals", async ({ page }) => {
  const { id } = await make.project({ on: day("2002-01-05") });
  await make.plan(2002);
  await make.sum("appropriation", id, "100", "2002-02-01");
  const { id: waiting } = await make.money("disbursement", {
    projectId: id,
    amount: 1n,
    datedOn: "2002-03-01",
    state: "SUBMITTED",
  });
  await signInAs(page, "AID_LEADER");

  await page.goto("/fund/approvals");
  const card = page.getByRole("listitem").filter({ has: page.locator(`[href="/fund/disbursements/${waiting}"]`) });
  await expect(card).toContainText("拨付 0.000001 万元");
  await expect(card).toContainText("0.01 元，大写：壹分");
  await expect(card).toContainText("本项目拨付 0.00 → 0.000001");

  await page.goto(`/fund/disbursements/${waiting}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("0.000001 万元");
  await expect(page.getByRole("main")).toContainText("0.01 元");
  await expect(page.getByRole("main")).toContainText("壹分");
});

test("R85, R73: who approves an adjustment reads both totals to the last fen, and the new one in capitals", async ({
  page,
}) => {
  const { id } = await make.project({ on: day("2002-01-05"), totalInvestment: wan("300"), site: "瓦卡" });
  const adjustmentId = await make.adjustment(id, { totalInvestment: wan("300.000001"), datedOn: "2002-03-01" });
  await signInAs(page, "AID_LEADER");

  for (const path of ["/fund/approvals", `/fund/projects/${id}/adjustments/${adjustmentId}`]) {
    await page.goto(path);
    const card = page.locator("main li, main .sheet").filter({ hasText: "300.000001 万元" }).last();
    await expect(card).toContainText("300.00 万元");
    await expect(card).toContainText("3,000,000.01 元，大写：叁佰万元零壹分");
  }
});

test("R61–R76: two people bring a project from nothing to a paid, reversed and reported month", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const leader = await browser.newPage();
  await signInAs(page, "AID_OFFICER");
  await signInAs(leader, "AID_LEADER");
  const code = `E${crypto.randomUUID().slice(0, 6)}`;

  // The revenue of 2008 gives the standard of 2009, and the plan says what may be arranged of it.
  await page.goto("/fund/revenues/new?year=2008");
  await field(page, "amount").fill("1000");
  await expect(page.getByText("2009 年应拨标准为 5.00 万元")).toBeVisible();
  await field(page, "certainty").first().check();
  await write(page, { datedOn: "2009-01-05", documentNo: `收${code}` });
  await lookAgain(page, "UNLIKELY");
  await expectTold(page, "收入已提交审批");
  await approve(leader, `收${code}`, "2009 年应拨标准 待核定 → 5.00");

  await page.goto("/fund/plans/new?year=2009");
  await field(page, "total").fill("50000");
  await field(page, "unit").selectOption("YUAN");
  await expect(page.getByText("大写：伍万元整")).toBeVisible();
  await expect(page.getByText("正好是 2009 年应拨标准")).toBeVisible();
  await write(page, { datedOn: "2009-01-06", documentNo: `计${code}` });
  await lookAgain(page, "UNLIKELY");
  await expectTold(page, "年度计划已提交审批");
  await approve(leader, `计${code}`, "2009 年计划 尚无 → 5.00，还可安排 5.00，与应拨标准相同");

  // A project, its target, its money in the three ledgers.
  await page.goto("/fund/projects/new");
  await field(page, "name").fill(`教学楼 ${code}`);
  await field(page, "implementingUnit").fill("得荣县教育局");
  await field(page, "code").fill(code);
  await field(page, "category").selectOption("EDUCATION");
  await field(page, "planYear").fill("2009");
  await field(page, "implementYear").fill("2009");
  await field(page, "site").fill("白松镇");
  await field(page, "totalInvestment").fill("6");
  await page.getByRole("button", { name: "新建项目" }).click();
  await expectTold(page, "项目已新建");
  const home = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "填写绩效目标" }).click();
  await field(page, "target").fill("新增学位 50 个");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expectTold(page, "项目资料已保存");

  await page.getByRole("link", { name: "安排", exact: true }).click();
  await field(page, "amount").fill("4");
  await field(page, "datedOn").fill("2009-02-10");
  await expect(page.getByText("2009 年计划还可安排 5.00 万元，本次之后剩 1.00 万元")).toBeVisible();
  await write(page, { documentNo: `安${code}` });
  await expectTold(page, "安排已提交审批");
  await approve(leader, `安${code}`, "2009 年安排 0.00 → 4.00，还剩 1.00");

  await page.goto(home);
  const report = page.getByRole("form", { name: "报告进度" });
  await report.locator('[name="state"]').selectOption("UNDER_WAY");
  await report.locator('[name="datedOn"]').fill("2009-02-20");
  await report.locator('[name="physicalProgress"]').fill("10");
  await report.locator('[name="problem"]').fill("冻土期停工");
  await report.getByRole("button", { name: "报告进度" }).click();
  await expectTold(page, "进度报告已登记");
  await expect(page.getByRole("cell", { name: "冻土期停工" })).toBeVisible();

  await page.getByRole("link", { name: "拨付", exact: true }).click();
  await field(page, "amount").fill("3");
  await expect(page.getByText("本项目还可拨付 4.00 万元，本次之后剩 1.00 万元")).toBeVisible();
  await field(page, "payee").fill("得荣县财政局");
  await write(page, { datedOn: "2009-03-02", documentNo: `拨${code}` }, "存为草稿");
  await expectTold(page, "拨付草稿已保存");
  await page.getByRole("link", { name: "修改" }).click();
  await field(page, "amount").fill("2.5");
  await page.getByRole("button", { name: "提交审批" }).click();
  await expectTold(page, "拨付已提交审批");
  await approve(leader, `拨${code}`, "本项目拨付 0.00 → 2.50，还剩 1.50");

  await page.goto(home);
  await page.getByRole("link", { name: "完成投资", exact: true }).click();
  await field(page, "amount").fill("2");
  await write(page, { datedOn: "2009-03-20", documentNo: `完${code}` }, "登记");
  await expectTold(page, "完成投资已登记");

  // Recorded too much: taken back in red by the one, approved by the other, and both lead to each other.
  await page.getByText("红字冲销这笔记录").click();
  const reversal = page.getByRole("form", { name: "提交冲销" });
  await reversal.locator('[name="datedOn"]').fill("2009-03-25");
  await reversal.locator('[name="documentNo"]').fill(`冲${code}`);
  await reversal.locator('[name="reason"]').fill("重复登记");
  await reversal.getByRole("button", { name: "提交冲销" }).click();
  await expectTold(page, "冲销已提交审批");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("冲销 完成投资 -2.00 万元");
  await approve(leader, `冲${code}`, "本项目完成投资 2.00 → 0.00");
  await page.reload();
  await page.getByRole("link", { name: "查看原记录" }).click();
  await expect(page.getByRole("link", { name: "查看冲销记录" })).toBeVisible();
  await expect(page.getByText("已被红字冲销")).toBeVisible();

  await page.goto("/fund/months?year=2009&month=2009-03");
  await expect(page.getByRole("row", { name: /^3 月/ })).toContainText("2.50");
  await page.getByRole("form", { name: "上报" }).getByRole("button", { name: "上报" }).click();
  await expectTold(page, "月报已上报");
  await leader.goto("/fund/months?year=2009&month=2009-03");
  await leader.getByRole("form", { name: "锁定" }).getByRole("button", { name: "锁定" }).click();
  await expectTold(leader, "月报已锁定");
  await expect(leader.getByRole("row", { name: /^3 月/ })).toContainText("已锁定");
  await leader.close();

  await page.goto(`${home}/history`);
  await expect(page.getByRole("main")).toContainText("2.50 万元");
  await expect(page.getByRole("main")).toContainText("原因：重复登记");
  expect(
    await db.project.findUnique({ where: { code }, select: { arranged: true, disbursed: true, completed: true } }),
  ).toEqual({ arranged: wan("4"), disbursed: wan("2.5"), completed: 0n });
});

test("invariants 5.3, R69: amounts with letters or stray commas and days ahead are refused, and everything typed stays", async ({
  page,
}) => {
  const { id } = await make.project({ on: day("2000-01-02") });
  await signInAs(page, "AID_OFFICER");
  await page.goto(`/fund/disbursements/new?project=${id}`);
  await field(page, "payee").fill("得荣县财政局");

  for (const typed of ["1e5", "1,00", "-5", "0"]) {
    await field(page, "amount").fill(typed);
    await write(page, { datedOn: stage.today, documentNo: "青财拨1" });
    await expectRefused(page, "INPUT_WRONG", "amount", "金额只写数字");
    await expect(field(page, "amount")).toHaveValue(typed);
  }
  await field(page, "amount").fill("5");
  await write(page, { datedOn: "2018-08-23", documentNo: "青财拨1" });

  await expectRefused(page, "INPUT_WRONG", "datedOn", "日期不能晚于今天 2018-08-22");
  await expect(field(page, "projectId")).toHaveValue(id);
  await expect(field(page, "datedOn")).toHaveValue("2018-08-23");
  await expect(field(page, "documentNo")).toHaveValue("青财拨1");
  await expect(field(page, "payee")).toHaveValue("得荣县财政局");
});

test("R67, R70: more than what is arranged is refused with what is left, and before the works begin it needs its basis", async ({
  page,
}) => {
  await make.plan(2001);
  const begun = await make.project({ on: day("2001-01-02") });
  const waiting = await make.project({ on: day("2001-01-02"), state: "NOT_STARTED" });
  for (const { id } of [begun, waiting]) await make.sum("appropriation", id, "200", "2001-02-01");
  await make.sum("disbursement", begun.id, "160", "2001-03-01");
  await signInAs(page, "AID_OFFICER");

  await page.goto(`/fund/disbursements/new?project=${begun.id}`);
  await expect(page.getByText("本项目还可拨付 40.00 万元")).toBeVisible();
  await field(page, "amount").fill("40.01");
  await expect(page.getByText("还可拨付 40.00 万元，本次超出 0.01 万元")).toBeVisible();
  await field(page, "payee").fill("得荣县财政局");
  await write(page, { datedOn: "2001-04-01", documentNo: "青财拨2" });
  await expectRefused(
    page,
    "OVER_APPROPRIATION",
    "amount",
    "安排 200.00 万元，已拨付 160.00 万元，还可拨付 40.00 万元",
  );
  await expect(field(page, "amount")).toHaveValue("40.01");

  await field(page, "projectId").selectOption(waiting.id);
  await write(page, {});
  await expectRefused(page, "INPUT_WRONG", "exceptionReason", "项目还未开工，属于预付");
  await field(page, "exceptionReason").fill("合同第 5 条");
  await write(page, {});
  await expectTold(page, "拨付已提交审批");
});

test("R67: nothing is arranged for a project without a target", async ({ page }) => {
  const { id, code } = await make.project({ on: day("2002-01-02"), target: "" });
  await signInAs(page, "AID_OFFICER");
  await page.goto(`/fund/appropriations/new?project=${id}`);

  await field(page, "amount").fill("10");
  await write(page, { datedOn: "2002-02-01", documentNo: "青援藏2" });

  await expectRefused(page, "INPUT_WRONG", "projectId", `项目 ${code} 还没有绩效目标`);
  await expect(field(page, "amount")).toHaveValue("10");
});

test("R76: nothing is dated in a month that is reported, nor is one reported while something waits", async ({
  page,
}) => {
  const { id } = await make.project({ on: day("2003-01-02") });
  const { id: officerId } = await stage.account("AID_OFFICER");
  await make.money("progress", { projectId: id, amount: wan("1"), datedOn: "2003-05-04" });
  await make.money("outside", { amount: wan("1"), datedOn: "2003-06-04", state: "SUBMITTED" });
  await signIn(page, officerId);

  await page.goto("/fund/months?year=2003&month=2003-06");
  await page.getByRole("form", { name: "上报" }).getByRole("button", { name: "上报" }).click();
  await expectRefused(page, "WRONG_STATE", "month", "2003-06 和同年以前各月还有 1 笔待审批的记录");
  await page.goto("/fund/months?year=2003&month=2003-05");
  await page.getByRole("form", { name: "上报" }).getByRole("button", { name: "上报" }).click();
  await expectTold(page, "月报已上报");

  await page.goto(`/fund/progress/new?project=${id}`);
  await field(page, "amount").fill("3");
  await write(page, { datedOn: "2003-05-20", documentNo: "进度2" }, "登记");
  await expectRefused(page, "MONTH_CLOSED", "datedOn", "2003-05 已上报或锁定");
  await expect(field(page, "amount")).toHaveValue("3");
});

test("R63, R65: a plan above the standard needs its basis, below it its reason, and both are said beforehand", async ({
  page,
}) => {
  await make.money("revenue", { year: 2003, amount: wan("1000"), datedOn: "2004-01-02" });
  await signInAs(page, "AID_OFFICER");
  await page.goto("/fund/plans/new?year=2004");

  await field(page, "total").fill("6");
  await expect(page.getByText("高出 1.00 万元，须选择依据并填写文号和理由")).toBeVisible();
  await write(page, { datedOn: "2004-01-10", documentNo: "" });
  await expectRefused(page, "INPUT_WRONG", "basis", "计划高于应拨标准");
  await field(page, "total").fill("4.5");
  await expect(page.getByText("低了 0.50 万元，须填写理由")).toBeVisible();
  await write(page, {});
  await expectRefused(page, "INPUT_WRONG", "reason", "计划比应拨标准少 0.50 万元");
  await expect(field(page, "year")).toHaveValue("2004");

  await field(page, "reason").fill("收入下降");
  await write(page, {});
  await lookAgain(page, "UNLIKELY");
  await expectTold(page, "年度计划已提交审批");
});

test("R75: a record is taken back once, also by two pages that both still offer it", async ({ page }) => {
  const { id } = await make.project({ on: day("2005-01-02") });
  const { recordId } = await make.money("progress", { projectId: id, amount: wan("7"), datedOn: "2005-05-04" });
  const { id: officerId } = await stage.account("AID_OFFICER");
  await signIn(page, officerId);
  const second = await page.context().newPage();
  for (const tab of [page, second]) await tab.goto(`/fund/progress/${recordId}`);

  await reverse(page);
  await expectTold(page, "冲销已提交审批");
  await reverse(second);

  await expectRefused(second, "ALREADY_REVERSED", "recordId", "这笔记录已经冲销过");
  await expect(field(second, "reason")).toHaveValue("写错");
});

test("I16, R111: who wrote a record down is told that another person decides, and is shown no button", async ({
  page,
}) => {
  const { id: leaderId } = await stage.account("AID_OFFICER");
  const { recordId } = await make.money("outside", {
    amount: wan("2"),
    datedOn: "2006-05-04",
    state: "SUBMITTED",
    createdById: leaderId,
  });
  await sql(
    "owner",
    `SET session_replication_role = replica; UPDATE accounts SET role = 'AID_LEADER' WHERE id = '${leaderId}'`,
  );
  await signIn(page, leaderId);

  await page.goto(`/fund/outside/${recordId}`);

  await expect(page.getByText("这是您自己提交的，须由另一人审批")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button", { name: "批准" })).toHaveCount(0);
});

test("R111: what is not approved comes back with its reason, and is written anew without typing it again", async ({
  page,
  browser,
}) => {
  const { id: officerId } = await stage.account("AID_OFFICER");
  const documentNo = `函${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, officerId);
  await page.goto("/fund/outside/new");
  await field(page, "ledger").first().check();
  await field(page, "amount").fill("12.5");
  await field(page, "item").fill("企业捐赠");
  await write(page, { datedOn: "2007-05-04", documentNo });
  await expectTold(page, "其他资金已提交审批");

  const leader = await browser.newPage();
  await signInAs(leader, "AID_LEADER");
  await leader.goto("/fund/approvals");
  const item = leader.getByRole("listitem").filter({ hasText: documentNo });
  await item.getByText("不批准，写明原因").click();
  await item.locator('[name="reason"]').fill("缺协议");
  await item.getByRole("button", { name: "不批准" }).click();
  await expectTold(leader, "其他资金未批准：");
  await leader.close();

  await page.goto("/fund/approvals");
  const back = page.getByRole("listitem").filter({ hasText: documentNo });
  await expect(back).toContainText("审核意见：缺协议");
  await back.getByRole("link", { name: "照此重新填写" }).click();
  await expect(field(page, "item")).toHaveValue("企业捐赠");
  await expect(field(page, "amount")).toHaveValue("12.5");
});

test("who only approves or looks on is offered no form and refused its address", async ({ page }) => {
  const { id } = await make.project({ on: day("2006-01-02") });
  await signInAs(page, "AID_LEADER");

  await page.goto(`/fund/projects/${id}`);
  await expect(page.getByRole("main").getByRole("link", { name: "拨付", exact: true })).toHaveCount(0);
  const answer = await page.goto(`/fund/disbursements/new?project=${id}`);

  expect(answer?.status()).toBe(403);
});

test("R61, R111: a change of the rate waits in its leader's lists with its effect, until it is signed or taken back", async ({
  page,
}) => {
  const admin = { ...make.actor("SYS_ADMIN"), id: (await stage.account("SYS_ADMIN")).id };
  const grounds = { reason: "省里统一调整", documentNo: "成援〔2018〕6号" };
  const rate = { key: "aid_rate_basis_points", value: "0.6", validFrom: day("2071-01-01") };
  const { id: settingChangeId } = await proposeSetting(admin, { ...rate, ...grounds });
  await signInAs(page, "AID_LEADER");

  for (const address of ["/today", "/fund/approvals"]) {
    await page.goto(address);
    const item = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "援藏资金比例" }) });
    await expect(item).toContainText("0.5% → 0.6%，2071-01-01 起");
  }
  await withdrawSetting(admin, { settingChangeId, version: 1 });
  await page.reload();
  await expect(page.getByRole("link", { name: "援藏资金比例" })).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a payment is refused with what is left, keeps what was typed, and is handed in", async ({ page }) => {
    await make.plan(2010);
    const { id } = await make.project({ on: day("2010-01-02") });
    await make.sum("appropriation", id, "200", "2010-02-01");
    await signInAs(page, "AID_OFFICER");
    await page.goto(`/fund/disbursements/new?project=${id}`);

    await expect(page.getByText("本项目还可拨付 200.00 万元")).toBeVisible();
    await field(page, "amount").fill("200.01");
    await field(page, "payee").fill("得荣县财政局");
    await write(page, { datedOn: "2010-04-01", documentNo: "青财拨3" });
    await expectRefused(page, "OVER_APPROPRIATION", "amount", "还可拨付 200.00 万元");
    await expect(field(page, "amount")).toHaveValue("200.01");
    await expect(page.getByText("大写：贰佰万零壹佰元整")).toBeVisible();
    await field(page, "amount").fill("200");
    await write(page, {});

    await expectTold(page, "拨付已提交审批");
    expect(
      await db.disbursement.findFirst({ where: { projectId: id }, select: { state: true, amount: true } }),
    ).toEqual({
      state: "SUBMITTED",
      amount: wan("200"),
    });
  });
});

/** Fills what every record has and presses one of the form's buttons. */
async function write(
  page: Page,
  { datedOn, documentNo }: { datedOn?: string; documentNo?: string },
  button = "提交审批",
) {
  if (datedOn !== undefined) await field(page, "datedOn").fill(datedOn);
  if (documentNo !== undefined) await field(page, "documentNo").fill(documentNo);
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
}

/** R71: a figure far from the last one of its kind wants a tick; the box leads to it. */
async function lookAgain(page: Page, warning: string, button = "提交审批") {
  await page.getByRole("alert").getByRole("link").click();
  await page.locator(`#f-accepted-${warning}`).check();
  await write(page, {}, button);
}

/** The to-do list shows what the record would change; then it is approved from its own place in the list. */
async function approve(leader: Page, documentNo: string, change: string) {
  await leader.goto("/fund/approvals");
  const item = leader.getByRole("listitem").filter({ hasText: documentNo });
  await expect(item).toContainText(change);
  await item.getByRole("button", { name: "批准", exact: true }).click();
  await expectTold(leader, "已批准：");
}

async function reverse(page: Page) {
  await page.getByText("红字冲销这笔记录").click();
  await field(page, "datedOn").fill("2005-06-01");
  await field(page, "documentNo").fill("冲1");
  await field(page, "reason").fill("写错");
  await page.getByRole("button", { name: "提交冲销" }).click();
}

/** The error box names the refusal, and the sentence says what is in the way. */
async function expectRefused(page: Page, refusal: string, at: string, words: string) {
  const box = page.locator(`main [data-refusal="${refusal}"]`);
  await expect(box.locator(`[data-field="${at}"]`)).toContainText(words);
}
