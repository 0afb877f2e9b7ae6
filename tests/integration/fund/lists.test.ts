import { beforeAll, expect, test } from "vitest";
import { db, snapshot } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { rejectRecord } from "@/lib/fund/commands/decide";
import { submitMonth } from "@/lib/fund/commands/month";
import { recordPlan } from "@/lib/fund/commands/plan";
import { recordDisbursement, recordRevenue } from "@/lib/fund/commands/record";
import { reverseRecord } from "@/lib/fund/commands/reverse";
import { proposeClosing } from "@/lib/fund/commands/year";
import { listLaterRecords, listLaterTotals } from "@/lib/fund/queries/changes";
import * as decisions from "@/lib/fund/queries/decisions";
import { listDifferences } from "@/lib/fund/queries/differences";
import { listClosing, listFunds } from "@/lib/fund/queries/months";
import { listYearsOf } from "@/lib/fund/queries/plan";
import { listProjectPapers, listProjectSums } from "@/lib/fund/queries/projects";
import { listDoubts } from "@/lib/fund/queries/second-look";
import { listRevenuesInForce, listStandards } from "@/lib/fund/queries/standard";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { adjustProject } from "@/lib/project/commands/adjust";
import { approveAdjustment } from "@/lib/project/commands/decide";
import { listAdjustments, listProjectChoices } from "@/lib/project/queries";
import { adjustProjectInput } from "@/lib/project/schema";
import { day, type Month } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { agreed, leader, officer, payment, planned, revenue, takenBack } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

const today = officer.today;
let [projectId, code] = ["", ""];
const pay = (amount: string, change = {}) => recordDisbursement(officer, payment(projectId, amount, change));
const only = <Row extends { createdById: string }>(rows: Row[], id = officer.id) =>
  rows.filter((row) => row.createdById === id);

// 1,000 arranged in two papers on a total of 2,000; 300 paid.
const month = (text: string) => text as Month;

beforeAll(async () => {
  for (const year of [2016, 2018]) await make.plan(year, "5000");
  ({ id: projectId, code } = await make.project({
    totalInvestment: wan("2000"),
    dueOn: new Date("2018-12-31"),
    content: "教学楼",
  }));
  await make.sum("appropriation", projectId, "600", "2018-02-01");
  await make.money("appropriation", {
    projectId,
    amount: wan("400"),
    datedOn: "2018-03-01",
    also: { document_no: "青援安2号" },
  });
  await make.sum("disbursement", projectId, "300", "2018-03-15");
});

test("R111: what waits comes by its day, of every kind; one's own drafts and refusals are one's own", async () => {
  const late = await pay("10", { datedOn: "2018-07-02" });
  const early = await pay("11", { datedOn: "2018-06-01" });
  const draft = await pay("12", { intent: "DRAFT" });
  const wrong = await pay("13", { datedOn: "2018-06-15" });
  await rejectRecord(leader, { kind: "disbursement", recordId: wrong.id, version: 1, reason: "收款人不符" });
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

  expect(ids(only(await decisions.listWaiting()))).toEqual([early.id, late.id]);
  expect(ids(await decisions.listOwnOpen(officer.id)).sort()).toEqual([late.id, early.id, draft.id].sort());
  expect(await decisions.listOwnRejected(officer.id)).toMatchObject([{ id: wrong.id, stateReason: "收款人不符" }]);
  expect([await decisions.listOwnOpen(leader.id), await decisions.listOwnRejected(leader.id)]).toEqual([[], []]);
  expect((await decisions.listRecordsOfProject("disbursement", projectId)).map(({ state }) => state).sort()).toEqual([
    "APPROVED",
    "DRAFT",
    "REJECTED",
    "SUBMITTED",
    "SUBMITTED",
  ]);
});

test("R68: a record that waits tells which sums it would move, and what it leaves", async () => {
  const { id } = await pay("50", { datedOn: "2018-07-10" });
  const [record] = (await decisions.listWaiting()).filter((one) => one.id === id);
  const same = { ...record, kind: "appropriation" } as MoneyRecord;

  const [paid, arranged] = await snapshot(async (tx) => [
    (await listDifferences([record as MoneyRecord], today, tx)).get(id),
    (await listDifferences([same], today, tx)).get(id),
  ]);

  expect(paid).toEqual([
    { of: "projectDisbursed", year: 2018, before: wan("300"), after: wan("350"), left: wan("650") },
  ]);
  expect(arranged).toMatchObject([
    { of: "yearArranged", before: wan("1000"), after: wan("1050"), left: wan("3950") },
    { of: "projectArranged", before: wan("1000"), after: wan("1050") },
  ]);
});

test("R69: of records that wait, the second that says the same names the first; each has its own doubts", async () => {
  const [first, second] = [await pay("21"), await pay("21")];
  const waiting = (await decisions.listWaiting()).filter(({ id }) => [first.id, second.id].includes(id));

  const doubts = await snapshot((tx) => listDoubts(waiting, today, tx));

  expect(doubts.get(second.id)).toMatchObject({
    warnings: ["DUPLICATE"],
    earlier: { href: `/fund/disbursements/${first.id}`, datedOn: "2018-08-01" },
  });
  expect([...doubts.keys()].sort()).toEqual([first.id, second.id].sort());
});

