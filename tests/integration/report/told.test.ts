import { expect, test } from "vitest";
import { listHistory } from "@/lib/audit/queries/entries";
import { recordAccess, recordAudit } from "@/lib/audit/record";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { accessReport } from "@/lib/report/queries/log/access";
import { auditReport } from "@/lib/report/queries/log/audit";
import { tellEntries } from "@/lib/report/queries/log/told";
import { take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";

const kept = {
  actorName: "央金",
  actorRole: "BASE_STAFF",
  verb: "enrolment.create",
  subjectType: "enrolment",
  subjectId: "x",
  before: {},
  after: {},
  reason: null,
};

test("U31: an entry is told in words, 万元 and names, never in codes, fen, ids or names of columns", async () => {
  const cohort = await make.cohort();
  const { id: subjectId, traineeId } = await make.enrolment(cohort.id);
  const { name } = await db.trainee.findUniqueOrThrow({ where: { id: traineeId }, select: { name: true } });
  const before = { state: "APPLIED", someColumn: "1", nobody: newId() };
  const after = { state: "CONFIRMED", traineeId, cohortId: cohort.id, warnings: ["SUBSIDY_COUNT"], theory: "605" };

  const [told] = await tellEntries([{ ...kept, subjectId, before, after }], "zh-CN");
  const [money] = await tellEntries(
    [
      {
        ...kept,
        subjectType: "disbursement",
        verb: "disbursement.approve",
        after: { amount: "500000", state: "APPROVED" },
      },
    ],
    "zh-CN",
  );

  expect(told).toMatchObject({
    role: "基地工作人员",
    act: "报名成功",
    kind: "报名",
    about: `${cohort.number} ${name[0]}**`,
  });
  expect(told?.changes.map(({ label, before: was, after: is }) => [label, was, is])).toEqual([
    ["状态", "待确认", "已确认"],
    ["其他项目", "1", "空"],
    ["学员", undefined, `${name[0]}**`],
    ["班期", undefined, expect.stringContaining(cohort.number)],
    ["提示", undefined, "本年补贴次数较多"],
    ["理论成绩", undefined, "60.5"],
  ]);
  expect(money?.changes.map(({ after: is }) => is)).toEqual(["0.50 万元", "已批准"]);
});

test("R102: the auditor takes the audit as a file, filtered as the page, and the taking is logged", async () => {
  const actor = make.actor("AUDITOR");
  const subjectId = newId();
  await transaction((tx) =>
    recordAudit(tx, { ...actor, name: `审${subjectId.slice(-8)}` }, "year.close", {
      type: "fund",
      id: "2018",
      after: { state: "CLOSED" },
    }),
  );
  const filter = { from: undefined, to: undefined, who: `审${subjectId.slice(-8)}`, verb: "", subject: "", id: "" };

  const { id, rows } = await take({ report: auditReport, filter, format: "xlsx" }, actor);

  expect(rows.flat()).toEqual(
    expect.arrayContaining(["已关账", "年度资金", "2018"].map((said) => expect.stringContaining(said))),
  );
  expect(JSON.stringify(rows)).not.toMatch(/[A-Z]{4,}_|[0-9a-f]{8}-/);
  expect(await listHistory([id])).toMatchObject([{ verb: "report.export" }]);
});

test("R102: the auditor takes the access log as a file, filtered as the page, in words and without a code", async () => {
  const actor = make.actor("AUDITOR");
  const [mine, others] = [newId(), newId()];
  const look = { subjectType: "trainee", rows: 1, field: "idNumber", reason: "OTHER 13800001111 核对" };
  await recordAccess(db, actor, { ...look, verb: "trainee.reveal", subjectId: mine });
  await recordAccess(db, actor, {
    verb: "refused",
    subjectType: "trainee",
    subjectId: mine,
    field: "enrolment.confirm",
  });
  await recordAccess(db, actor, { verb: "some.later", subjectType: "somewhat", subjectId: mine, field: "some.later" });
  await recordAccess(db, actor, { ...look, verb: "trainee.reveal", subjectId: others });
  const all = { from: undefined, to: undefined, who: "", kind: undefined, id: mine };

  const whole = await take({ report: accessReport, filter: all, format: "xlsx" }, actor);
  const revealed = await take({ report: accessReport, filter: { ...all, kind: "REVEAL" }, format: "xlsx" }, actor);

  expect([whole.count, revealed.count]).toEqual([3, 1]);
  expect(revealed.rows.at(-1)?.slice(2, 6)).toEqual([
    "查看完整号码",
    "学员 · 公民身份号码",
    "其他 138****1111 核对",
    1,
  ]);
  expect(JSON.stringify(whole.rows)).not.toMatch(/[a-z]+\.[a-z]+|[A-Z]{4,}|[0-9a-f]{8}-/);
});

test("U31: the name of the base is told as its full name, and its number among the records is not", async () => {
  const after = { name: "实训基地", organiser: "县人社局" };

  const [told] = await tellEntries([{ ...kept, subjectType: "base", subjectId: "1", after }], "zh-CN");

  expect(told).toMatchObject({ kind: "基地", about: "" });
  expect(told?.changes.map(({ label }) => label)).toEqual(["全称", "主办"]);
});

test("U31: an entry of before a column had its name of today is told as one of today", async () => {
  const after = { settingKey: "seats_skill", settingValue: 45, settingState: "PROPOSED" };

  const [told] = await tellEntries([{ ...kept, subjectType: "setting", verb: "setting.propose", after }], "zh-CN");

  expect(told?.changes.map(({ label, after: is }) => [label, is])).toEqual([
    ["参数", "技能培训每班人数上限"],
    ["新数值", "45"],
    ["状态", "待审批"],
  ]);
});

test("U31: one column of two subjects is told by the label and the words of its own", async () => {
  const entries = [
    { ...kept, subjectType: "project", after: { name: "提灌站", category: "HEALTH" } },
    { ...kept, subjectType: "trainee", after: { name: "扎**", category: "POOR" } },
    { ...kept, subjectType: "cohort", after: { atBase: true } },
    { ...kept, subjectType: "adjustment", after: { datedOn: "2018-08-10", site: "白松" } },
  ];

  const told = await tellEntries(entries, "zh-CN");

  expect(told.map(({ changes }) => changes.map(({ label, after }) => `${label} ${after}`))).toEqual([
    ["项目名称 提灌站", "项目类别 医疗卫生"],
    ["姓名 扎**", expect.stringMatching(/^人员类别 /)],
    ["举办地 基地"],
    ["日期 2018-08-10", "建设地点 白松"],
  ]);
});
