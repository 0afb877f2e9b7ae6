import { expect, test } from "vitest";
import { mayBeReversed, mayBeWrittenAnew, noteOf, reversalOf, saidStateOf } from "@/lib/fund/rules/record";
import { type MoneyRecord, stored } from "@/lib/fund/schema/stored";

const shared = {
  id: "1",
  year: 2018,
  amount: 100n,
  datedOn: new Date("2018-08-01"),
  documentNo: "青援安1号",
  state: "APPROVED",
  createdById: "2",
  decidedById: "3",
  decidedAt: new Date("2018-08-02"),
  stateReason: null,
  version: 1,
  warnings: [],
  creator: "索朗",
  decider: "德吉",
};
const ledger = { ...shared, note: "桩基", reversalOfId: null, reversedById: null };
const project = { id: "4", code: "P18-01", name: "教学楼" };

const plan = (change = {}): MoneyRecord =>
  stored.plan.parse({ kind: "plan", ...shared, reason: "提前下达", basis: null, isCurrent: true, ...change });
const progress = (change = {}): MoneyRecord =>
  stored.progress.parse({ kind: "progress", ...ledger, project, ...change });

test("R75: an approved record of a ledger is taken back once; a reversal and a version never", () => {
  expect(mayBeReversed(progress())).toBe(true);
  expect(mayBeReversed(progress({ state: "SUBMITTED" }))).toBe(false);
  expect(mayBeReversed(progress({ reversedById: "5" }))).toBe(false);
  expect(mayBeReversed(progress({ reversalOfId: "5" }))).toBe(false);
  expect(mayBeReversed(plan())).toBe(false);
});

test("R111: what was decided against is written anew, but not a reversal", () => {
  expect(mayBeWrittenAnew(plan({ state: "REJECTED" }))).toBe(true);
  expect(mayBeWrittenAnew(plan())).toBe(false);
  expect(mayBeWrittenAnew(progress({ state: "REJECTED", reversalOfId: "5" }))).toBe(false);
});

test("R71: 完成投资 is recorded by one person, its reversal approved by another", () => {
  expect(saidStateOf(progress())).toBe("RECORDED");
  expect(saidStateOf(progress({ reversalOfId: "5" }))).toBe("APPROVED");
  expect(saidStateOf(progress({ state: "SUBMITTED" }))).toBe("SUBMITTED");
  expect(saidStateOf(plan())).toBe("APPROVED");
});

test("R62, R75: a version has a reason or a note of its own and takes nothing back", () => {
  expect([noteOf(plan()), noteOf(progress())]).toEqual(["提前下达", "桩基"]);
  expect([reversalOf(plan()), reversalOf(progress({ reversalOfId: "5" }))]).toEqual([null, "5"]);
});

test("R70: a payment without its payee or its account is no payment, and a project is never made up", () => {
  const payment = {
    kind: "disbursement",
    ...ledger,
    project,
    payee: "得荣县财政局",
    account: "JOINT",
    exceptionReason: null,
  };

  expect(stored.disbursement.safeParse(payment).success).toBe(true);
  for (const name of ["payee", "account", "project"])
    expect(stored.disbursement.safeParse({ ...payment, [name]: null }).success).toBe(false);
});
