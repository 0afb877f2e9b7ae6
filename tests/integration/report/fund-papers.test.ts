import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { ledgerReport } from "@/lib/report/queries/ledger";
import { recordReports } from "@/lib/report/queries/records";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { wan } from "@/tests/support/money/rows";
import { opened, openReport } from "@/tests/support/opened";

const today = day("2009-04-10");
const officer = make.actor("AID_OFFICER", today);
const english = { ...officer, locale: "en" as const };

// Two projects of 2008: one half paid and behind time, one from outside the plan, whose record of the year before is settled in it.
const projects = { school: "", road: "" };
beforeAll(async () => {
  await make.plan(2007, "10000");
  await make.plan(2008, "10000");
  const school = await make.project({
    ...{ on: day("2008-01-02"), name: "教学楼", totalInvestment: wan("1000"), dueOn: new Date("2008-06-30") },
    ...{ category: "EDUCATION", site: "白松" },
  });
  const road = await make.project({
    on: day("2007-01-03"),
    name: "通村路",
    category: "INFRASTRUCTURE",
    state: "FINISHED",
  });
  Object.assign(projects, { school: school.id, road: road.id });
  await make.sum("appropriation", school.id, "600", "2008-02-01");
  await make.sum("appropriation", road.id, "50", "2007-03-01");
  await make.sum("appropriation", school.id, "0.01", "2008-03-02");
  await make.money("disbursement", {
    ...{ projectId: school.id, amount: wan("300"), datedOn: "2008-05-01" },
    also: { document_no: "青援拨〔2008〕7号", payee: "县教育局" },
  });
  await make.sum("disbursement", road.id, "50", "2008-06-02");
  await make.sum("progress", school.id, "200", "2008-07-01");
});

