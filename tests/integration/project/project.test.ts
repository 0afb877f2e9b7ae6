import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { createProject, editProject } from "@/lib/project/commands/edit";
import { finishSite, reportProject } from "@/lib/project/commands/report";
import { findProject } from "@/lib/project/queries";
import { createProjectInput, editProjectInput, reportProjectInput } from "@/lib/project/schema";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { officer } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

beforeAll(async () => void (await make.plan(2018)));

let codes = 0;
const facts = (change: Record<string, string> = {}) => ({
  code: `T18-${++codes}`,
  name: "太阳能提灌站",
  category: "INFRASTRUCTURE",
  planYear: "2020",
  implementYear: "2018",
  site: "松麦",
  implementingUnit: "县水务局",
  target: "灌溉 600 亩",
  totalInvestment: "1000 WAN",
  ...change,
});
const create = async (change = {}) => createProject(officer, createProjectInput.parse({ ...facts(change) }));
const edit = async (projectId: string, change = {}, version = "1") =>
  editProject(officer, editProjectInput.parse({ ...facts(change), projectId, version }));
const report = async (projectId: string, state: string, datedOn: string, physicalProgress = "100", change = {}) =>
  reportProject(officer, reportProjectInput.parse({ projectId, state, datedOn, physicalProgress, ...change }));

test("R66: a project carried out before its planned year keeps both years, and begins without money, not started", async () => {
  const { id } = await create({ sites: "一号站\n\n二号站" });

  expect(await findProject(id)).toMatchObject({
    ...{ planYear: 2020, implementYear: 2018, arranged: 0n, disbursed: 0n, completed: 0n, state: "NOT_STARTED" },
    sites: [
      { name: "一号站", number: 1 },
      { name: "二号站", number: 2 },
    ],
  });
});

test("R66: nothing is carried out after the year it is planned for, and no code is given twice", async () => {
  await expect(create({ implementYear: "2021" })).rejects.toMatchObject({ figures: { case: "YEARS_ORDER" } });
  const [one, other] = [await create({ code: "T18-A" }), await create({ code: "T18-B" })];

  await expect(create({ code: "T18-A" })).rejects.toMatchObject({ figures: { case: "PROJECT_CODE_TAKEN" } });
  await expect(edit(other.id, { code: "T18-A" })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "code",
    figures: { case: "PROJECT_CODE_TAKEN" },
  });
  expect((await findProject(one.id))?.code).toBe("T18-A");
});

test("R73: before money is arranged every fact may change; afterwards name and unit only", async () => {
  const code = "T18-C";
  const { id } = await create({ code });
  await edit(id, { code, site: "白松", totalInvestment: "900 WAN" });
  await make.sum("appropriation", id, "100");
  const same = { code, site: "白松", totalInvestment: "900 WAN" };

  for (const change of [
    { site: "瓦卡" },
    { totalInvestment: "901 WAN" },
    { content: "x" },
    { target: "x" },
    { dueOn: "2018-10-31" },
    { isConstruction: "on" },
  ])
    await expect(edit(id, { ...same, ...change }, "2")).rejects.toMatchObject({
      figures: { case: "ARRANGED", project: id },
    });
  for (const change of [{ planYear: "2019" }, { category: "HEALTH" }])
    await expect(edit(id, { ...same, ...change }, "2")).rejects.toMatchObject({ figures: { case: "ARRANGED_KIND" } });
  await edit(id, { ...same, implementingUnit: "县农牧局" }, "2");

  await expect(edit(id, same, "2")).rejects.toMatchObject({ refusal: "STALE" });
  expect((await findProject(id))?.implementingUnit).toBe("县农牧局");
});

test("R73, R71: completed work keeps the facts of its project too", async () => {
  const code = "T18-D";
  const { id } = await create({ code });
  await make.sum("progress", id, "100");

  await expect(edit(id, { code, totalInvestment: "99.99 WAN" })).rejects.toMatchObject({
    figures: { case: "ARRANGED" },
  });
});

test("R72: states and days go forward, finished means whole, accepted means on paper", async () => {
  const { id } = await create();
  await report(id, "UNDER_WAY", "2018-03-01", "30");

  await expect(report(id, "NOT_STARTED", "2018-04-01", "0")).rejects.toMatchObject({ figures: { case: "GOES_BACK" } });
  await expect(report(id, "UNDER_WAY", "2018-02-28", "40")).rejects.toMatchObject({
    figures: { case: "REPORT_BEFORE_LAST", last: "2018-03-01" },
  });
  await expect(report(id, "FINISHED", "2018-05-01", "99")).rejects.toMatchObject({ figures: { case: "NOT_WHOLE" } });
  await expect(report(id, "ACCEPTED", "2018-05-01")).rejects.toMatchObject({ figures: { case: "ACCEPTANCE_PAPER" } });
  await expect(report(id, "FINISHED", "2018-08-23")).rejects.toMatchObject({ figures: { case: "FUTURE" } });
  await report(id, "FINISHED", "2018-05-01");
  await report(id, "ACCEPTED", "2018-05-01", "100", { documentNo: "验收 1" });
  await expect(report(id, "UNDER_WAY", "2018-06-01", "50")).rejects.toMatchObject({ refusal: "WRONG_STATE" });

  expect(await findProject(id)).toMatchObject({ state: "ACCEPTED" });
});

test("R72: two reports at once end in one order, and none goes back", async () => {
  const { id } = await create();

  const answers = await Promise.allSettled(
    ["UNDER_WAY", "FINISHED", "UNDER_WAY", "FINISHED"].map((state) => report(id, state, "2018-05-01")),
  );

  const rows = await db.projectReport.findMany({
    where: { projectId: id },
    orderBy: { seq: "asc" },
    select: { state: true },
  });
  expect(rows).toHaveLength(answers.filter(({ status }) => status === "fulfilled").length);
  expect(rows.map(({ state }) => state)).toEqual(
    rows
      .map(({ state }) => state)
      .sort()
      .reverse(),
  );
});

test("R72: a site is finished once, and not on a day to come", async () => {
  const { id } = await create({ sites: "一号站" });
  const siteId = (await findProject(id))?.sites[0]?.id ?? "";
  const finish = async (on: string) => finishSite(officer, { projectId: id, siteId, finishedOn: day(on) });

  await expect(finish("2018-08-23")).rejects.toMatchObject({ figures: { case: "FUTURE" } });
  await finish("2018-08-22");
  await expect(finish("2018-08-22")).rejects.toMatchObject({ figures: { case: "SITE_FINISHED" } });
});

test("R60: an investment is an amount, in its unit", async () => {
  const { id } = await create({ totalInvestment: "1030.10 YUAN" });

  expect((await findProject(id))?.totalInvestment).toBe(103_010n);
  expect((await findProject((await create()).id))?.totalInvestment).toBe(wan("1000"));
  for (const totalInvestment of ["0 WAN", "1.005 YUAN", "1.0000001 WAN", "x WAN", "10000001 YI"])
    expect(createProjectInput.safeParse(facts({ totalInvestment })).error?.issues).toMatchObject([
      { path: ["totalInvestment"] },
    ]);
});
