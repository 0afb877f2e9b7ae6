import { beforeAll, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/record";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { submitMonth } from "@/lib/fund/commands/month";
import { recordAppropriation, recordDisbursement } from "@/lib/fund/commands/record";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { adjustProject } from "@/lib/project/commands/adjust";
import { approveAdjustment, rejectAdjustment, withdrawAdjustment } from "@/lib/project/commands/decide";
import { findAdjustment, findProject, listOpenAdjustments, listOwnDrafts } from "@/lib/project/queries";
import { adjustProjectInput } from "@/lib/project/schema";
import { day, type Month } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { arrangement, leader, officer, payment } from "@/tests/support/money/papers";
import { openPsql } from "@/tests/support/money/psql";
import { noted, wan } from "@/tests/support/money/rows";
import { signingAccount } from "@/tests/support/signers";

const month = (text: string) => text as Month;

beforeAll(async () => void (await make.plan(2018)));

/** A building of 300 with 200 arranged, due at the end of the year. */
async function building(change = {}) {
  const { id, code } = await make.project({
    ...{ isConstruction: true, totalInvestment: wan("300"), dueOn: new Date("2018-12-31"), ...change },
  });
  await make.sum("appropriation", id, "200");
  return { id, code };
}

/** The form as it comes: everything as it stands, but for what is changed. */
const typed = (projectId: string, change: Record<string, string | undefined> = {}, version = "1") =>
  adjustProjectInput.parse({
    ...{ projectId, version, datedOn: "2018-08-10", documentNo: "联席会议纪要 2018-5", reason: "设计变更" },
    ...{ standing: "ACTIVE", dueOn: "2018-12-31", isConstruction: "on", totalInvestment: "300 WAN" },
    ...{ target: "学位 600 个", site: "白松", content: "", ...change },
  });
/** The officer once he leads the office: whom the table lets decide, and his own proposal does not. */
const promoted = { ...officer, role: "AID_LEADER" as const };
const adjust = (projectId: string, change = {}) => adjustProject(officer, typed(projectId, change));
const approve = (adjustmentId: string, by = leader) => approveAdjustment(by, { adjustmentId, version: 1 });

test("R73: an adjustment stores only what differs, with the value it replaces, and moves the project once another person approves", async () => {
  const { id } = await building();
  const { id: adjustment } = await adjust(id, { dueOn: "2019-06-30", totalInvestment: "320 WAN" });

  expect((await findAdjustment(adjustment))?.changes).toEqual([
    { name: "totalInvestment", before: wan("300"), after: wan("320") },
    { name: "dueOn", before: new Date("2018-12-31"), after: new Date("2019-06-30") },
  ]);
  expect((await listOpenAdjustments()).map((one) => one.id)).toContain(adjustment);
  expect(await findProject(id)).toMatchObject({ dueOn: "2018-12-31", totalInvestment: wan("300") });
  await expect(approve(adjustment, officer)).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(approve(adjustment, promoted)).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await approve(adjustment);

  expect(await findProject(id)).toMatchObject({ dueOn: "2019-06-30", totalInvestment: wan("320"), version: 2 });
  const verbs = await db.auditEntry.findMany({
    where: { subjectId: { in: [id, adjustment] } },
    select: { verb: true },
  });
  expect(verbs.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(["project.adjust", "project.adjusted", "project.approveAdjustment"]),
  );
  expect(await sql("app", "SELECT * FROM checks.adjustment_drift")).toEqual([]);
});

test("R73: a draft is saved, gone on with and handed in; it waits for nobody, and moves nothing before it is approved", async () => {
  const { id } = await building();
  const draft = await adjust(id, { intent: "DRAFT", dueOn: "2019-06-30", totalInvestment: "320 WAN" });

  expect((await listOwnDrafts(officer.id)).map((one) => one.id)).toContain(draft.id);
  expect((await listOpenAdjustments()).map((one) => one.id)).not.toContain(draft.id);
  await expect(approve(draft.id)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  const goOn = (change: Record<string, string>, version: string, by = officer) =>
    adjustProject(by, typed(id, { adjustmentId: draft.id, ...change }, version));
  const another = make.actor("AID_OFFICER", officer.today);
  await expect(goOn({}, "2", another)).rejects.toMatchObject({ refusal: "WRONG_STATE" });

  // The project's version and the draft's, of which each only counts up.
  await goOn({ intent: "DRAFT", dueOn: "2019-03-31" }, "2");
  expect((await findAdjustment(draft.id))?.changes).toEqual([
    { name: "dueOn", before: new Date("2018-12-31"), after: new Date("2019-03-31") },
  ]);
  await goOn({ dueOn: "2019-03-31", site: "新址" }, "3");

  expect((await listOpenAdjustments()).map((one) => one.id)).toContain(draft.id);
  expect(await findProject(id)).toMatchObject({ dueOn: "2018-12-31", site: "白松" });
  await expect(goOn({}, "6")).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await approveAdjustment(leader, { adjustmentId: draft.id, version: 4 });
  expect(await findProject(id)).toMatchObject({ dueOn: "2019-03-31", site: "新址" });
});

test("R73: a draft is thrown away by its writer, also when its month is reported by then", async () => {
  const { id } = await building();
  const draft = await adjust(id, { intent: "DRAFT", dueOn: "2019-06-30", datedOn: "2017-12-10" });
  await submitMonth(officer, { month: month("2017-12") });
  const input = { adjustmentId: draft.id, version: 1 };

  await expect(withdrawAdjustment(make.actor("AID_OFFICER"), input)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await withdrawAdjustment(officer, input);

  expect(await findAdjustment(draft.id)).toMatchObject({ state: "REJECTED" });
  expect(await listOwnDrafts(officer.id)).not.toContainEqual(expect.objectContaining({ id: draft.id }));
});

test("I27: what changed while an adjustment was written is set beside it, by whom, of project and draft", async () => {
  const { id } = await building();
  const draft = await adjust(id, { intent: "DRAFT", dueOn: "2019-06-30" });
  await adjustProject(officer, typed(id, { intent: "DRAFT", adjustmentId: draft.id, dueOn: "2019-05-31" }, "2"));

  const late = adjustProject(officer, typed(id, { intent: "DRAFT", adjustmentId: draft.id }, "2"));
  await expect(late).rejects.toMatchObject({
    refusal: "STALE",
    figures: {
      version: 3,
      by: officer.name,
      dueOn: "2019-05-31",
      totalInvestment: "300",
      isConstruction: "on",
      reason: "设计变更",
    },
  });
  await expect(adjustProject(officer, typed(id, { site: "x" }, "9"))).rejects.toMatchObject({
    refusal: "STALE",
    figures: { version: 1, dueOn: "2018-12-31", site: "白松", standing: "ACTIVE" },
  });
});

test("R73: a project that was edited after the adjustment was handed in is not moved by it", async () => {
  const { id } = await make.project({ totalInvestment: wan("300"), dueOn: new Date("2018-12-31") });
  const { id: adjustment } = await adjustProject(officer, typed(id, { isConstruction: undefined, site: "新址" }));
  await transaction(async (tx) => {
    await recordAudit(tx, officer, "project.edit", { type: "project", id });
    await tx.project.update({ where: { id }, data: { site: "旧址" }, select: { id: true } });
  });

  await expect(approve(adjustment)).rejects.toMatchObject({ refusal: "STALE", figures: { case: "ADJUSTED_SINCE" } });
  expect(await findProject(id)).toMatchObject({ site: "旧址" });
});

test("R111, I16: in the database nobody approves an adjustment of his own", async () => {
  const { id } = await building();
  const { id: own } = await adjust(id, { site: "新址" });
  const psql = await openPsql("app");
  const approval = `UPDATE project_adjustments SET state = 'APPROVED', decided_by_id = created_by_id, decided_at = now()
    WHERE id = '${own}'`;

  expect(await psql.tell(noted(approval, own, id))).toContain("creator_does_not_approve_adjustment");
  await psql.close();
  expect(await findAdjustment(own)).toMatchObject({ state: "SUBMITTED" });
});

test("R73: what is rejected or withdrawn changes nothing, one adjustment waits at a time, and nothing needs none", async () => {
  const { id } = await building();
  await expect(adjust(id)).rejects.toMatchObject({ figures: { case: "NOTHING_ADJUSTED" } });
  await expect(adjust(id, { dueOn: "" })).rejects.toMatchObject({ field: "dueOn" });
  const first = await adjust(id, { site: "瓦卡" });

  await expect(adjust(id, { site: "松麦" })).rejects.toMatchObject({ figures: { case: "ADJUSTMENT_OPEN" } });
  await rejectAdjustment(leader, { adjustmentId: first.id, version: 1, reason: "依据不足" });
  const second = await adjust(id, { site: "松麦" });
  await withdrawAdjustment(officer, { adjustmentId: second.id, version: 1 });
  await expect(approve(second.id)).rejects.toMatchObject({ refusal: "WRONG_STATE" });

  expect(await findProject(id)).toMatchObject({ site: "白松", version: 1 });
});

test("R73: a cancelled project gets no more money, early in the form and late in the database", async () => {
  const { id } = await building();
  const waiting = await recordDisbursement(officer, payment(id, "10"));
  const { id: adjustment } = await adjust(id, { standing: "CANCELLED" });
  await approve(adjustment);

  const no = { refusal: "WRONG_STATE", figures: { case: "PROJECT_CANCELLED", project: id } };
  await expect(recordDisbursement(officer, payment(id, "1"))).rejects.toMatchObject(no);
  await expect(recordAppropriation(officer, arrangement(id, "1"))).rejects.toMatchObject(no);
  const psql = await openPsql("app");
  const late = `UPDATE disbursements SET state = 'APPROVED', decided_by_id = '${signingAccount("AID_LEADER")}', decided_at = now() WHERE id = '${waiting.id}'`;
  expect(await psql.tell(noted(late, waiting.id))).toContain("PROJECT_CANCELLED");
  await psql.close();
  expect((await findProject(id))?.standing).toBe("CANCELLED");
});

test("R71: the total investment does not fall below what is completed", async () => {
  const { id } = await building();
  await make.sum("progress", id, "150");
  const { id: adjustment } = await adjust(id, { totalInvestment: "149.99 WAN" });

  await expect(approve(adjustment)).rejects.toMatchObject({ figures: { case: "BELOW_COMPLETED" } });
});

test("R76: as of a day before the adjustment the project is judged by the day it had then", async () => {
  const { id } = await building({ dueOn: new Date("2018-06-30") });
  const late = async (asOf: string) =>
    (await listProjectSums({ year: 2018, since: 2018, asOf: day(asOf), project: id })).map(({ isLate }) => isLate);
  await make.sum("progress", id, "190");
  expect(await late("2018-08-09")).toEqual([true]);
  const { id: adjustment } = await adjust(id, { dueOn: "2018-12-31" });
  await approve(adjustment);

  expect(await late("2018-08-09")).toEqual([true]);
  expect(await late("2018-08-10")).toEqual([false]);
});

test("R70, R73: once approved nothing of it moves by a statement of the portal's own role, also when the arrangement was taken back", async () => {
  const { id } = await building();
  const psql = await openPsql("app");
  const { id: old } = await adjust(id, { dueOn: "2019-06-30" });
  await approve(old);
  const { id: newer } = await adjustProject(officer, typed(id, { dueOn: "2019-09-30" }, "2"));
  await approve(newer);
  const original = await db.appropriation.findFirstOrThrow({ where: { projectId: id }, select: { id: true } });
  await make.money("appropriation", {
    projectId: id,
    amount: wan("-200"),
    datedOn: "2018-08-02",
    reversalOfId: original.id,
  });

  for (const set of [
    "is_construction = false",
    "due_on = '2020-01-01'",
    "due_on = '2019-06-30'",
    "due_on = NULL",
    "target = 'x'",
    "total_investment = 1",
    "site = 'x'",
    "content = 'x'",
  ])
    expect(await psql.tell(noted(`UPDATE projects SET ${set} WHERE id = '${id}'`, id)), set).toContain("ARRANGED");
  expect(await psql.tell(noted(`UPDATE projects SET standing = 'CANCELLED' WHERE id = '${id}'`, id))).toContain(
    "42501",
  );
  const own = `INSERT INTO project_adjustments (id, project_id, dated_on, document_no, reason, target, state, created_by_id)
    VALUES ('${newId()}', '${id}', '2018-08-10', 'x', 'x', 'x', 'APPROVED', '${signingAccount("AID_OFFICER")}')`;
  expect(await psql.tell(noted(own, id))).toContain("WRONG_STATE");
  const forged = `UPDATE project_adjustments SET due_on = '2030-01-01' WHERE id = '${newer}'`;
  expect(await psql.tell(noted(forged, newer))).toContain("WRONG_STATE");
  await psql.close();
});
