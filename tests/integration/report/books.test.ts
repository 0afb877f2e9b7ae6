import { beforeAll, describe, expect, test } from "vitest";
import { differenceReport } from "@/lib/report/queries/differences";
import { outsideReport } from "@/lib/report/queries/outside";
import { revenueReport } from "@/lib/report/queries/revenues";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { wan } from "@/tests/support/money/rows";
import { opened, openReport } from "@/tests/support/opened";

const officer = make.actor("AID_OFFICER", day("2009-04-10"));
const english = { ...officer, locale: "en" as const };

beforeAll(async () => {
  const revenue = (year: number, said: string, datedOn: string, also: Record<string, string> = {}) =>
    make.money("revenue", { year, amount: wan(said), datedOn, also: { document_no: `青财预${datedOn}`, ...also } });
  await revenue(2006, "150000", "2007-01-08");
  // Corrected after all of the year that follows it.
  await revenue(2006, "151000", "2008-06-02");
  await revenue(2007, "190000.5", "2008-01-05");
  await revenue(2007, "200000", "2008-03-05", { note: "决算调整" });
  await make.money("revenue", { year: 2007, amount: wan("1"), datedOn: "2008-02-01", state: "REJECTED" });

  const outside = (said: string, datedOn: string, change: object, state: "APPROVED" | "SUBMITTED" = "APPROVED") =>
    make.money("outside", {
      amount: wan(said),
      datedOn,
      state,
      also: { item: "耗材", ledger: "OPERATING", ...change },
    });
  await outside("65", "2008-02-01", { is_planned: true });
  await outside("40.5", "2008-03-03", {});
  await outside("9", "2008-04-01", { ledger: "SOCIAL", item: "捐赠桌椅" });
  await outside("1000", "2008-05-05", {}, "SUBMITTED");
  await outside("7", "2007-06-01", {});
});

describe("R62: 上年收入台账", () => {
  test("has every version, the newest year first, and says which of them is in force", async () => {
    const { rows, count, about } = await opened(revenueReport, "", officer);

    expect(count).toBe(5);
    expect(rows.map(({ number, year, amount, state }) => [number, year, amount, state])).toEqual([
      [1, 2007, "200000.00", "现行"],
      [2, 2007, "1.00", "未批准"],
      [3, 2007, "190000.50", "已批准"],
      [4, 2006, "151000.00", "现行"],
      [5, 2006, "150000.00", "已批准"],
    ]);
    expect(about).toBe("2009-04-10");
  });

  test("R76: as of an earlier day has what was known then, in force as it was then", async () => {
    const { rows, lines } = await opened(revenueReport, "year=2007&asOf=2008-01-31", officer);

    expect(rows.map(({ amount, state }) => [amount, state])).toEqual([["190000.50", "现行"]]);
    expect(lines[1]).toContain("2008-01-31");
  });

  test("is found by the words of its papers and notes, and is of one year where one is asked for", async () => {
    const amounts = async (query: string) =>
      (await opened(revenueReport, query, officer)).rows.map((row) => row.amount);

    expect(await amounts("q=决算")).toEqual(["200000.00"]);
    expect(await amounts("year=2006")).toEqual(["151000.00", "150000.00"]);
    expect(await amounts("year=2005")).toEqual([]);
    expect((await opened(revenueReport, "year=2006", officer)).about).toBe("2006 年");
  });

  test("R76: a day that is still to come is refused, and what is no day is no address", async () => {
    for (const query of ["asOf=2009-04-11", "year=2007&asOf=2099-01-01"])
      await expect(opened(revenueReport, query, officer), query).rejects.toMatchObject({ field: "asOf" });
    for (const query of ["asOf=2008-02-30", "year=abc", "state=APPROVED"])
      expect(await openReport(revenueReport, query, officer), query).toBeUndefined();
  });
});

describe("R78: 其他资金台账", () => {
  const sums = ({ foot }: Awaited<ReturnType<typeof opened>>) =>
    foot.flatMap((line) => (typeof line === "string" ? [] : [[line.ledger, line.kind, line.amount]]));

  test("adds up what is planned and what came of each ledger apart, and of approved records only", async () => {
    const paper = await opened(outsideReport, "year=2008", officer);

    expect(paper.count).toBe(4);
    const [social, operating] = [...new Set(sums(paper).map(([ledger]) => ledger))];
    expect(sums(paper)).toEqual([
      [social, "计划", "0.00"],
      [social, "到位", "9.00"],
      [operating, "计划", "65.00"],
      [operating, "到位", "40.50"],
    ]);
  });

  test("shows what waits as well, with its state, and each record as planned or come", async () => {
    const { rows } = await opened(outsideReport, "year=2008", officer);
    const of = (amount: string) => rows.find((row) => row.amount === amount);

    expect(of("65.00")).toMatchObject({ kind: "计划", item: "耗材", state: "已批准", datedOn: "2008-02-01" });
    expect(of("1000.00")).toMatchObject({ kind: "到位", state: "待审批", approver: null });
    expect(of("9.00")).toMatchObject({ item: "捐赠桌椅" });
  });

  test("is of one year or of all, up to a day, and found by its item", async () => {
    const amounts = async (query: string) =>
      (await opened(outsideReport, query, officer)).rows.map(({ amount }) => amount).sort();

    expect(await amounts("year=2007")).toEqual(["7.00"]);
    expect(await amounts("")).toHaveLength(5);
    expect(await amounts("asOf=2008-02-28")).toEqual(["65.00", "7.00"]);
    expect(await amounts("q=桌椅")).toEqual(["9.00"]);
    expect(sums(await opened(outsideReport, "year=2001", officer)).map(([, , sum]) => sum)).toEqual(
      Array(4).fill("0.00"),
    );
  });

  test("in English has no word of ours in Chinese", async () => {
    const { rows, foot } = await opened(outsideReport, "year=2008", english);
    const ours = rows.map(({ ledger, kind, state }) => [ledger, kind, state]);

    expect(JSON.stringify([ours, foot[0]])).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("I40: 关账后差异表", () => {
  test("of a year that was never closed has no line, and its address is a year and nothing else", async () => {
    const paper = await opened(differenceReport, "year=2008", officer);

    expect(paper).toMatchObject({ rows: [], count: 0, about: "2008 年", screen: "/fund/differences?year=2008" });
    for (const query of ["", "year=1999", "year=2008&asOf=2008-12-31"])
      expect(await openReport(differenceReport, query, officer), query).toBeUndefined();
  });
});
