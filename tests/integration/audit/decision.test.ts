import { expect, test, vi } from "vitest";
import { findDecision } from "@/lib/audit/queries/decision";
import { approveCohort, returnCohort } from "@/lib/cohort/actions";
import { approveRequest, rejectRequest } from "@/lib/completion/actions";
import { proposeIssue, proposeVoid } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { rejectLate } from "@/lib/enrolment/actions";
import type { Answer } from "@/lib/refusal/answer";
import { approveSetting, rejectSetting } from "@/lib/setting/actions";
import { proposeSetting } from "@/lib/setting/commands/propose";
import { approveCorrection, rejectCorrection } from "@/lib/trainee/actions";
import { proposeCorrection } from "@/lib/trainee/commands/correct";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

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

/** Sends a form as somebody; tells where it led, or what it answered. */
async function send(actor: { id: string }, action: Action, typed: Record<string, string | number>) {
  Object.assign(request, { actor, path: "/cohorts/x?tab=1" });
  const form = new FormData();
  for (const [name, value] of Object.entries({ submissionKey: newId(), ...typed })) form.set(name, String(value));
  try {
    return await action({ state: "idle" }, form);
  } catch (error) {
    return (error as { to: string }).to;
  }
}

const signIn = (address: unknown) => String(address).split("decided=")[1] ?? "";

test("0.9: whose decision came second is told who decided before, when and what", async () => {
  const { id: cohortId } = await make.cohort({ state: "SUBMITTED", classroom: 1 });
  const [first, second] = [make.actor("COUNTY_REVIEWER"), make.actor("COUNTY_REVIEWER")];
  const opening = { cohortId, version: 1 };
  await send(first, approveCohort, { ...opening, documentNo: "1", opinion: "" });

  const led = [
    await send(second, approveCohort, { ...opening, documentNo: "2", opinion: "" }),
    await send(second, returnCohort, { ...opening, reason: "课表不全" }),
  ];

  for (const address of led) {
    expect(address).toMatch(/^\/cohorts\/x\?decided=/);
    expect(await findDecision(second, signIn(address))).toMatchObject({
      verb: "cohort.approve",
      actorName: first.name,
      at: expect.any(Date),
    });
  }
  // I32: the address tells nobody else, and no other entry.
  expect(await findDecision(first, signIn(led[0]))).toBeNull();
  expect(await findDecision(second, "1-x")).toBeNull();
});

test("0.9: an application that another rejected meanwhile says so; what was only edited answers as before", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: enrolmentId } = await make.application(cohortId, { approvalNeeded: ["OVER_AGE"] });
  const [first, second] = [make.actor("BASE_DIRECTOR"), make.actor("COUNTY_REVIEWER")];
  await send(first, rejectLate, { enrolmentId, version: 1, reason: "改报下期" });

  const led = await send(second, rejectLate, { enrolmentId, version: 1, reason: "超龄" });

  expect(await findDecision(second, signIn(led))).toMatchObject({ verb: "enrolment.reject", actorName: first.name });
  const { id: other } = await make.cohort({ state: "SUBMITTED" });
  expect(await send(second, returnCohort, { cohortId: other, version: 9, reason: "x" })).toMatchObject({
    state: "refused",
    refusal: "STALE",
  });
  expect(await db.cohort.findUnique({ where: { id: other } })).toMatchObject({ state: "SUBMITTED" });
});

test("0.9: certificates that another issued or voided meanwhile say so, of which cohort and person", async () => {
  const examDay = day("2018-09-04");
  const [first, second] = [await make.signer("BASE_DIRECTOR", examDay), await make.signer("BASE_DIRECTOR", examDay)];
  const staff = await make.signer("BASE_STAFF", examDay);
  const { id: cohortId, enrolments } = await make.examined({ people: 1 });
  const [theory, practice] = [[700], [700]];
  const marks = { enrolmentIds: enrolments, versions: [1], attended: [10], theory, practice, plans: [] };
  await recordResults(staff, { cohortId, heldOns: [examDay], ...marks });
  await decideCompletions(staff, { cohortId, completing: 1, notCompleting: 0 });
  const open = () => db.certificateRequest.findFirstOrThrow({ where: { cohortId, approved: null } });

  await proposeIssue(staff, { cohortId });
  const { id: issue } = await open();
  await send(first, approveRequest, { requestId: issue });
  const { id: certificateId } = await db.certificate.findFirstOrThrow({ where: { cohortId } });
  await proposeVoid(staff, { certificateId, reason: "姓名有误" });
  const { id: voiding } = await open();
  await send(first, approveRequest, { requestId: voiding });

  expect(await findDecision(second, signIn(await send(second, approveRequest, { requestId: issue })))).toMatchObject({
    verb: "certificate.approve",
    actorName: first.name,
    about: { cohortId },
    told: { count: 1 },
  });
  const rejected = await send(second, rejectRequest, { requestId: voiding, reason: "不作废" });
  expect(await findDecision(second, signIn(rejected))).toMatchObject({
    verb: "certificate.approveVoid",
    about: { cohortId, certificateId },
  });
});

test("0.9, R5: a corrected number that another decided meanwhile says so, of which person", async () => {
  const today = day("2018-09-04");
  const clerk = await make.signer("BASE_STAFF", today);
  const [first, second] = [await make.signer("BASE_DIRECTOR", today), await make.signer("BASE_DIRECTOR", today)];
  const wish = async () => {
    const { id: traineeId } = await make.trainee();
    await proposeCorrection(clerk, { traineeId, idNumber: make.idNumber(day("1991-05-06")), reason: "登记时看错" });
    const { id } = await db.identityCorrection.findFirstOrThrow({ where: { traineeId } });
    return { traineeId, correctionId: id };
  };
  const [stood, fell] = [await wish(), await wish()];
  await send(first, approveCorrection, { correctionId: stood.correctionId });
  await send(first, rejectCorrection, { correctionId: fell.correctionId, reason: "与身份证不符" });

  for (const [{ correctionId, traineeId }, verb] of [
    [stood, "trainee.approveCorrection"],
    [fell, "trainee.rejectCorrection"],
  ] as const) {
    const led = await send(second, approveCorrection, { correctionId });
    expect(await findDecision(second, signIn(led))).toMatchObject({
      verb,
      actorName: first.name,
      about: { traineeId },
    });
  }
});

test("0.9: a change of a figure that another decided meanwhile says which figure, from which day on", async () => {
  const today = day("2018-08-22");
  const [first, second] = [make.actor("BASE_DIRECTOR", today), make.actor("BASE_DIRECTOR", today)];
  const { id: settingChangeId } = await proposeSetting(make.actor("SYS_ADMIN", today), {
    ...{ key: "fewest_trainees", value: "11", validFrom: day("2019-12-24") },
    ...{ reason: "教室改造", documentNo: "得人社〔2018〕12号" },
  });
  await send(first, rejectSetting, { settingChangeId, version: 1, stateReason: "不改" });

  const led = await send(second, approveSetting, { settingChangeId, version: 1 });

  expect(await findDecision(second, signIn(led))).toMatchObject({
    verb: "setting.reject",
    told: { settingKey: "fewest_trainees", day: "2019-12-24", inForce: "false" },
  });
});
