import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { approveRecord, submitRecord } from "@/lib/fund/commands/decide";
import * as write from "@/lib/fund/commands/record";
import { reverseRecord } from "@/lib/fund/commands/reverse";
import { findRecordToDecide } from "@/lib/fund/queries/to-do";
import { adjustProject } from "@/lib/project/commands/adjust";
import { createProject, editProject } from "@/lib/project/commands/edit";
import { findAdjustment } from "@/lib/project/queries";
import { adjustProjectInput, createProjectInput, editProjectInput } from "@/lib/project/schema";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import {
  agreed,
  arrangement,
  leader,
  officer,
  payment,
  progress,
  revenue,
  takenBack,
} from "@/tests/support/money/papers";
import { openPsql } from "@/tests/support/money/psql";
import { noted, wan } from "@/tests/support/money/rows";
import { signingAccount } from "@/tests/support/signers";

let projectId: string;
beforeAll(async () => {
  for (const year of [2017, 2018]) await make.plan(year);
  projectId = (await make.project({ totalInvestment: wan("300") })).id;
  await make.sum("appropriation", projectId, "200", "2018-05-01");
});

const unticked = { accepted: undefined };
const warned = (...warnings: string[]) => ({
  refusal: "INPUT_WRONG",
  field: "accepted",
  figures: { case: "WARNINGS", count: warnings.length },
  lists: { warnings },
});

test("R69: the same payment a second time is warned of with the earlier one, however its paper is typed, and kept with the tick", async () => {
  const first = await write.recordDisbursement(officer, payment(projectId, "10", unticked));
  await approveRecord(leader, { kind: "disbursement", recordId: first.id, version: 1 });
  const again = { documentNo: " 青援拨（２０１８）9号" };

  await expect(
    write.recordDisbursement(officer, payment(projectId, "10", { ...again, ...unticked })),
  ).rejects.toMatchObject({
    ...warned("DUPLICATE"),
    figures: { earlier: `/fund/disbursements/${first.id}`, day: "2018-08-01" },
  });
  const { id } = await write.recordDisbursement(officer, payment(projectId, "10", { ...again, accepted: "DUPLICATE" }));

  expect(await findRecordToDecide("disbursement", id, officer.today)).toMatchObject({
    record: { warnings: ["DUPLICATE"] },
    doubt: { warnings: ["DUPLICATE"], earlier: { href: `/fund/disbursements/${first.id}` } },
  });
});

test("R69: another day, sum or payee is no second payment, nor is one whose original was taken back", async () => {
  const wrong = await agreed("disbursement", write.recordDisbursement(officer, payment(projectId, "7", unticked)));
  for (const change of [{ datedOn: "2018-08-02" }, { payee: "县水务局" }])
    await write.recordDisbursement(officer, payment(projectId, "7", { ...change, ...unticked }));
  await agreed("disbursement", reverseRecord(officer, takenBack("disbursement", wrong.recordId)));

  await write.recordDisbursement(officer, payment(projectId, "7", unticked));
});

test("R69: two that wait: the second writer is warned, and a draft is not handed in past the warning", async () => {
  await write.recordDisbursement(officer, payment(projectId, "3", unticked));
  const draft = await write.recordDisbursement(officer, payment(projectId, "3", { intent: "DRAFT", ...unticked }));

  const handIn = submitRecord(officer, { kind: "disbursement", recordId: draft.id, version: 1 });
  await expect(handIn).rejects.toMatchObject({ figures: { case: "WARNINGS_DRAFT" } });
});

test("R71, R73: beyond the investment or beyond what is paid it takes a tick", async () => {
  await expect(write.recordAppropriation(officer, arrangement(projectId, "100.01", unticked))).rejects.toMatchObject(
    warned("OVER_INVESTMENT"),
  );
  await expect(write.recordProgress(officer, progress(projectId, "180", unticked))).rejects.toMatchObject(
    warned("BEYOND_PAID"),
  );
  const { id } = await write.recordProgress(officer, progress(projectId, "180", { accepted: "BEYOND_PAID" }));

  expect(await db.investmentProgress.findUnique({ where: { id }, select: { warnings: true } })).toEqual({
    warnings: ["BEYOND_PAID"],
  });
});

test("R60: a slip of the unit is asked about: 51.4 亿 typed as 51.4 万, and a record of more than the notice line", async () => {
  await make.money("revenue", { year: 2016, amount: wan("508000"), datedOn: "2017-01-05" });

  const slip = write.recordRevenue(officer, revenue(2017, "51.4", unticked));
  await expect(slip).rejects.toMatchObject(warned("UNLIKELY"));
  await write.recordRevenue(officer, revenue(2017, "514000", unticked));
  const huge = write.recordAppropriation(officer, arrangement(projectId, "5000.01", unticked));
  await expect(huge).rejects.toMatchObject(warned("OVER_INVESTMENT", "UNLIKELY"));
});

