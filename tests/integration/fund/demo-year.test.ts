import { beforeAll, expect, test } from "vitest";
import { stepsOf } from "@/components/fund/overview/steps";
import { listChecks } from "@/lib/check/queries";
import { db } from "@/lib/database/db";
import { findFundOverview, listFundYears } from "@/lib/fund/queries/dashboard";
import { listOutside } from "@/lib/fund/queries/decisions";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { findLedger, listRecords } from "@/lib/fund/queries/records";
import { listSites } from "@/lib/fund/queries/sites";
import { ledgers, sumOf } from "@/lib/fund/rules/ledger";
import { readFundFilter } from "@/lib/fund/schema/filter";
import { ledgerReport } from "@/lib/report/queries/ledger";
import { outsideReport } from "@/lib/report/queries/outside";
import { recordReports } from "@/lib/report/queries/records";
import { revenueReport } from "@/lib/report/queries/revenues";
import { type Day, day } from "@/lib/value/calendar";
import { formatWan, formatYi, inCapitals, percent1 } from "@/lib/value/money";
import { locales } from "@/lib/wording/messages";
import { demoAccounts } from "@/prisma/seed/accounts";
import { accountForAid } from "@/prisma/seed/fund-story";
import { sql } from "@/tests/support/database";
import { take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";
import { wan } from "@/tests/support/money/rows";
import { oddlyTold } from "@/tests/support/told";

// domain.md section 11, entered through the commands of the screens by two people, and read back as the dashboard reads it.
const today = day("2018-08-22");
const at = (asOf: string) => readFundFilter({ year: "2018", asOf }, today);

beforeAll(async () => {
  const cast = new Map(demoAccounts.map(({ username, role }) => [username, make.actor(role)]));
  await accountForAid((username: string, on: Day) => ({ ...(cast.get(username) ?? make.actor()), today: on }));
}, 120_000);

test("section 10: the figures of the article come out of the ledgers as of 2018-08-22", async () => {
  const { standard, totals, arranged, disbursed, early, inPlan, ever, late } = await findFundOverview(at("2018-08-22"));

  expect(standard.revenue).toMatchObject({ amount: 51_400_000_0000_00n / 100n, certainty: "IMPLIED" });
  expect(formatWan(standard.standard ?? 0n)).toBe("2,570.00");
  expect([totals.arranged, totals.disbursed, totals.completed].map(formatWan)).toEqual([
    "3,600.00",
    "3,033.41",
    "1,545.00",
  ]);
  expect([arranged.within, arranged.above, disbursed.above, early.arranged].map(formatWan)).toEqual([
    "2,570.00",
    "1,030.00",
    "463.41",
    "1,000.00",
  ]);
  expect(percent1(totals.arranged, standard.standard ?? 0n)).toBe("140.1");
  const steps = stepsOf(await findFundOverview(at("2018-08-22")), at("2018-08-22"));
  expect(steps.map(({ figure, text }) => [figure, text])).toEqual([
    ["above-arranged", "1,030.00"],
    ["above-disbursed", "463.41"],
    ["without-early", "2,033.41"],
    ["lack-without-early", "536.59"],
    ["standard-rate", "140.1 %"],
    ["standard-rate-disbursed", "118.0 %"],
    ["payment-rate", "84.3 %"],
    ["completion-rate", "42.9 %"],
  ]);
  expect(percent1(totals.disbursed, totals.arranged)).toBe("84.3");
  expect(percent1(totals.completed, totals.arranged)).toBe("42.9");
  expect({ planned: inPlan.count, started: inPlan.started, finished: inPlan.finished.length }).toEqual({
    planned: 13,
    started: 13,
    finished: 5,
  });
  expect([early.count, early.sites, early.sitesFinished]).toEqual([1, 4, 2]);
  expect([formatWan(ever.disbursed), ever.count, ever.employment]).toEqual(["16,800.00", 47, 18]);
  expect(late.map(({ code }) => code).sort()).toEqual(["P18-05", "P18-11", "P18-12", "P18-13"]);
});

test("R76: every figure obeys the day: on 2018-01-31 there are 34 projects, and no plan or revenue of a later day", async () => {
  const january = day("2018-01-31");
  const { ever, inPlan, early, standard } = await findFundOverview(at(january));
  const years = await listFundYears(january);

  expect([ever.count, ever.employment, inPlan.count, early.count]).toEqual([34, 17, 0, 1]);
  expect(formatWan(standard.standard ?? 0n)).toBe("2,570.00");
  expect(years.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015, 2016, 2017, 2018]);
  expect(years.at(-1)?.plan).toEqual({ total: 3_600_000_000n, state: "APPROVED" });
  expect((await listFundYears(day("2018-01-07"))).at(-1)?.plan).toBe(null);
});