test("R61, R62: standards come by year, each once; a provisional revenue gives none and is not in force", async () => {
  await agreed("revenue", recordRevenue(officer, revenue(2015, "514000", { datedOn: "2016-01-05" })));
  await agreed("revenue", recordRevenue(officer, revenue(2016, "520000", { datedOn: "2017-01-05" })));
  await agreed(
    "revenue",
    recordRevenue(officer, revenue(2018, "1", { datedOn: "2018-07-05", certainty: "PROVISIONAL" })),
  );

  const standards = await listStandards([2016, 2017, 2016], today);

  expect([...standards].map(([year, { standard }]) => [year, standard])).toEqual([
    [2016, wan("2570")],
    [2017, wan("2600")],
  ]);
  expect((await listStandards([2016], day("2016-01-04"))).get(2016)?.standard).toBeNull();
  expect(await listRevenuesInForce()).toEqual([
    { year: 2016, amount: wan("520000") },
    { year: 2015, amount: wan("514000") },
  ]);
});

test("R67: the years are those that had begun and those ahead that had a plan by the day, and was not refused", async () => {
  const ahead = async (year: number, datedOn: string) =>
    recordPlan(officer, planned(year, "100", { datedOn, reason: "预计" }));
  await ahead(2020, "2018-08-02");
  const refused = await ahead(2021, "2018-08-02");
  await rejectRecord(leader, { kind: "plan", recordId: refused.id, version: 1, reason: "太早" });
  const years = (asOf: string) => snapshot((tx) => listYearsOf(2016, 2018, day(asOf), tx));

  expect(await years("2018-08-02")).toEqual([2016, 2017, 2018, 2020]);
  expect(await years("2018-08-01")).toEqual([2016, 2017, 2018]);
  expect((await listFunds()).find(({ year }) => year === 2018)).toMatchObject({
    approvedTotal: wan("5000"),
    arranged: wan("1000"),
  });
});

test("R64: a year proposed to be closed waits with its reason until it is closed, and then takes no plan", async () => {
  const { version } = await db.aidFund.findUniqueOrThrow({ where: { year: 2016 } });
  await proposeClosing(officer, { year: 2016, version, reason: "项目推迟" });

  expect(await listClosing()).toEqual([{ year: 2016, closingProposedById: officer.id, closingReason: "项目推迟" }]);

  await sql(
    "owner",
    "SET session_replication_role = replica; UPDATE aid_funds SET state = 'CLOSED', closed_at = now(), closed_by_id = gen_random_uuid() WHERE year = 2016",
  );
  expect(await listClosing()).toEqual([]);
  const plan = planned(2016, "3000", { datedOn: "2018-08-02", reason: "补报", basis: "EARLY", documentNo: "纪要1" });
  await expect(recordPlan(officer, plan)).rejects.toMatchObject({
    refusal: "MONTH_CLOSED",
    figures: { case: "FUND", month: "2016" },
  });
});

test("R73, R76: what an adjustment replaces is told as of the day, its papers with it, and after a report as a change", async () => {
  const sealedAt = new Date();
  await expect(adjust({ dueOn: "" })).rejects.toMatchObject({ field: "dueOn", figures: { case: "DUE_MISSING" } });
  const { id } = await adjust();
  await approveAdjustment(leader, { adjustmentId: id, version: 1 });
  const papers = async (asOf: string) => {
    const filter = { year: 2018, since: 2018, asOf: day(asOf), project: projectId };
    return (await listProjectPapers(await listProjectSums(filter), filter)).get(projectId);
  };

  expect(await papers("2018-08-09")).toEqual({ content: "教学楼", documents: "青援安〔2018〕1号\n青援安2号" });
  expect(await papers("2018-08-10")).toMatchObject({ content: "宿舍楼" });
  expect(await papers("2018-02-28")).toMatchObject({ documents: "青援安〔2018〕1号" });
  expect((await listAdjustments(projectId)).map((one) => [one.id, one.state])).toEqual([[id, "APPROVED"]]);
  const later = await snapshot((tx) => listLaterTotals(2018, sealedAt, tx));
  expect(later).toMatchObject([{ figure: "totalInvestment", amount: wan("100"), project: { id: projectId } }]);
  expect(await snapshot((tx) => listLaterTotals(2018, new Date(), tx))).toEqual([]);
  expect((await listProjectChoices()).find((one) => one.id === projectId)).toMatchObject({
    code,
    totalInvestment: wan("2100"),
  });
});

test("R76, I40: what takes back a record of a reported month is told as a change of that month", async () => {
  const paid = await agreed("disbursement", pay("40", { datedOn: "2018-04-10" }));
  await submitMonth(officer, { month: month("2018-04") });
  const { id } = await reverseRecord(officer, takenBack("disbursement", paid.recordId, "2018-08-20"));
  const changes = (on = today) => snapshot((tx) => listLaterRecords(2018, on, tx));
  expect(await changes()).toEqual([]);

  await agreed("disbursement", Promise.resolve({ id }));

  expect(await changes()).toMatchObject([
    { figure: "disbursed", amount: -wan("40"), belongsOn: "2018-04-10", datedOn: "2018-08-20", project: { code } },
  ]);
  expect(await changes(day("2018-08-19"))).toEqual([]);
});

test("a project that is not there takes no money and is not adjusted", async () => {
  const unknown = { refusal: "INPUT_WRONG", field: "projectId", figures: { case: "UNKNOWN_PROJECT" } };

  await expect(recordDisbursement(officer, payment(newId(), "1"))).rejects.toMatchObject(unknown);
  await expect(adjust({ projectId: newId() })).rejects.toMatchObject(unknown);
});

/** The form of an adjustment as it comes, with what is changed. */
async function adjust(change: object = {}) {
  const typed = { projectId, version: "1", datedOn: "2018-08-10", documentNo: "纪要5", reason: "设计变更" };
  const stands = {
    standing: "ACTIVE",
    dueOn: "2018-12-31",
    totalInvestment: "2100 WAN",
    target: "学位 600 个",
    site: "白松",
  };
  return adjustProject(officer, adjustProjectInput.parse({ ...typed, ...stands, content: "宿舍楼", ...change }));
}
