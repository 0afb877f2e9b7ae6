import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { approveRecord, rejectRecord } from "@/lib/fund/commands/decide";
import { recordPlan } from "@/lib/fund/commands/plan";
import { recordAppropriation, recordRevenue } from "@/lib/fund/commands/record";
import { findFundOverview, listFundYears } from "@/lib/fund/queries/dashboard";
import { listVersions } from "@/lib/fund/queries/decisions";
import { findFund } from "@/lib/fund/queries/months";
import { findStandard } from "@/lib/fund/queries/standard";
import { type Day, day } from "@/lib/value/calendar";
import { formatWan, percent1 } from "@/lib/value/money";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { agreed, arrangement, leader, officer, planned, revenue } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

const founded = { basis: "EARLY", documentNo: "联席会议纪要 1", reason: "提前实施" };
const today = day("2018-08-22");

/** Each test has a year of its own, whose standard is 2,570. */
let year = 2001;
async function newYear(certainty = "CONFIRMED") {
  year += 1;
  await agreed("revenue", recordRevenue(officer, revenue(year - 1, "514000", { certainty, datedOn: `${year}-01-05` })));
  return year;
}
const propose = (of: number, total: string, change = {}) =>
  recordPlan(officer, planned(of, total, { datedOn: `${of}-01-08`, ...change }));
const arrange = async (of: number, amount: string) =>
  recordAppropriation(
    officer,
    arrangement((await make.project({ on: day(`${of}-01-10`) })).id, amount, { datedOn: `${of}-02-01` }),
  );

test("R65, I23: 3,600 against 2,570 is refused without its basis, paper and reason, and taken with them", async () => {
  const of = await newYear();

  for (const [missing, field] of [
    ["basis", "basis"],
    ["documentNo", "documentNo"],
    ["reason", "reason"],
  ])
    await expect(propose(of, "3600", { ...founded, [missing ?? ""]: undefined })).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
      field,
      figures: { case: "BASIS_MISSING" },
    });
  await agreed("plan", propose(of, "3600", founded));
  await agreed("appropriation", arrange(of, "3600"));

  const { arranged, totals, standard } = await findFundOverview({ year: of, since: of, asOf: day(`${of}-12-31`) });
  expect([arranged.within, arranged.above].map(formatWan)).toEqual(["2,570.00", "1,030.00"]);
  expect(percent1(totals.arranged, standard.standard ?? 0n)).toBe("140.1");
});

test("R63: 2,569.99 against 2,570 is final only with a reason; 2,570.00 needs none", async () => {
  const of = await newYear();

  await expect(propose(of, "2569.99")).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "reason",
    figures: { case: "REASON_BELOW", lack: "0.01" },
  });
  await expect(propose(of, "2569.999999")).rejects.toMatchObject({
    figures: { case: "REASON_BELOW", lack: "0.000001" },
  });
  await agreed("plan", propose(of, "2569.99", { reason: "项目推迟" }));
  await agreed("plan", propose(of, "2570"));

  expect(await findFund(of)).toMatchObject({ state: "FINAL", approvedTotal: wan("2570") });
});

test("R63: below the standard is no obstacle to planning, only to handing in", async () => {
  const of = await newYear();

  const { id } = await propose(of, "1000", { intent: "DRAFT" });

  expect(await db.aidPlan.findUnique({ where: { id }, select: { state: true } })).toEqual({ state: "DRAFT" });
  expect(await findFund(of)).toMatchObject({ state: "DRAFT", approvedTotal: 0n });
});

test("R62, R65: a new revenue is asked about again when the plan is approved", async () => {
  const of = await newYear();
  const { id } = await propose(of, "2570");
  await agreed("revenue", recordRevenue(officer, revenue(of - 1, "500000", { datedOn: `${of}-02-01` })));

  const late = approveRecord(leader, { kind: "plan", recordId: id, version: 1 });

  await expect(late).rejects.toMatchObject({ figures: { case: "BASIS_MISSING" } });
});

test("R68: without an approved plan nothing is arranged, beyond it neither, and up to it all", async () => {
  const of = await newYear();
  const approve = (recordId: string) => approveRecord(leader, { kind: "appropriation", recordId, version: 1 });
  const [first, second, tooMuch] = [
    await arrange(of, "2570"),
    await arrange(of, "0.000001"),
    await arrange(of, "2571"),
  ];

  await expect(approve(first.id)).rejects.toMatchObject({ refusal: "OVER_PLAN", figures: { case: "NO_PLAN" } });
  await agreed("plan", propose(of, "2570"));
  await expect(approve(tooMuch.id)).rejects.toMatchObject({ refusal: "OVER_PLAN", figures: { left: "2,570.00" } });
  await approve(first.id);
  await expect(approve(second.id)).rejects.toMatchObject({ refusal: "OVER_PLAN", figures: { wanted: "0.000001" } });

  expect(await findFund(of)).toMatchObject({ arranged: wan("2570"), approvedTotal: wan("2570") });
});

test("R68: a plan cannot be made smaller than what is arranged", async () => {
  const of = await newYear();
  await agreed("plan", propose(of, "3000", founded));
  await agreed("appropriation", arrange(of, "2800"));

  const { id } = await propose(of, "2799.99", founded);
  await expect(approveRecord(leader, { kind: "plan", recordId: id, version: 1 })).rejects.toMatchObject({
    refusal: "OVER_PLAN",
    figures: { case: "BELOW_ARRANGED", arranged: "2,800.00" },
  });
  await agreed("plan", propose(of, "2800", founded));

  expect(await findFund(of)).toMatchObject({ approvedTotal: wan("2800") });
});