test("late: as of 2019-03-15 the eight projects that nobody finished are late, under 2019 as under 2018", async () => {
  const spring = day("2019-03-15");
  const { late } = await findFundOverview(readFundFilter({ year: "2019" }, spring));

  expect(late.map(({ code }) => code).sort()).toEqual([
    "P18-01",
    "P18-02",
    "P18-04",
    "P18-05",
    "P18-06",
    "P18-11",
    "P18-12",
    "P18-13",
  ]);
  expect(late.find(({ code }) => code === "P18-05")).toMatchObject({ arranged: 4_860_000_00n, completed: 600_000_00n });
  expect(await listProjectSums(readFundFilter({ year: "2019", late: "yes" }, spring))).toEqual(late);
});

test("R76: as of 2018-06-30 later records are not there", async () => {
  const { totals, months, early } = await findFundOverview(at("2018-06-30"));

  expect([totals.disbursed, totals.completed].map(formatWan)).toEqual(["2,361.41", "1,173.00"]);
  expect(months.map(({ running }) => formatWan(running))).toEqual([
    "500.00",
    "500.00",
    "680.00",
    "1,188.00",
    "1,558.00",
    "2,361.41",
  ]);
  expect(early.sitesFinished).toBe(2);
});

test("I25: every ledger's records sum to its figure, and plain SQL says the same", async () => {
  const filter = at("2018-08-22");
  const { projects, totals } = await findFundOverview(filter);
  const tables = { appropriations: "appropriations", disbursements: "disbursements", progress: "investment_progress" };

  for (const ledger of ledgers) {
    const records = await listRecords(ledger, filter, projects);
    const [plain] = await sql<{ sum: string }>(
      "app",
      `SELECT sum(amount) AS sum FROM ${tables[ledger]} WHERE state = 'APPROVED' AND dated_on BETWEEN '2018-01-01' AND '2018-08-22'`,
    );
    expect(records.at(-1)?.running).toBe(totals[sumOf[ledger]]);
    expect(BigInt(plain?.sum ?? 0)).toBe(totals[sumOf[ledger]]);
  }
});

test("A4: the years side by side, each above its standard, and 2019 waits for its revenue", async () => {
  const years = await listFundYears(today);

  expect(years.map(({ year, arranged }) => `${year} ${formatWan(arranged)}`)).toEqual([
    "2012 1,900.00",
    "2013 2,100.00",
    "2014 2,250.00",
    "2015 2,400.00",
    "2016 2,500.00",
    "2017 2,616.59",
    "2018 3,600.00",
    "2019 0.00",
  ]);
  expect(years.map(({ standard }) => standard && formatWan(standard))).toEqual([
    "1,840.00",
    "2,030.00",
    "2,210.00",
    "2,360.00",
    "2,480.00",
    "2,540.00",
    "2,570.00",
    null,
  ]);
  expect(formatWan(years.at(-1)?.disbursedSoFar ?? 0n)).toBe("16,800.00");
  expect(years.at(-1)?.plan).toEqual({ total: 2_660_000_000n, state: "DRAFT" });
});

