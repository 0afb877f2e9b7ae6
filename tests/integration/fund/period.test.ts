import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { approveRecord, rejectRecord, submitRecord } from "@/lib/fund/commands/decide";
import { lockMonth, returnMonth, submitMonth } from "@/lib/fund/commands/month";
import { recordPlan } from "@/lib/fund/commands/plan";
import { recordDisbursement, recordProgress, recordRevenue } from "@/lib/fund/commands/record";
import { reverseRecord } from "@/lib/fund/commands/reverse";
import { closeYear, proposeClosing } from "@/lib/fund/commands/year";
import { findFund, listMonths } from "@/lib/fund/queries/months";
import { findToDo } from "@/lib/fund/queries/to-do";
import { adjustProject } from "@/lib/project/commands/adjust";
import { rejectAdjustment } from "@/lib/project/commands/decide";
import { adjustProjectInput } from "@/lib/project/schema";
import { type Day, day } from "@/lib/value/calendar";
import { monthAt } from "@/lib/value/period";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { agreed, leader, officer, payment, planned, progress, revenue, takenBack } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

let projectId: string;
beforeAll(async () => {
  for (const year of [2015, 2016, 2017, 2018]) await make.plan(year);
  projectId = (await make.project()).id;
  for (const year of [2015, 2016]) await make.sum("appropriation", projectId, "1", `${year}-01-04`);
  await make.sum("appropriation", projectId, "1000");
});

const pay = (datedOn: string, change = {}) =>
  recordDisbursement(officer, payment(projectId, "1", { datedOn, ...change }));
const closedOf = (month: string) => ({ refusal: "MONTH_CLOSED", figures: { month } });
const lockAll = async (year: number) => {
  for (let n = 1; n <= 12; n++) {
    const month = monthAt(year, n);
    await submitMonth(officer, { month });
    await lockMonth(leader, { month, version: 2 });
  }
};

test("R76: in a reported month nothing is written, handed in, reversed or completed, and nothing once it is locked", async () => {
  const [wrong, draft] = [
    await agreed("disbursement", pay("2018-03-02")),
    await pay("2018-03-09", { intent: "DRAFT" }),
  ];
  await submitMonth(officer, { month: monthAt(2018, 3) });
  const refusedNow = async () => {
    const no = closedOf("2018-03");
    await expect(pay("2018-03-31")).rejects.toMatchObject(no);
    await expect(pay("2018-03-31", { intent: "DRAFT" })).rejects.toMatchObject(no);
    await expect(submitRecord(officer, { kind: "disbursement", recordId: draft.id, version: 1 })).rejects.toMatchObject(
      no,
    );
    await expect(recordProgress(officer, progress(projectId, "1", { datedOn: "2018-03-01" }))).rejects.toMatchObject(
      no,
    );
    const red = takenBack("disbursement", wrong.recordId, "2018-03-31");
    await expect(reverseRecord(officer, red)).rejects.toMatchObject(no);
  };

  await refusedNow();
  await lockMonth(leader, { month: monthAt(2018, 3), version: 2 });
  await refusedNow();

  await agreed("disbursement", pay("2018-04-01"));
  await agreed("disbursement", reverseRecord(officer, takenBack("disbursement", wrong.recordId, "2018-04-01")));
});

test("R76: a month in which something waits is not reported; once it is decided, it is", async () => {
  const { id } = await pay("2018-05-31");
  await pay("2018-05-20", { intent: "DRAFT" });

  await expect(submitMonth(officer, { month: monthAt(2018, 5) })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "UNDECIDED", month: "2018-05", waiting: 1 },
  });
  await rejectRecord(leader, { kind: "disbursement", recordId: id, version: 1, reason: "x" });
  await submitMonth(officer, { month: monthAt(2018, 5) });
});

test("U04, R76: a month counts what the law lets wait in it, an adjustment with the rest", async () => {
  const waiting = async () => (await listMonths(2018)).find(({ month }) => month === "2018-07")?.waiting;
  const { id } = await pay("2018-07-31");
  const adjustment = adjustProjectInput.parse({
    ...{ projectId, version: "1", datedOn: "2018-07-20", documentNo: "纪要 7", reason: "x", standing: "ACTIVE" },
    ...{ target: "学位 600 个", site: "瓦卡", content: "", totalInvestment: "100000 WAN", accepted: "LARGE_TOTAL" },
  });
  const { id: adjustmentId } = await adjustProject(officer, adjustment);

  expect(await waiting()).toBe(2);
  await expect(submitMonth(officer, { month: monthAt(2018, 7) })).rejects.toMatchObject({
    figures: { case: "UNDECIDED", waiting: 2 },
  });
  await rejectRecord(leader, { kind: "disbursement", recordId: id, version: 1, reason: "x" });
  await rejectAdjustment(leader, { adjustmentId, version: 1, reason: "x" });
  expect(await waiting()).toBe(0);
});

test("R76: a month is reported after its last day", async () => {
  const on = async (today: string) => submitMonth({ ...officer, today: day(today) }, { month: monthAt(2018, 6) });

  await expect(on("2018-06-30")).rejects.toMatchObject({ figures: { case: "MONTH_AHEAD" } });
  await on("2018-07-01");
});

