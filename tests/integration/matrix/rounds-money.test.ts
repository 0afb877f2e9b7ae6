import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { reverseRecord } from "@/lib/fund/actions/decide";
import {
  recordAppropriation,
  recordDisbursement,
  recordOutside,
  recordPlan,
  recordProgress,
  recordRevenue,
} from "@/lib/fund/actions/record";
import { adjustProject } from "@/lib/project/actions";
import { dateFromDay, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { type Action, wrongFields } from "@/tests/support/wrong-fields";

// What only a running Next can say: who is signed in, and in which language.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const wrongAt = (actor: Actor, action: Action, typed: Record<string, string | string[]>) => {
  request.actor = actor;
  return wrongFields(action, typed);
};

const officer = make.actor("AID_OFFICER");
const ahead = "2018-07-01";
const paper = { datedOn: ahead, documentNo: "得财 2018-12", note: "", amount: "10", unit: "WAN" };

test("U24: a revenue of a later year, final and dated ahead is told at once", async () => {
  const revenue = { ...paper, year: "2019", certainty: "CONFIRMED" };
  expect(await wrongAt(officer, recordRevenue, revenue)).toEqual(["certainty", "datedOn", "year"]);
  expect(await wrongAt(officer, recordRevenue, { ...revenue, documentNo: "" })).toEqual([
    ...["certainty", "datedOn", "documentNo", "year"],
  ]);
});

test("U24: a plan above the standard is told of all three papers it lacks", async () => {
  await make.money("revenue", {
    year: 2010,
    amount: 100_000_000n,
    datedOn: "2018-02-01",
    also: { certainty: "CONFIRMED" },
  });
  const plan = { year: "2011", basis: "", documentNo: "", reason: "", datedOn: ahead, total: "9000", unit: "WAN" };
  expect(await wrongAt(officer, recordPlan, plan)).toEqual(["basis", "datedOn", "documentNo", "reason"]);
  expect(await wrongAt(officer, recordPlan, { ...plan, intent: "DRAFT" })).toEqual(["datedOn"]);
});

test("U24: a payment beyond what is arranged, without its basis and dated ahead is told at once", async () => {
  const { id: projectId } = await make.project({ state: "NOT_STARTED" });
  const payment = { ...paper, projectId, payee: "得荣县第一建筑公司", account: "COUNTY", exceptionReason: "" };
  const wrong = ["amount", "datedOn", "exceptionReason"];
  expect(await wrongAt(officer, recordDisbursement, payment)).toEqual(wrong);
  expect(await wrongAt(officer, recordDisbursement, { ...payment, account: "" })).toEqual(["account", ...wrong]);
});

test("U24: progress, outside money, an arrangement and a reversal say their day and project with what is empty", async () => {
  const { id: projectId } = await make.project();
  const progress = { ...paper, projectId, amount: "1000000" };
  expect(await wrongAt(officer, recordProgress, { ...progress, documentNo: "" })).toEqual([
    ...["accepted", "datedOn", "documentNo"],
  ]);
  const outside = { ...paper, ledger: "SOCIAL", item: "" };
  expect(await wrongAt(officer, recordOutside, outside)).toEqual(["datedOn", "item"]);
  const { id: untold } = await make.project({ target: "" });
  const arrangement = { ...paper, projectId: untold };
  expect(await wrongAt(officer, recordAppropriation, arrangement)).toEqual(["accepted", "datedOn", "projectId"]);
  const original = await make.sum("progress", projectId, "1");
  const reversal = { kind: "progress", recordId: original.id, datedOn: "2018-02-01", documentNo: "", reason: "记错" };
  expect(await wrongAt(officer, reverseRecord, reversal)).toEqual(["datedOn", "documentNo"]);
});

test("U24: an adjustment dated ahead that leaves out the day it had is told both", async () => {
  const { id: projectId } = await make.project({ dueOn: dateFromDay(day("2018-12-01")) });
  const adjustment = {
    ...{ projectId, version: "1", documentNo: "会议纪要 5", reason: "设计变更", dueOn: "", target: "学位 600 个" },
    ...{ totalInvestment: "100000", unit: "WAN", site: "白松", content: "", standing: "ACTIVE", datedOn: ahead },
  };
  expect(await wrongAt(officer, adjustProject, adjustment)).toEqual(["datedOn", "dueOn"]);
  expect(await wrongAt(officer, adjustProject, { ...adjustment, reason: "" })).toEqual(["datedOn", "dueOn", "reason"]);
});
