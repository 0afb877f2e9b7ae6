import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { approveRecord, submitRecord } from "@/lib/fund/commands/decide";
import { recordDisbursement, recordProgress } from "@/lib/fund/commands/record";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { agreed, leader, officer, payment, progress } from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

beforeAll(async () => void (await make.plan(2018)));

/** domain.md section 11: 200 arranged, 160 paid. */
async function school(change: Parameters<typeof make.project>[0] = {}, paid = "160") {
  const { id } = await make.project(change);
  await make.sum("appropriation", id, "200");
  if (paid) await make.sum("disbursement", id, paid);
  return id;
}
const paidOf = async (id: string) =>
  (await db.project.findUniqueOrThrow({ where: { id }, select: { disbursed: true } })).disbursed;
const pay = (id: string, amount: string, change = {}) => recordDisbursement(officer, payment(id, amount, change));

test("R67: of 200 arranged and 160 paid, 40.00 more may be paid and 40.01 not", async () => {
  const id = await school();

  await expect(pay(id, "40.01")).rejects.toMatchObject({
    refusal: "OVER_APPROPRIATION",
    figures: { arranged: "200.00", disbursed: "160.00", left: "40.00", wanted: "40.01" },
  });
  await agreed("disbursement", pay(id, "40.00"));

  expect(await paidOf(id)).toBe(wan("200"));
});

test("R67: one fen is too much too, in either unit", async () => {
  const id = await school({}, "200");

  await expect(pay(id, "0.000001")).rejects.toMatchObject({
    refusal: "OVER_APPROPRIATION",
    figures: { left: "0.00", wanted: "0.000001" },
  });
  await expect(pay(id, "0.01", { unit: "YUAN" })).rejects.toMatchObject({ refusal: "OVER_APPROPRIATION" });
});

test("R67: two payments of 30 may both wait for the last 40; the second approval is refused", async () => {
  const id = await school();
  const [first, second] = [await pay(id, "30"), await pay(id, "30")];
  const approve = (recordId: string) => approveRecord(leader, { kind: "disbursement", recordId, version: 1 });

  await approve(first.id);

  await expect(approve(second.id)).rejects.toMatchObject({
    refusal: "OVER_APPROPRIATION",
    field: "amount",
    figures: { left: "10.00", wanted: "30.00" },
  });
  expect(await paidOf(id)).toBe(wan("190"));
});

test("R70: a payment in advance needs its basis, and none is asked once the works are under way", async () => {
  const id = await school({ state: "NOT_STARTED" }, "");

  await expect(pay(id, "10")).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "exceptionReason",
    figures: { case: "ADVANCE" },
  });
  await agreed("disbursement", pay(id, "10", { exceptionReason: "合同约定预付 5 %" }));

  expect(await paidOf(id)).toBe(wan("10"));
});

test("R70: 97 % of a building may be paid before it is handed over, a fen more needs its basis", async () => {
  const id = await school({ isConstruction: true });

  await expect(pay(id, "34.000001")).rejects.toMatchObject({ figures: { case: "RETENTION", percent: 97 } });
  await agreed("disbursement", pay(id, "34"));
  await agreed("disbursement", pay(id, "6", { exceptionReason: "质保协议 2018-1" }));

  expect(await paidOf(id)).toBe(wan("200"));
});

test("R70: nothing is held back of what is no building, nor of a building that was handed over", async () => {
  await agreed("disbursement", pay(await school(), "40"));
  await agreed("disbursement", pay(await school({ isConstruction: true, state: "HANDED_OVER" }), "40"));
  await expect(pay(await school({ isConstruction: true, state: "ACCEPTED" }), "40")).rejects.toMatchObject({
    figures: { case: "RETENTION" },
  });
});

test("R70: two payments that pass 97 % only together are asked for their basis at the second approval", async () => {
  const id = await school({ isConstruction: true });
  const [first, second] = [await pay(id, "20"), await pay(id, "20")];
  await approveRecord(leader, { kind: "disbursement", recordId: first.id, version: 1 });

  const late = approveRecord(leader, { kind: "disbursement", recordId: second.id, version: 1 });

  await expect(late).rejects.toMatchObject({ figures: { case: "RETENTION" } });
  expect(await paidOf(id)).toBe(wan("180"));
});