test("A7: seven times 500 for employment, and no employment project without its mark", async () => {
  const { projects } = await findFundOverview(
    readFundFilter({ year: "2018", since: "2012", employment: "yes" }, today),
  );

  expect(formatWan(projects.reduce((sum, { arranged }) => sum + arranged, 0n))).toBe("3,500.00");
  expect(projects).toHaveLength(18);
});

test("section 8: after the whole story every check is empty", async () => {
  expect((await listChecks()).filter(({ total }) => total > 0)).toEqual([]);
});

test("I25, R85: the ledger's sums are those of the screen, in figures and in capitals", async () => {
  const { projects, totals } = await findFundOverview(at("2018-08-22"));

  const { rows, people: lines } = await take(
    { report: ledgerReport, filter: { year: 2018 }, format: "xlsx" },
    make.actor("AID_OFFICER", today),
  );

  expect(lines.map((row) => row[1])).toEqual(projects.map(({ code }) => code));
  const sums = rows.find((row) => row[1] === "合计") ?? [];
  expect([sums[10], sums[12], sums[13]]).toEqual([3600, 3033.41, 1545]);
  expect([totals.arranged, totals.disbursed, totals.completed].map(formatWan)).toEqual([
    "3,600.00",
    "3,033.41",
    "1,545.00",
  ]);
  expect([sums[14], sums[15]]).toEqual([84.3, 566.59]);
  expect(rows.map(([first]) => first)).toContain(`拨付合计（大写）：${inCapitals(totals.disbursed)}`);
  expect(rows.map(([first]) => first)).toContain("统计截止日期：2018-08-22　单位：万元");
});

test("I25, R76: the payments run up to the sum of the screen, as of the day that is asked for", async () => {
  const filter = { year: 2018, asOf: day("2018-06-30") };
  const { rows, people: lines } = await take(
    { report: recordReports.disbursements, filter, format: "xlsx" },
    make.actor("AID_OFFICER", today),
  );

  const sums = rows.find((row) => row[1] === "合计") ?? [];
  expect([lines.at(-1)?.[6], sums[5]]).toEqual([2361.41, 2361.41]);
  expect(lines.every((row) => String(row[1]) <= "2018-06-30")).toBe(true);
});

test("section 10, 11: two stations stood at the beginning of the year, 绒学村 by name, and the base since June 2018", async () => {
  const filter = { ...at("2018-02-28"), scope: "EARLY" as const };
  const sites = await listSites(await listProjectSums(filter), filter, true);
  expect(sites.map(({ name }) => name)).toEqual(["绒学村提灌站", "瓦卡提灌站（示意）"]);

  const base = { year: 2018, since: 2017, category: "EMPLOYMENT" as const };
  const stateOn = async (asOf: string) =>
    (await listProjectSums({ ...base, asOf: day(asOf) })).find(({ code }) => code === "P17-01");
  expect(await stateOn("2018-05-31")).toMatchObject({ state: "UNDER_WAY", isLate: false, completed: wan("1300") });
  expect(await stateOn("2018-06-30")).toMatchObject({ state: "FINISHED" });
});

test("section 10, R76: no paper is in force before it was written; the standard of 2018 stands on one of January", async () => {
  for (const date of ["2018-01-05", "2018-08-22"]) {
    const { standard } = await findFundOverview(at(date));
    expect([standard.revenue?.documentNo, formatWan(standard.standard ?? 0n)]).toEqual([
      "青援藏办〔2018〕1号（示意）",
      "2,570.00",
    ]);
  }
  const papers = await sql<{ dated_on: string; document_no: string }>(
    "app",
    `SELECT to_char(dated_on, 'YYYY-MM-DD') AS dated_on, document_no FROM revenue_figures UNION ALL
     SELECT to_char(dated_on, 'YYYY-MM-DD'), document_no FROM disbursements WHERE document_no IS NOT NULL`,
  );
  expect(
    papers.filter(({ dated_on, document_no }) => (/\d{4}-\d{2}-\d{2}/.exec(document_no)?.[0] ?? "") > dated_on),
  ).toEqual([]);
});