test("R67, R76: nothing is paid before it was arranged, in the form and in the database, and no arrangement is taken back from under a payment", async () => {
  const { id } = await make.project();
  const early = await make.sum("appropriation", id, "50", "2018-04-01");
  await make.sum("appropriation", id, "50", "2018-06-01");
  const before = { refusal: "OVER_APPROPRIATION", figures: { case: "BEFORE_ARRANGED" } };

  await expect(write.recordDisbursement(officer, payment(id, "10", { datedOn: "2018-03-31" }))).rejects.toMatchObject(
    before,
  );
  await expect(write.recordDisbursement(officer, payment(id, "60", { datedOn: "2018-05-31" }))).rejects.toMatchObject(
    before,
  );
  const waiting = await make.money("disbursement", {
    projectId: id,
    amount: wan("10"),
    datedOn: "2018-03-31",
    state: "SUBMITTED",
  });
  const psql = await openPsql("app");
  const approve = `UPDATE disbursements SET state = 'APPROVED', decided_by_id = '${signingAccount("AID_LEADER")}', decided_at = now() WHERE id = '${waiting.id}'`;
  expect(await psql.tell(noted(approve, waiting.id))).toContain("BEFORE_ARRANGED");
  await psql.close();
  await agreed("disbursement", write.recordDisbursement(officer, payment(id, "50", { datedOn: "2018-05-31" })));
  const back = reverseRecord(officer, takenBack("appropriation", early.id, "2018-05-01"));
  await expect(agreed("appropriation", back)).rejects.toMatchObject(before);

  expect(await sql("app", "SELECT * FROM checks.paid_before_arranged")).toEqual([]);
});

test("R62: while a year runs its revenue is provisional only, in the form and in the database", async () => {
  await expect(write.recordRevenue(officer, revenue(2018, "532000"))).rejects.toMatchObject({
    field: "certainty",
    figures: { case: "YEAR_RUNNING" },
  });
  await write.recordRevenue(officer, revenue(2018, "532000", { certainty: "PROVISIONAL" }));

  const past = make.money("revenue", { year: 2018, amount: wan("532000"), datedOn: "2018-12-31" });
  await expect(past).rejects.toMatchObject({ refusal: "INPUT_WRONG", figures: { case: "YEAR_RUNNING" } });
});

test("R60, R73: a total beyond the notice line is founded, changed and adjusted with a tick only, and who approves it is told", async () => {
  const facts = { name: "x", category: "HEALTH", planYear: "2018", implementYear: "2018" };
  const typed = { ...facts, site: "x", implementingUnit: "x", target: "x" };
  const found = (code: string, amount: string, accepted?: string) =>
    createProject(officer, createProjectInput.parse({ ...typed, code, totalInvestment: `${amount} WAN`, accepted }));

  await expect(found("L-2", "5000.01")).rejects.toMatchObject(warned("LARGE_TOTAL"));
  await found("L-3", "5000");
  const { id } = await found("L-2", "5000.01", "LARGE_TOTAL");
  const noted = await db.auditEntry.findFirst({ where: { subjectId: id }, select: { after: true } });
  expect(noted?.after).toMatchObject({ accepted: "LARGE_TOTAL" });
  const edit = (amount: string, change = {}) =>
    editProject(
      officer,
      editProjectInput.parse({
        ...typed,
        code: "L-2",
        totalInvestment: `${amount} WAN`,
        projectId: id,
        version: "1",
        ...change,
      }),
    );
  await expect(edit("51000")).rejects.toMatchObject(warned("LARGE_TOTAL"));
  await edit("5000.01", { name: "y" });

  // The first arrangement approves the total with it; later ones have nothing to say of it.
  const arrange = (accepted?: string) =>
    write.recordAppropriation(officer, arrangement(id, "1", { ...unticked, accepted, documentNo: newId() }));
  await expect(arrange()).rejects.toMatchObject(warned("LARGE_TOTAL"));
  const first = await arrange("LARGE_TOTAL");
  await approveRecord(leader, { kind: "appropriation", recordId: first.id, version: 1 });
  await arrange();

  const change = adjustProjectInput.parse({
    ...{ projectId: id, version: "2", datedOn: "2018-08-10", documentNo: "纪要", reason: "x", standing: "ACTIVE" },
    ...{ target: "x", site: "x", content: "", totalInvestment: "6000 WAN" },
  });
  await expect(adjustProject(officer, change)).rejects.toMatchObject(warned("LARGE_TOTAL"));
  const adjusted = await adjustProject(officer, { ...change, accepted: ["LARGE_TOTAL"] });
  expect(await findAdjustment(adjusted.id)).toMatchObject({ hasLargeTotal: true });
});

test("R60: a project's amount goes through the same reader, with the same upper bound", async () => {
  const facts = { code: "L-1", name: "x", category: "HEALTH", planYear: "2018", implementYear: "2018" };
  const typed = { ...facts, site: "x", implementingUnit: "x", target: "x" };
  const said = (amount: string) => createProjectInput.safeParse({ ...typed, totalInvestment: amount }).error?.issues;

  expect(said("10000000.01 WAN")).toMatchObject([{ path: ["totalInvestment"], message: "amountLarge" }]);
  expect(said("1e5 WAN")).toMatchObject([{ path: ["totalInvestment"], message: "amount" }]);
  expect(said("5 FEN")).toMatchObject([{ path: ["totalInvestment"], message: "unit" }]);
});