test("R69: nothing is paid on a day to come, and today may be", async () => {
  const id = await school();

  await expect(pay(id, "1", { datedOn: "2018-08-23" })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "datedOn",
    figures: { case: "FUTURE", today: "2018-08-22" },
  });
  await pay(id, "1", { datedOn: "2018-08-22" });
});

test("R69, I24: a day before there was a portal is refused, not a fault", async () => {
  const early = pay(await school(), "1", { datedOn: "1999-12-31" });

  await expect(early).rejects.toMatchObject({ refusal: "MONTH_CLOSED", figures: { month: "1999-12" } });
});

test("R71: completed up to the investment and not a fen beyond, and it counts at once", async () => {
  const id = await school({ totalInvestment: wan("250") });
  await recordProgress(officer, progress(id, "249.999999"));

  await expect(recordProgress(officer, progress(id, "0.000002"))).rejects.toMatchObject({
    refusal: "OVER_PLAN",
    figures: { case: "INVESTMENT", total: "250.00" },
  });
  await recordProgress(officer, progress(id, "0.000001"));

  const project = await db.project.findUniqueOrThrow({ where: { id }, select: { completed: true } });
  expect(project.completed).toBe(wan("250"));
});

test("R74: a draft stays with its project, and is written over once for each version", async () => {
  const [id, other] = [await school(), await school()];
  const draft = await pay(id, "10", { intent: "DRAFT" });
  const over = (projectId: string, version: string) =>
    pay(projectId, "12", { intent: "DRAFT", recordId: draft.id, version });

  await expect(over(other, "1")).rejects.toMatchObject({ refusal: "INPUT_WRONG", field: "projectId" });
  await over(id, "1");
  await expect(over(id, "1")).rejects.toMatchObject({ refusal: "STALE" });

  const { version, amount } = await db.disbursement.findUniqueOrThrow({ where: { id: draft.id } });
  await submitRecord(officer, { kind: "disbursement", recordId: draft.id, version });
  expect(amount).toBe(wan("12"));
});

test("I27: a draft saved in another window meanwhile answers with what it says now and by whom, and keeps it", async () => {
  const id = await school();
  const draft = await pay(id, "10", { intent: "DRAFT" });
  const over = (amount: string, version: string, change = {}) =>
    pay(id, amount, { intent: "DRAFT", recordId: draft.id, version, ...change });
  await over("12.5", "1", { payee: "白松乡财政所", note: "第一期" });

  await expect(over("11", "1")).rejects.toMatchObject({
    refusal: "STALE",
    figures: {
      ...{ version: 3, by: officer.name, amount: "12.5", unit: "WAN", datedOn: "2018-08-01", account: "COUNTY" },
      ...{ documentNo: "青援拨〔2018〕9号", payee: "白松乡财政所", exceptionReason: "", note: "第一期" },
    },
  });

  // "Mine" is the same again with the version that was shown.
  await over("11", "3");
  expect(await db.disbursement.findUnique({ where: { id: draft.id }, select: { amount: true } })).toEqual({
    amount: wan("11"),
  });
});

test("R74: there is no paying an unknown project", async () => {
  await expect(pay(newId(), "1")).rejects.toMatchObject({ refusal: "INPUT_WRONG", field: "projectId" });
});

test("R111: nobody approves his own payment, nor rejects it, and nobody else withdraws it", async () => {
  const { id } = await pay(await school(), "10");
  const record = { kind: "disbursement", recordId: id, version: 1 } as const;
  const both = { ...officer, role: "AID_LEADER" } as const;

  await expect(approveRecord(both, record)).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  expect(await db.disbursement.findUnique({ where: { id }, select: { state: true, decidedById: true } })).toEqual({
    state: "SUBMITTED",
    decidedById: null,
  });
  await approveRecord({ ...leader, today: day("2018-09-01") }, record);
});