test("the year is as far as its plans: submitted while one waits, a draft again after a no, final once one is approved", async () => {
  const of = await newYear();
  const stateOf = async () => (await findFund(of))?.state;
  const [first] = [await propose(of, "2570"), await propose(of, "2571", { ...founded, intent: "DRAFT" })];

  expect(await stateOf()).toBe("SUBMITTED");
  await rejectRecord(leader, { kind: "plan", recordId: first.id, version: 1, reason: "核对" });
  expect(await stateOf()).toBe("DRAFT");
  await agreed("plan", propose(of, "2570"));
  expect(await stateOf()).toBe("FINAL");
});

test("R69: a project without target gets nothing, neither when it is written down nor when it is approved", async () => {
  await make.plan(2018);
  const { id } = await make.project({ target: "" });
  const waiting = await make.money("appropriation", {
    projectId: id,
    amount: wan("1"),
    datedOn: "2018-03-01",
    state: "SUBMITTED",
  });

  const no = { refusal: "INPUT_WRONG", field: "projectId", figures: { case: "NO_TARGET" } };
  await expect(recordAppropriation(officer, arrangement(id, "1"))).rejects.toMatchObject(no);
  await expect(
    approveRecord(leader, { kind: "appropriation", recordId: waiting.id, version: 1 }),
  ).rejects.toMatchObject(no);
});

test("I22: a provisional revenue gives 待核定 and no standard, and hinders no plan", async () => {
  const of = await newYear("PROVISIONAL");

  expect(await findStandard(of, today)).toMatchObject({ standard: null, provisional: wan("2570") });
  await agreed("plan", propose(of, "1"));

  expect(await findStandard(of + 1, today)).toMatchObject({ revenue: null, standard: null, provisional: null });
});

test("R62: a new version recomputes the standard, and the old one stands as of earlier days", async () => {
  const of = await newYear();
  const next = recordRevenue(officer, revenue(of - 1, "514000.0001", { datedOn: `${of}-06-01` }));

  await agreed("revenue", next);

  expect((await findStandard(of, day(`${of}-01-04`))).standard).toBe(null);
  expect((await findStandard(of, day(`${of}-05-31`))).standard).toBe(2_570_000_000n);
  expect((await findStandard(of, day(`${of}-06-01`))).standard).toBe(2_570_000_001n);
});

test("I22: of a year's figures the latest day is current, whichever was approved last, and there is only one", async () => {
  const of = await newYear();
  const [{ id }, older] = [
    await recordRevenue(officer, revenue(of - 1, "600000", { datedOn: `${of}-06-01` })),
    await recordRevenue(officer, revenue(of - 1, "400000", { datedOn: `${of}-01-01` })),
  ];
  const approve = (recordId: string) => approveRecord(leader, { kind: "revenue", recordId, version: 1 });

  await approve(id);
  await approve(older.id);

  const current = { where: { year: of - 1, isCurrent: true }, select: { id: true } };
  expect(await db.revenueFigure.findMany(current)).toEqual([{ id }]);
  expect((await findStandard(of, today)).revenue?.id).toBe(id);
});

test("I22: eight versions approved at once leave one current figure, and nobody meets a fault", async () => {
  const of = await newYear();
  const written = [];
  for (let month = 1; month <= 8; month++)
    written.push(
      await recordRevenue(officer, revenue(of - 1, `${500_000 + month}`, { datedOn: `${of}-0${month}-20` })),
    );

  await Promise.all(written.map(({ id }) => approveRecord(leader, { kind: "revenue", recordId: id, version: 1 })));

  const current = { where: { year: of - 1, isCurrent: true }, select: { id: true } };
  expect(await db.revenueFigure.findMany(current)).toEqual([{ id: written.at(-1)?.id }]);
});

test("R62: there is no revenue of a year to come", async () => {
  await expect(recordRevenue(officer, revenue(2019, "1"))).rejects.toMatchObject({ figures: { case: "REVENUE_YEAR" } });
});

test("R61: the rate of a year is the one in force when it began", async () => {
  const of = await newYear();
  const rate =
    "INSERT INTO parameters (key, valid_from, value, reason) VALUES ('aid_rate_basis_points', $1, 60, '示意')";
  await sql("owner", rate, [`${of}-01-02`]);

  expect((await findStandard(of, today)).standard).toBe(wan("2570"));
  await agreed("revenue", recordRevenue(officer, revenue(of, "514000", { datedOn: `${of + 1}-01-05` })));
  expect((await findStandard(of + 1, today)).standard).toBe(wan("3084"));
  await sql("owner", "DELETE FROM parameters WHERE key = 'aid_rate_basis_points' AND value = 60");
});

test("R76: as of a day only plans of that day count, and a mistyped year leaves a row of its own and no years between", async () => {
  const of = 2017;
  const at = (date: string) => day(`${of}-${date}`);
  const write = async (datedOn: Day, total: string) => agreed("plan", propose(of, total, { ...founded, datedOn }));
  await write(at("01-08"), "2600");
  await write(at("06-01"), "2700");
  await propose(2_091, "1", { ...founded, intent: "DRAFT", datedOn: at("06-02") });

  const totalAt = async (asOf: Day) => {
    const [version] = (await listVersions("plan", { year: of, asOf })).filter(({ isCurrent }) => isCurrent);
    const row = (await listFundYears(asOf)).find(({ year }) => year === of);
    expect(row?.plan?.total).toBe(version?.amount);
    return version?.amount;
  };
  expect(await totalAt(at("01-07"))).toBe(undefined);
  expect(await totalAt(at("01-08"))).toBe(wan("2600"));
  expect(await totalAt(at("05-31"))).toBe(wan("2600"));
  expect(await totalAt(at("06-01"))).toBe(wan("2700"));
  const years = (await listFundYears(at("06-02"))).map(({ year }) => year);
  expect(years.filter((year) => year > of)).toEqual([2_091]);
});
