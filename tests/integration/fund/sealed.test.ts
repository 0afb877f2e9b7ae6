import { beforeAll, expect, test } from "vitest";
import { approveRecord } from "@/lib/fund/commands/decide";
import { lockMonth, submitMonth } from "@/lib/fund/commands/month";
import { recordDisbursement, recordRevenue } from "@/lib/fund/commands/record";
import { reverseRecord } from "@/lib/fund/commands/reverse";
import { closeYear, proposeClosing } from "@/lib/fund/commands/year";
import { findYearToClose } from "@/lib/fund/queries/closing";
import { findFund } from "@/lib/fund/queries/months";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { findSealedYear } from "@/lib/fund/queries/sealed";
import { differenceOf } from "@/lib/fund/rules/sealed";
import { adjustProject } from "@/lib/project/commands/adjust";
import { approveAdjustment } from "@/lib/project/commands/decide";
import { adjustProjectInput } from "@/lib/project/schema";
import { differenceReport } from "@/lib/report/queries/differences";
import { ledgerReport } from "@/lib/report/queries/ledger";
import { recordReports } from "@/lib/report/queries/records";
import type { Report } from "@/lib/report/sheet/report";
import { day } from "@/lib/value/calendar";
import { monthAt } from "@/lib/value/period";
import { sql } from "@/tests/support/database";
import { take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";
import { leader as aid, officer as desk, payment, revenue, takenBack } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

// I40, R76: a year is closed, then what it rests on turns out otherwise; every correction is dated in an open month.
const today = day("2019-04-10");
const [officer, leader] = [
  { ...desk, today },
  { ...aid, today },
];
let projectId: string;
const paid: Record<string, string> = {};

beforeAll(async () => {
  await make.plan(2018);
  await make.plan(2019);
  projectId = (await make.project({ totalInvestment: wan("900"), site: "旧址" })).id;
  await make.money("revenue", { year: 2017, amount: wan("200000"), datedOn: "2018-01-05" });
  await make.sum("appropriation", projectId, "1200", "2018-02-01");
  paid.march = (await make.sum("disbursement", projectId, "1000", "2018-03-01")).id;
  paid.may = (await make.sum("disbursement", projectId, "50", "2018-05-02")).id;
  // Taken back before the year was closed: no later change, though it is one of the month of May.
  await make.money("disbursement", { projectId, amount: -wan("50"), datedOn: "2018-06-01", reversalOfId: paid.may });
  await make.money("outside", { amount: wan("65"), datedOn: "2018-02-01" });
  for (let n = 1; n <= 12; n++) {
    const month = monthAt(2018, n);
    await submitMonth(officer, { month });
    await lockMonth(leader, { month, version: 2 });
  }
  const version = async () => (await findFund(2018))?.version ?? 0;
  await proposeClosing(officer, { year: 2018, version: await version(), reason: undefined });
  await closeYear(leader, { year: 2018, version: await version() });
});

const differences = async () => {
  const { figures } = await findSealedYear(2018, today);
  return Object.fromEntries(figures.map((figure) => [figure.name, differenceOf(figure)]));
};
const nothing = { standard: 0n, arranged: 0n, disbursed: 0n, completed: 0n, totalInvestment: 0n, operatingCome: 0n };

test("I40: right after it was closed a year differs from nothing, and its figures are those of its closing", async () => {
  const { closedAt, figures, changedMonths } = await findSealedYear(2018, today);

  expect(closedAt).toBeInstanceOf(Date);
  expect(await differences()).toEqual(nothing);
  expect(figures.find(({ name }) => name === "disbursed")).toMatchObject({ sealed: wan("1000"), now: wan("1000") });
  expect(figures.every(({ changes }) => changes.length === 0)).toBe(true);
  // May was reported before June took its payment back.
  expect(changedMonths).toMatchObject([
    { month: "2018-05", figures: [{ name: "disbursed", sealed: wan("50"), now: 0n }] },
  ]);
});

test("R75, I40: a payment of the closed year that is taken back today is its difference, with the record that makes it", async () => {
  const { id } = await reverseRecord(officer, takenBack("disbursement", paid.march ?? "", "2019-04-02"));
  expect((await differences()).disbursed).toBe(0n);
  await approveRecord(leader, { kind: "disbursement", recordId: id, version: 1 });

  const { figures, changedMonths } = await findSealedYear(2018, today);

  expect(figures.find(({ name }) => name === "disbursed")).toMatchObject({
    ...{ sealed: wan("1000"), now: 0n },
    changes: [
      { href: `/fund/disbursements/${id}`, amount: -wan("1000"), datedOn: "2019-04-02", project: { id: projectId } },
    ],
  });
  expect(changedMonths.map(({ month }) => month)).toEqual(["2018-03", "2018-05"]);
  // Every other page keeps what was closed (R76).
  const [row] = await listProjectSums({ year: 2018, since: 2018, asOf: day("2018-12-31") });
  expect(row?.disbursed).toBe(wan("1000"));
});

test("I25, I40: the files of the closed year say the difference of their sums, and the paper of differences lists all of it", async () => {
  const filter = { year: 2018 };
  const textOf = async (report: Report) =>
    (await take({ report, filter, format: "xlsx" }, leader)).rows.flat().map(String).join("\n");
  const said = "拨付关账时 1,000.00，现在 0.00，差异 -1,000.00";

  expect(await textOf(recordReports.disbursements)).toContain(said);
  expect(await textOf(ledgerReport)).toContain(said);
  expect(await textOf(recordReports.appropriations)).not.toContain("关账");
  const { rows } = await take({ report: differenceReport, filter, format: "xlsx" }, leader);
  expect(rows).toContainEqual(["2018 年", "拨付", null, null, 1000, 0, -1000]);
  expect(rows).toContainEqual(["2018-03", "拨付", null, null, 1000, 0, -1000]);
});

test("R76: money of another year is no difference", async () => {
  const before = await differences();
  await make.sum("disbursement", projectId, "40", "2019-01-15");

  expect(await differences()).toEqual(before);
});

test("R62, I40: a corrected revenue moves the standard of the closed year; as it was closed it stands", async () => {
  const { id } = await recordRevenue(officer, revenue(2017, "202000", { datedOn: "2019-03-01" }));
  await approveRecord(leader, { kind: "revenue", recordId: id, version: 1 });

  const { figures } = await findSealedYear(2018, today);

  expect(figures[0]).toMatchObject({
    ...{ name: "standard", sealed: wan("1000"), now: wan("1010") },
    changes: [{ href: `/fund/revenues/${id}`, amount: wan("10") }],
  });
  expect(await findYearToClose(2018, today)).toMatchObject({ standard: wan("1000"), lack: 0n });
});

test("R73, I40: an adjusted total is today's; as of the closed year the project reads as it stood", async () => {
  const wanted = adjustProjectInput.parse({
    ...{ projectId, version: "1", datedOn: "2019-04-03", documentNo: "纪要 2019-1", reason: "调整规模" },
    ...{ target: "学位 600 个", totalInvestment: "1500 WAN", site: "新址", content: "", standing: "ACTIVE" },
  });
  const { id } = await adjustProject(officer, wanted);
  await approveAdjustment(leader, { adjustmentId: id, version: 1 });

  const { figures } = await findSealedYear(2018, today);
  const of = (asOf: string) => listProjectSums({ year: 2018, since: 2018, asOf: day(asOf) });

  expect(figures.find(({ name }) => name === "totalInvestment")).toMatchObject({
    ...{ sealed: wan("900"), now: wan("1500") },
    changes: [{ href: `/fund/projects/${projectId}/adjustments/${id}`, amount: wan("600") }],
  });
  expect(await of("2018-12-31")).toMatchObject([{ totalInvestment: wan("900"), site: "旧址" }]);
});

test("R78: the ledgers beside the fund have their own difference", async () => {
  const [operating] = await sql<{ id: string }>("app", "SELECT id FROM outside_records WHERE dated_on = '2018-02-01'");
  const { id } = await reverseRecord(officer, takenBack("outside", operating?.id ?? "", "2019-04-04"));
  await approveRecord(leader, { kind: "outside", recordId: id, version: 1 });

  expect(await differences()).toMatchObject({ operatingCome: -wan("65"), arranged: 0n });
});

test("I40, control: what slips into the closed year past the law is a difference, not what was closed", async () => {
  const row = `INSERT INTO investment_progress (id, project_id, amount, dated_on, document_no, state, created_by_id)
    VALUES (gen_random_uuid(), '${projectId}', 100, '2018-07-31', 'x', 'APPROVED', gen_random_uuid())`;
  await sql("owner", `SET session_replication_role = replica; ${row}`);

  const { figures } = await findSealedYear(2018, today);

  expect(figures.find(({ name }) => name === "completed")).toMatchObject({ sealed: 0n, now: 100n });
  await sql("owner", "SET session_replication_role = replica; DELETE FROM investment_progress WHERE document_no = 'x'");
});

test("I40: a payment that is written down today and dated in the closed year is still refused", async () => {
  await expect(recordDisbursement(officer, payment(projectId, "1", { datedOn: "2018-12-30" }))).rejects.toMatchObject({
    refusal: "MONTH_CLOSED",
  });
});