test("R111, I27: who reported a month does not lock it; it may go back, with the reason, and is locked in the version that was seen", async () => {
  const month = monthAt(2018, 2);
  await submitMonth(officer, { month });
  const both = { ...officer, role: "AID_LEADER" } as const;

  await expect(lockMonth(both, { month, version: 2 })).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await expect(lockMonth(leader, { month, version: 1 })).rejects.toMatchObject({ refusal: "STALE" });
  await returnMonth(leader, { month, version: 2, reason: "漏报一笔" });
  await expect(lockMonth(leader, { month, version: 3 })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await submitMonth(officer, { month });
  await lockMonth(leader, { month, version: 4 });
  await expect(returnMonth(leader, { month, version: 5, reason: "x" })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
  });

  await expect(submitMonth(officer, { month })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  const noted = { where: { subjectId: month }, orderBy: { id: "asc" }, select: { verb: true } } as const;
  expect((await db.auditEntry.findMany(noted)).map(({ verb }) => verb)).toEqual([
    "month.submit",
    "month.return",
    "month.submit",
    "month.lock",
  ]);
});

test("R64: a year with less disbursed than its standard is closed with an explanation only, by another person, after its months", async () => {
  const year = 2017;
  await make.money("revenue", { year: 2016, amount: wan("200000"), datedOn: "2017-01-05" });
  await make.money("appropriation", { projectId, amount: wan("1000"), datedOn: "2017-02-01" });
  await make.money("disbursement", { projectId, amount: wan("999.99"), datedOn: "2017-03-01" });
  const version = async () => (await findFund(year))?.version ?? 0;
  const propose = async (reason?: string) => proposeClosing(officer, { year, version: await version(), reason });

  await expect(propose()).rejects.toMatchObject({ field: "reason", figures: { case: "CLOSING_REASON" } });
  await propose("剩余 0.01 万元于次年 1 月拨付");
  const close = async (by = leader) => closeYear(by, { year, version: await version() });
  await expect(close({ ...officer, role: "AID_LEADER" })).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await expect(close()).rejects.toMatchObject({ refusal: "WRONG_STATE", figures: { case: "MONTHS_OPEN" } });
  await lockAll(year);
  await expect(closeYear(leader, { year, version: 1 })).rejects.toMatchObject({ refusal: "STALE" });
  await close();

  expect(await findFund(year)).toMatchObject({ state: "CLOSED" });
  await expect(
    recordPlan(officer, planned(year, "5000", { reason: "x", documentNo: "1", basis: "OTHER" })),
  ).rejects.toMatchObject({
    refusal: "MONTH_CLOSED",
  });
  await expect(pay("2017-12-31")).rejects.toMatchObject(closedOf("2017-12"));
  await expect(close()).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

test("R64: up to the standard and in the year itself: the one needs no explanation, the other is too early", async () => {
  const year = 2016;
  await make.money("revenue", { year: 2015, amount: wan("20"), datedOn: "2016-01-05" });
  await make.money("disbursement", { projectId, amount: wan("0.1"), datedOn: "2016-03-01" });
  const on = (today: Day) => proposeClosing({ ...officer, today }, { year, version: 1, reason: undefined });

  await expect(on(day("2016-12-31"))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await on(day("2017-01-01"));

  expect(await findFund(year)).toMatchObject({ closingReason: null });
});

test("R62, R64: a year is closed against the revenue as it is known on the day of closing", async () => {
  const year = 2015;
  await make.money("revenue", { year: 2014, amount: wan("20"), datedOn: "2015-01-05" });
  await make.money("disbursement", { projectId, amount: wan("0.1"), datedOn: "2015-03-01" });
  await agreed("revenue", recordRevenue(officer, revenue(2014, "20.01", { datedOn: "2016-01-08" })));

  const closing = proposeClosing(officer, { year, version: 1, reason: undefined });

  await expect(closing).rejects.toMatchObject({ figures: { case: "CLOSING_REASON" } });
});

test("I24: what was approved in a month before its report is in no self-check", async () => {
  const waiting = await pay("2018-07-31");
  await approveRecord(leader, { kind: "disbursement", recordId: waiting.id, version: 1 });
  await submitMonth(officer, { month: monthAt(2018, 7) });

  expect(await sql("app", "SELECT * FROM checks.closed_month_row")).toEqual([]);
});

test("I24, control: the self-check finds what slipped into a reported month past the law", async () => {
  const row = `INSERT INTO investment_progress (id, project_id, amount, dated_on, document_no, state, created_by_id)
    VALUES (gen_random_uuid(), '${projectId}', 1, '2018-07-31', 'x', 'APPROVED', gen_random_uuid()) RETURNING id`;
  const slip = (what: string) => sql("owner", `SET session_replication_role = replica; ${what}`);

  await slip(row);

  expect(await sql("app", "SELECT ledger, month FROM checks.closed_month_row")).toEqual([
    { ledger: "progress", month: "2018-07" },
  ]);
  await slip("DELETE FROM investment_progress WHERE document_no = 'x'");
});

test("R76: New Year takes no month off the lists: December is reported and locked in January", async () => {
  const january = day("2019-01-10");
  const months = async (which: "reportable" | "reported") =>
    (await findToDo(officer.id, january))[which].map(({ month }) => month);

  expect(await months("reportable")).toContain("2018-12");
  await submitMonth({ ...officer, today: january }, { month: monthAt(2018, 12) });
  expect(await months("reported")).toContain("2018-12");
  expect(await months("reportable")).not.toContain("2018-12");
});
