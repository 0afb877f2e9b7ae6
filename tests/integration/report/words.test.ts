import { beforeAll, describe, expect, test } from "vitest";
import type { AccessRow } from "@/lib/audit/queries/access";
import { operations } from "@/lib/audit/record";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { findRecordNames } from "@/lib/report/queries/log/record-names";
import { type ReadStored, storedReader } from "@/lib/report/queries/log/stored-values";
import { type Kept, tellEntries } from "@/lib/report/queries/log/told";
import { tellAccess } from "@/lib/report/queries/log/told-access";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

// U31: what the audit keeps as codes is read by people.
let [zh, en]: ReadStored[] = [];
beforeAll(async () => {
  zh = await storedReader(db, "zh-CN");
  en = await storedReader(db, "en");
});

const kept: Kept = {
  ...{ actorName: "央金", actorRole: "BASE_STAFF", verb: "enrolment.create", subjectType: "enrolment", subjectId: "x" },
  ...{ before: {}, after: {}, reason: null },
};
const tell = async (change: Partial<Kept>, locale: "zh-CN" | "en" = "zh-CN") =>
  (await tellEntries([{ ...kept, ...change }], locale))[0];
const changesOf = async (change: Partial<Kept>) =>
  (await tell(change))?.changes.map(({ before, after }) => [before, after]);

describe("U31: a stored value", () => {
  test.each([
    ["cohort", "state", "IN_PROGRESS", "在训"],
    ["disbursement", "state", "APPROVED", "已批准"],
    ["account", "role", "AUDITOR", "审计员"],
    ["course", "type", "ENTREPRENEURSHIP", "创业培训"],
    ["lesson", "kind", "PRACTICE", "实操"],
    ["calendarDay", "kind", "WORK", "调休上班"],
    ["enrolment", "approvalNeeded", "LATE OVER_AGE", "开班后补报、超过劳动年龄"],
    ["trainee", "accepted", "PHONE_SHARED", "这个手机号已登记在别人名下，家人共用时可以保存。"],
    ["enrolment", "because", "MARK_LOW MAKE_UP_UNTIL", "成绩不合格、放弃补考"],
    ["enrolment", "plan", "EXCELLENT", "优秀"],
    ["enrolment", "practice", "1000", "100"],
    ["enrolment", "attended", "8", "8 课时"],
    ["revenue", "certainty", "PROVISIONAL", "快报"],
    ["plan", "basis", "EMERGENCY", "应急"],
    ["disbursement", "account", "JOINT", "共管账户"],
    ["outside", "ledger", "SOCIAL", "社会资本"],
    ["project", "category", "TALENT", "干部人才"],
    ["project", "standing", "SUSPENDED", "暂停"],
    ["setting", "key", "pass_mark", "考核合格分数"],
    ["setting", "state", "WITHDRAWN", "已撤回"],
    ["export", "report", "year-report", "年度结业报告"],
    ["export", "purpose", "SUBSIDY", "补贴申领"],
    ["export", "format", "csv", "CSV 文本"],
    ["project", "physicalProgress", "45", "45%"],
    ["trainee", "ethnicity", "04", "藏"],
  ])("%s.%s %s is read as it is said", (subject, field, value, said) => {
    expect(zh?.(subject, field, value)).toBe(said);
    expect(en?.(subject, field, value)).toBeTruthy();
    expect(en?.(subject, field, value)).not.toMatch(/[\u4e00-\u9fff]|[A-Z]{3,}_/);
  });

  test("R60: a sum is read in 万元 where that says it exactly, and in 元 to the fen where it does not", () => {
    const sums = ["500000", "360000000", "1", "-12345", "10000", "many"].map((fen) => zh?.("plan", "amount", fen));

    expect(sums).toEqual(["0.50 万元", "360.00 万元", "0.01 元", "-123.45 元", "0.01 万元", undefined]);
  });

  test("of a kind without words stays as it is, and so does a code that no table knows", () => {
    expect(zh?.("cohort", "title", "美容师")).toBeUndefined();
    expect(zh?.("trainee", "ethnicity", "ZZ")).toBeUndefined();
    expect(zh?.("export", "report", "no-such")).toBeUndefined();
    expect(zh?.("enrolment", "warnings", "SUBSIDY_COUNT SOMETHING")).toBe("本年补贴次数较多、SOMETHING");
  });

  test("a village is said with its township, a classroom by its label", async () => {
    const village = await db.village.findFirstOrThrow({
      select: { code: true, name: true, township: { select: { name: true } } },
    });
    const room = await db.classroom.findFirstOrThrow({ select: { number: true, label: true } });

    expect(zh?.("trainee", "villageCode", village.code)).toBe(`${village.township.name}${village.name}`);
    expect(zh?.("lesson", "classroomNumber", String(room.number))).toBe(room.label);
  });
});

