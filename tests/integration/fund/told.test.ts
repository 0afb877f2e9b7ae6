import { createTranslator } from "next-intl";
import { beforeAll, expect, test, vi } from "vitest";
import { findDecision } from "@/lib/audit/queries/decision";
import { takeOutcome } from "@/lib/command/outcome";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { approveRecord, rejectRecord, reverseRecord, withdrawRecord } from "@/lib/fund/actions/decide";
import { closeYear } from "@/lib/fund/actions/period";
import { recordDisbursement } from "@/lib/fund/actions/record";
import { lockMonth, submitMonth } from "@/lib/fund/commands/month";
import { proposeClosing } from "@/lib/fund/commands/year";
import { findFund } from "@/lib/fund/queries/months";
import { findSaid } from "@/lib/fund/queries/said";
import { approveAdjustment, rejectAdjustment } from "@/lib/project/actions";
import { adjustProject } from "@/lib/project/commands/adjust";
import { adjustProjectInput } from "@/lib/project/schema";
import type { Answer } from "@/lib/refusal/answer";
import { day } from "@/lib/value/calendar";
import { monthAt } from "@/lib/value/period";
import { messagesIn } from "@/lib/wording/messages";
import * as make from "@/tests/support/make";
import { leader, officer } from "@/tests/support/money/papers";

// What only a running Next can say: who is signed in, on which page, and where a redirect leads.
const request = vi.hoisted(() => ({ actor: null as unknown, path: "" }));
vi.mock("@/lib/auth/actor", () => ({
  findActor: async () => request.actor,
  addressAsked: async () => request.path,
  clientAddress: async () => "10.6.0.1",
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({
  redirect(to: string) {
    throw Object.assign(new Error(to), { to });
  },
}));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "zh-CN",
}));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

type Action = (previous: Answer, form: FormData) => Promise<Answer>;

/** Sends a form as somebody; tells where it led. */
async function send(actor: { id: string }, action: Action, typed: Record<string, string | number>): Promise<string> {
  Object.assign(request, { actor, path: "/fund/approvals" });
  const form = new FormData();
  for (const [name, value] of Object.entries({ submissionKey: newId(), ...typed })) form.set(name, String(value));
  try {
    return JSON.stringify(await action({ state: "idle" }, form));
  } catch (error) {
    return (error as { to: string }).to;
  }
}

const say = createTranslator({ locale: "zh-CN", messages: messagesIn("zh-CN") }) as unknown as (
  key: string,
  values: Record<string, string | number>,
) => string;
const sentence = (verb: string, values: Record<string, string | number>) =>
  say(`done.${verb}`, { reversal: "false", sum: "none", ...values });

/** What the banner of the page that somebody was led to says. */
async function banner(actor: { id: string }, address: string): Promise<string> {
  const outcome = await takeOutcome(actor.id, address.split("?")[0] ?? "");
  return outcome ? sentence(outcome.says, { ...(await findSaid(outcome.about.record)), ...outcome.told }) : address;
}

/** What somebody whose decision came second is told of the first. */
async function first(actor: { id: string }, address: string) {
  const decision = await findDecision(actor, address.split("decided=")[1] ?? "");
  if (!decision) return address;
  return [decision.actorName, sentence(decision.verb, await findSaid([decision.subjectType, decision.subjectId]))];
}

const second = make.actor("AID_LEADER", leader.today);
let project: { id: string; code: string };
beforeAll(async () => {
  await make.plan(2018);
  project = await make.project();
  await make.sum("appropriation", project.id, "200", "2018-07-01");
  await make.sum("disbursement", project.id, "20", "2018-07-01");
});

const payment = (change = {}) => ({
  ...{ projectId: project.id, amount: "35.5", unit: "WAN", datedOn: "2018-08-01", documentNo: "1", payee: "县财政局" },
  ...{ account: "COUNTY", exceptionReason: "", note: "", intent: "SUBMIT" },
  ...change,
});
const lastId = async () =>
  (await db.disbursement.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { id: true } })).id;

test("U28: every act on a payment says its project, its amount, and what came of it", async () => {
  const named = `${project.code} 教育园区教学楼，35.50 万元`;
  const acts = async (change = {}) => banner(officer, await send(officer, recordDisbursement, payment(change)));

  expect(await acts({ intent: "DRAFT" })).toBe(`拨付草稿已保存：${named}。`);
  expect(await acts({ documentNo: "2" })).toBe(`拨付已提交审批：${named}，须由负责人批准。`);
  const record = { kind: "disbursement", recordId: await lastId() };
  const approved = await send(leader, approveRecord, { ...record, version: 1 });
  expect(await banner(leader, approved)).toBe(`拨付已批准：${named}，本项目拨付 55.50 万元。`);

  const red = { ...record, datedOn: "2018-08-02", documentNo: "3", reason: "账号有误" };
  expect(await banner(officer, await send(officer, reverseRecord, red))).toBe(
    `拨付的红字冲销已提交审批：${named}，批准后生效。`,
  );
  const taken = await send(leader, approveRecord, { kind: "disbursement", recordId: await lastId(), version: 1 });
  expect(await banner(leader, taken)).toBe(
    `拨付已批准（红字冲销）：${project.code} 教育园区教学楼，-35.50 万元，本项目拨付 20.00 万元。`,
  );
});

test("0.9: a payment, an adjustment and a year that another decided first say who, and what became of them", async () => {
  await send(officer, recordDisbursement, payment({ documentNo: "9" }));
  const record = { kind: "disbursement", recordId: await lastId(), version: 1 };
  await send(leader, rejectRecord, { ...record, reason: "重复" });
  const rejected = [leader.name, `拨付未批准：${project.code} 教育园区教学楼，35.50 万元，已记下原因。`];
  expect(await first(second, await send(second, approveRecord, record))).toEqual(rejected);
  expect(await first(officer, await send(officer, withdrawRecord, record))).toEqual(rejected);

  const wanted = adjustProjectInput.parse({
    ...{ projectId: project.id, version: "1", datedOn: "2018-08-03", documentNo: "纪要", reason: "调整" },
    ...{ target: "学位 500 个", totalInvestment: "100000 WAN", site: "白松", content: "", standing: "ACTIVE" },
  });
  const { id: adjustmentId } = await adjustProject(officer, wanted);
  await send(leader, approveAdjustment, { adjustmentId, version: 1 });
  const late = await send(second, rejectAdjustment, { adjustmentId, version: 1, reason: "x" });
  expect(await first(second, late)).toEqual([
    leader.name,
    `项目调整已批准：${project.code} 教育园区教学楼，项目资料已变更。`,
  ]);
});

test("0.9, R64: whoever closes a year second is told who closed it", async () => {
  const year = 2017;
  await make.plan(year);
  for (let n = 1; n <= 12; n++) {
    const month = monthAt(year, n);
    await submitMonth(officer, { month });
    await lockMonth(leader, { month, version: 2 });
  }
  const version = async () => (await findFund(year))?.version ?? 0;
  await proposeClosing({ ...officer, today: day("2018-08-22") }, { year, version: await version(), reason: "无" });
  const seen = { year, version: await version() };

  expect(await banner(leader, await send(leader, closeYear, seen))).toBe("年度已关账：2017 年，不再接受任何记录。");
  expect(await first(second, await send(second, closeYear, seen))).toEqual([
    leader.name,
    "年度已关账：2017 年，不再接受任何记录。",
  ]);
});