test("section 10, 11: each figure of the handbook is the one of the portal", async () => {
  const { totals, standard, months, categories, ever } = await findFundOverview(at("2018-08-22"));
  const sum = standard.standard ?? 0n;

  expect(formatYi(standard.revenue?.amount ?? 0n)).toBe("51.40");
  expect(percent1(totals.arranged - sum, sum)).toBe("40.1");
  expect(percent1(totals.completed, totals.disbursed)).toBe("50.9");
  expect(months.map(({ running }) => formatWan(running))).toEqual([
    ...["500.00", "500.00", "680.00", "1,188.00", "1,558.00", "2,361.41", "2,768.41", "3,033.41"],
  ]);
  expect(categories.map(({ category, arranged }) => [category, formatWan(arranged)])).toEqual([
    ["INDUSTRY", "570.00"],
    ["INFRASTRUCTURE", "1,072.00"],
    ["EMPLOYMENT", "220.00"],
    ["EDUCATION", "270.00"],
    ["HEALTH", "598.00"],
    ["LIVELIHOOD", "820.00"],
    ["TALENT", "50.00"],
  ]);
  expect(formatWan(ever.completed)).toBe("15,311.59");
  expect(
    (await listOutside({ asOf: today })).map(({ item, amount, isPlanned }) => [item, formatWan(amount), isPlanned]),
  ).toEqual([
    ["企业意向投资", "3,000.00", true],
    ["交通（示意）", "8.00", false],
    ["维护（示意）", "12.00", false],
    ["耗材（示意）", "15.00", false],
    ["人员（示意）", "30.00", false],
  ]);
});

test("I25: each money ledger adds up to the same in its list and in its file, searched or not", async () => {
  const officer = make.actor("AID_OFFICER", today);
  for (const q of [undefined, "P18-03"])
    for (const ledger of ledgers) {
      const { records, total } = await findLedger(ledger, { ...at("2018-08-22"), q }, db);
      const { rows, count, people } = await take(
        { report: recordReports[ledger], filter: { year: 2018, q }, format: "xlsx" },
        officer,
      );
      const foot = rows.find((row) => row[1] === "合计") ?? [];
      const place = ledger === "disbursements" ? 5 : 4;
      expect([ledger, q, foot[place]]).toEqual([ledger, q, Number(total) / 1_000_000]);
      expect([count, people.length]).toEqual([records.length, records.length]);
      expect(records.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
      if (q) expect(new Set(records.map(({ project }) => project.code))).toEqual(new Set(["P18-03"]));
    }
});

test("R78: the file of the other ledgers keeps planned and received apart, and revenues have no sum", async () => {
  const officer = make.actor("AID_OFFICER", today);
  const other = await take({ report: outsideReport, filter: {}, format: "xlsx" }, officer);
  const sums = other.rows.filter((row) => row[2] === "合计").map((row) => [row[1], row[3], row[6]]);
  expect(sums).toContainEqual(["社会资本", "计划", 3000]);
  expect(sums).toContainEqual(["运营经费", "到位", 65]);

  const revenues = await take({ report: revenueReport, filter: { year: 2017 }, format: "xlsx" }, officer);
  expect(revenues.people.map((row) => [row[1], row[2], row[6]])).toEqual([[2017, 514_000, "现行"]]);
  await expect(
    take({ report: revenueReport, filter: { asOf: day("2019-01-01") }, format: "xlsx" }, officer),
  ).rejects.toMatchObject({ refusal: "INPUT_WRONG" });
});

test("U31: every entry of the years of aid is told by labels and in words, in every language", async () => {
  for (const locale of locales()) {
    const { changes, odd } = await oddlyTold(locale);
    expect(changes).toBeGreaterThan(500);
    expect(odd).toEqual([]);
  }
});