describe("R91: a record is called", () => {
  test("by what its people call it; a trainee and an enrolment by the masked name", async () => {
    const cohort = await make.cohort({ title: "茶艺师" });
    const { id: traineeId } = await make.trainee({ name: "拥忠卓玛" });
    const { id: enrolmentId } = await make.enrolment(cohort.id, { traineeId });
    const { id: trainerId } = await make.trainer("李蓉");
    const { id: lessonId } = await make.lesson({ trainerId, title: "皮肤护理", day: day("2018-08-07") });
    const project = await make.project({ name: "教学楼" });
    await make.plan(2018);
    const { id: sum } = await make.sum("appropriation", project.id, "10");
    const plan = await db.aidPlan.findFirstOrThrow({ select: { id: true, year: true } });
    const known: [string, string][] = [
      [cohort.id, `${cohort.number} 茶艺师`],
      [cohort.courseId, "美容师 五级"],
      [traineeId, "拥**"],
      [enrolmentId, `${cohort.number} 拥**`],
      [trainerId, "李蓉"],
      [lessonId, "2018-08-07 09:00 皮肤护理"],
      [project.id, `${project.code} 教学楼`],
      [plan.id, String(plan.year)],
      [sum, "青援安〔2018〕1号"],
    ];

    const names = await findRecordNames(db, [...known.map(([id]) => id), newId(), "2018", "not an id"]);

    expect([...names].sort()).toEqual(known.toSorted());
    expect(await findRecordNames(db, ["2018"])).toEqual(new Map());
  });

  test("a name in another script keeps its first sign and no more", async () => {
    const { id } = await make.trainee({ name: "བཀྲ་ཤིས།", nameTibetan: "བཀྲ་ཤིས།" });

    const name = (await findRecordNames(db, [id])).get(id);

    expect(name).toMatch(/^.{1,4}\*\*$/u);
    expect(name).not.toContain("ཤིས");
  });
});