describe("援藏资金台账", () => {
  test("R60, R79: has a line a project with its sums in 万元, and what the sums add up to below", async () => {
    const { rows, foot, count } = await opened(ledgerReport, "year=2008", officer);
    const school = rows.find(({ name }) => name === "教学楼");

    expect(count).toBe(2);
    expect(school).toMatchObject({
      ...{ category: "教育", site: "白松", planYear: 2008, implementYear: 2008, totalInvestment: "1000.00" },
      ...{ arranged: "600.01", disbursed: "300.00", completed: "200.00", paymentRate: "50.0", surplus: "300.01" },
    });
    // The part that is paid is of what this year arranged.
    const sums = { arranged: "600.01", disbursed: "350.00", paymentRate: "50.0", surplus: "300.01" };
    expect(foot[0]).toMatchObject({ code: "合计", ...sums });
    expect(foot).toContain("安排合计（大写）：陆佰万零壹佰元整");
  });

  test("结转: what is paid on arrangements of the year before is named apart, in the note and below", async () => {
    const { rows, foot } = await opened(ledgerReport, "year=2008", officer);
    const road = rows.find(({ name }) => name === "通村路");

    expect(road).toMatchObject({ arranged: "0.00", disbursed: "50.00", paymentRate: null, surplus: "0.00" });
    expect(road?.note).toContain("其中结转（支付以前年度的安排）：50.00 万元");
    expect(foot).toContain("其中结转（支付以前年度的安排）：50.00 万元");
  });

  test("R76: is asked for a day and never shows another; of a day to come, or of another year, there is none", async () => {
    const { rows, lines } = await opened(ledgerReport, "year=2008&asOf=2008-05-31", officer);

    expect(rows.find(({ name }) => name === "教学楼")).toMatchObject({ disbursed: "300.00", completed: "0.00" });
    expect(lines[1]).toContain("2008-05-31");
    for (const query of ["year=2008&asOf=2009-01-01", "year=2009&asOf=2009-04-11"])
      await expect(opened(ledgerReport, query, officer), query).rejects.toMatchObject({
        refusal: "INPUT_WRONG",
        field: "asOf",
      });
    expect(await openReport(ledgerReport, "year=2008&asOf=2008-02-30", officer)).toBeUndefined();
  });

  test("narrowed, it says above by what, and sums what is left", async () => {
    const { rows, lines, foot } = await opened(ledgerReport, "year=2008&category=EDUCATION&q=教学", officer);

    expect(rows.map(({ name }) => name)).toEqual(["教学楼"]);
    expect(lines[0]).toMatch(/2008 年.*教育.*教学/);
    expect(foot[0]).toMatchObject({ disbursed: "300.00" });
    expect((await opened(ledgerReport, "year=2008&q=没有", officer)).rows).toEqual([]);
  });

  test("of several years together it is said from when on, and carried money is the project's own again", async () => {
    const { lines, foot, rows } = await opened(ledgerReport, "year=2008&since=2007", officer);

    expect(lines[0]).toContain("2007");
    expect(foot[0]).toMatchObject({ arranged: "650.01", disbursed: "350.00" });
    expect(foot.some((line) => String(line).includes("结转（"))).toBe(false);
    expect(rows).toHaveLength(2);
  });

  test("in English no word of ours is left in Chinese; 万元 is the unit in both", async () => {
    const { rows, foot, lines } = await opened(ledgerReport, "year=2008", english);
    const ours = rows.map(({ category, state, note }) => [category, state, note]);

    expect(JSON.stringify([ours, foot[0], lines[0]]).replaceAll("万元", "")).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("the three ledgers", () => {
  test("R79, I25: have each record with the running sum and its part of what is arranged, and end in the same sum", async () => {
    const { rows, foot, count } = await opened(recordReports.disbursements, "year=2008", officer);

    expect(count).toBe(2);
    expect(rows.map((row) => [row.number, row.datedOn, row.amount, row.running, row.ofArranged])).toEqual([
      [1, "2008-05-01", "300.00", "300.00", "50.0"],
      [2, "2008-06-02", "50.00", "350.00", "50.0"],
    ]);
    expect(foot[0]).toMatchObject({ datedOn: "合计", amount: "350.00", ofArranged: "50.0" });
    expect(foot).toContain("拨付合计（大写）：叁佰伍拾万元整");
    expect(foot).toContain("其中结转（支付以前年度的安排）：50.00 万元");
  });

  test("a record tells document, project, payee and who wrote and approved it; a payee only where money is paid", async () => {
    const { rows } = await opened(recordReports.disbursements, `year=2008&project=${projects.school}`, officer);
    const [row] = rows;

    expect(row).toMatchObject({ documentNo: "青援拨〔2008〕7号", payee: "县教育局", creator: "make" });
    expect(row?.project).toMatch(/^P\S+ 教学楼$/);
    expect(Object.keys(recordReports.disbursements.columns)).toContain("payee");
    for (const ledger of ["appropriations", "progress"] as const)
      expect(Object.keys(recordReports[ledger].columns)).not.toContain("payee");
  });

  test("of records that were searched for there is no part of what is arranged", async () => {
    const { rows, foot } = await opened(recordReports.disbursements, "year=2008&q=〔2008〕7号", officer);

    expect(rows.map(({ amount, ofArranged }) => [amount, ofArranged])).toEqual([["300.00", null]]);
    expect(foot[0]).toMatchObject({ amount: "300.00", ofArranged: null });
  });

  test("R75: a payment that was taken back stands twice, and the sum without it", async () => {
    const { id } = await make.project({ on: day("2006-01-03") });
    await make.plan(2006, "1000");
    await make.sum("appropriation", id, "100", "2006-02-01");
    const { id: paid } = await make.sum("disbursement", id, "80", "2006-03-01");
    await make.money("disbursement", { projectId: id, amount: -wan("80"), datedOn: "2006-04-03", reversalOfId: paid });

    const { rows, foot } = await opened(recordReports.disbursements, "year=2006", officer);

    expect(rows.map(({ amount, running }) => [amount, running])).toEqual([
      ["80.00", "80.00"],
      ["-80.00", "0.00"],
    ]);
    expect(foot[0]).toMatchObject({ amount: "0.00", ofArranged: "0.0" });
  });

  test("a year without records has an empty paper with sums of nothing", async () => {
    for (const report of Object.values(recordReports)) {
      const { rows, foot, count } = await opened(report, "year=2001", officer);
      expect([rows, count, foot[0]]).toMatchObject([[], 0, { amount: "0.00", ofArranged: null }]);
    }
  });

  test("what the address may not hold is no address", async () => {
    for (const query of ["year=1999", "year=2008&payee=x", `project=${newId()}x`, "late=no", "scope=ALL"])
      expect(await openReport(recordReports.progress, query, officer), query).toBeUndefined();
  });
});