describe("U31: an entry of the audit", () => {
  test("says yes, no, nothing and lists in words, and leaves out what was empty and stayed so", async () => {
    const before = { registeredPoor: false, note: "", level: null, otherCategories: [] };
    const after = { registeredPoor: true, note: "", level: "五级", otherCategories: ["NZY"] };

    expect(await changesOf({ subjectType: "trainee", before, after })).toEqual([
      ["否", "是"],
      ["空", "五级"],
      ["空", expect.stringMatching(/[\u4e00-\u9fff]/)],
    ]);
    expect(await changesOf({ before: { note: "a" }, after: { note: "" } })).toEqual([["a", "空"]]);
  });

  test("R91: what a mask hides on both sides is told as changed, without either", async () => {
    const [phone] = (await changesOf({ before: { phone: "138****0001" }, after: { phone: "138****0001" } })) ?? [];
    const [whole] = (await changesOf({ before: { note: "13800001111" }, after: { note: "13900001111" } })) ?? [];

    expect(phone).toEqual([undefined, "已更改（内容已隐去）"]);
    expect(whole).toEqual(["138****1111", "139****1111"]);
  });

  test("does not say by an id what it names already, nor the id of what has no name", async () => {
    const cohort = await make.cohort();
    const twice = await tell({ before: {}, after: { cohort: cohort.number, cohortId: cohort.id } });
    const once = await tell({ before: {}, after: { cohortId: cohort.id } });
    const nameless = await tell({ before: {}, after: { requestId: newId() } });

    expect(twice?.changes.map(({ field }) => field)).toEqual(["cohort"]);
    expect(once?.changes.map(({ after }) => after)).toEqual([expect.stringContaining(cohort.number)]);
    expect(nameless?.changes).toEqual([]);
  });

  test.each([
    ["setting", "pass_mark", "考核合格分数"],
    ["classroom", "1", expect.any(String)],
    ["code", "ETHNICITY:04", "04"],
    ["month", "2018-07", "2018-07"],
    ["fund", "2018", "2018"],
    ["base", "1", ""],
    ["cohort", newId(), ""],
  ])("about %s %s is named as people name it", async (subjectType, subjectId, about) => {
    expect((await tell({ subjectType, subjectId }))?.about).toEqual(about);
  });

  test("R101: of the command line, of an act and of a record without words is told in general, never in a code", async () => {
    const entry = { actorRole: operations, verb: "some.later", subjectType: "somewhat", subjectId: newId() };

    expect(await tell(entry)).toMatchObject({
      actorName: "运维命令",
      role: "服务器",
      act: "其他操作",
      kind: "其他",
      about: "",
    });
    const english = await tell({ ...entry, reason: "13800001111" }, "en");
    expect(JSON.stringify([english?.role, english?.act, english?.kind])).not.toMatch(/[\u4e00-\u9fff]|\./);
    expect(english?.why).toBe("138****1111");
  });
});

describe("R102: a line of the access log", () => {
  const row: AccessRow = {
    ...{ id: 1n, at: new Date(0), accountId: null, name: null, verb: "signIn.failed", subjectType: null },
    ...{ subjectId: null, field: null, reason: null, rows: null, address: "127.0.0.1" },
  };
  const told = (change: Partial<AccessRow>, locale: "zh-CN" | "en" = "zh-CN") =>
    tellAccess([{ ...row, ...change }], locale)[0];

  test("says the act, and what a sign-in is about is the sign-in", () => {
    expect(told({ subjectType: "signIn" })).toMatchObject({ act: "登录失败", about: "", reason: null });
    expect(told({ verb: "report.exportFull", subjectType: "export", field: "roster", rows: 3 })).toMatchObject({
      act: "导出完整号码",
      about: "导出 · 学员花名册",
      rows: 3,
    });
  });

  test("says what was refused by the sentence of the act, and a function by its name", () => {
    expect(told({ verb: "refused", field: "course.archive" })?.about).toMatch(/[\u4e00-\u9fff]/);
    expect(told({ verb: "refused", field: "course.archive" })?.about).not.toMatch(/[a-z]/);
    expect(told({ verb: "refused", field: "dashboard:fund" })?.about).not.toMatch(/[a-z]/);
    // The first half of a verb alone is no act.
    expect(told({ verb: "refused", field: "course" })?.about).toBe("其他操作");
  });

  test("R93: says a reason of the list in words with what was added, and a free one masked", () => {
    expect(told({ reason: "SUBSIDY 第2期" })?.reason).toBe("办理补贴 第2期");
    expect(told({ reason: "CARD_CHECK" })?.reason).toBe("核对证件");
    expect(told({ reason: "ARCHIVE" })?.reason).toBe("归档");
    expect(told({ reason: "本人 13800001111 来电" })?.reason).toBe("本人 138****1111 来电");
  });

  test("in English has no word of ours in Chinese", () => {
    const line = told({ verb: "report.export", subjectType: "export", field: "ledger", reason: "OTHER x" }, "en");

    expect(JSON.stringify([line?.act, line?.about, line?.reason])).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
