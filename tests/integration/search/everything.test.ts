import { beforeAll, expect, test } from "vitest";
import { may } from "@/lib/auth/permissions";
import { findEverything, listGroups } from "@/lib/search/queries/find";
import type { GroupName } from "@/lib/search/schema";
import { registerTrainee } from "@/lib/trainee/commands/register";
import { registerTraineeInput } from "@/lib/trainee/schema";
import { addDays, day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-08-22");
const ids: Record<string, string> = {};
let number = "";

/** Each group by a word of its own, and where its answer leads. */
const sought: [GroupName, words: string[], to: () => string][] = [
  ["trainees", ["格绒", "gerong", "grqz", "9973"], () => `/trainees/${ids.trainee}?enrol=next`],
  ["cohorts", ["藏纸", "得人社培〔2018〕88号", "number"], () => `/cohorts/${ids.cohort}`],
  ["courses", ["唐卡", "tangka", "tkhz", "zz-07"], () => `/courses/${ids.course}`],
  ["lessons", ["颜料", "2019-03-07", "2019年3月7日"], () => `/schedule/lessons/${ids.lesson}`],
  ["trainers", ["洛绒", "luorong", "lrdz"], () => `/trainers/${ids.trainer}`],
  ["places", ["扎格村", "zhagecun", "513338100202"], () => "/admin/divisions#513338100202"],
  ["projects", ["XM-77", "xm-7", "提灌", "tiguan"], () => `/fund/projects/${ids.project}`],
  [
    "records",
    ["青援试〔2018〕77", "青援试2018-77", "201877", "青援试（2018）77号"],
    () => `/fund/disbursements/${ids.record}`,
  ],
  ["months", ["2018-08", "2018年8月", "8月"], () => "/fund/months?year=2018&month=2018-08"],
];

beforeAll(async () => {
  const input = registerTraineeInput.parse({
    idNumber: "513338198802039973",
    name: "格绒曲珍",
    villageContact: "村委会",
    villageCode: "513338101201",
    ethnicity: "04",
    category: "NZY",
    noticeWay: "ORAL",
    noticeGivenOn: "2018-06-01",
  });
  ids.trainee = (await registerTrainee(make.actor(), input)).id;
  ids.course = (await make.course({ name: "唐卡绘制", code: "ZZ-07" })).id;
  const cohort = await make.cohort({ startsOn: day("2019-03-01"), title: "藏纸制作" });
  await approvedUnder(cohort.id, "得人社培〔2018〕88号");
  ids.cohort = cohort.id;
  number = cohort.number;
  ids.lesson = (await make.lesson({ day: day("2019-03-07"), cohorts: [cohort.id], title: "颜料研磨" })).id;
  ids.trainer = (await make.trainer("洛绒邓珠")).id;
  ids.project = (await make.project({ code: "XM-77", name: "提灌站" })).id;
  const { id: projectId } = await make.project();
  const row = { projectId, amount: 100n, datedOn: "2018-03-01", also: { document_no: "青援试〔2018〕77号" } };
  ids.record = (await make.money("disbursement", { ...row, state: "DRAFT" })).id;
});

/** As the county reviewer approved it. */
const approvedUnder = (cohortId: string, paper: string) =>
  sql(
    "owner",
    `ALTER TABLE cohorts DISABLE TRIGGER USER; UPDATE cohorts SET approval_document_no = '${paper}' WHERE id = '${cohortId}';
     ALTER TABLE cohorts ENABLE TRIGGER USER`,
  );

const find = (role: Role, q: string) => findEverything(make.actor(role, today), { q });

const words = sought.flatMap(([name, all, to]) => all.map((q) => [name, q, to] as const));
test.each(words)("U06: %s are found by %s, and the answer leads to its page", async (name, q, to) => {
  const roles: Role[] = ["BASE_DIRECTOR", "AID_OFFICER"];
  const role = roles.find((one) => listGroups(one).includes(name)) as Role;

  const found = await find(role, q === "number" ? number : q);

  const group = found.find((one) => one.name === name);
  expect(group?.answers.map(({ href }) => href)).toContain(to());
});

const everybody: Role[] = [
  ...(["BASE_STAFF", "BASE_DIRECTOR", "COUNTY_REVIEWER", "AID_OFFICER", "AID_LEADER"] as const),
  ...(["SYS_ADMIN", "SEC_ADMIN", "AUDITOR", "TRAINER", "TOWNSHIP_CLERK"] as const),
];
const pages = {
  trainees: "trainee:view",
  cohorts: "cohort:view",
  courses: "course:view",
  lessons: "schedule:view",
  trainers: "schedule:view",
  places: "code:view",
  projects: "dashboard:fund",
  records: "dashboard:fund",
  months: "dashboard:fund",
} as const;

test.each(everybody)("R94, U27: %s is told of nothing whose page is closed to the role", async (role) => {
  for (const [name, [q = ""]] of sought) {
    const found = await find(role, q);
    const only = await findEverything(make.actor(role, today), { q, in: name });

    expect([name, found.some((one) => one.name === name)]).toEqual([name, may(role, pages[name])]);
    expect([name, only.map((one) => one.name)]).toEqual([name, may(role, pages[name]) ? [name] : []]);
    expect(found.filter((one) => !may(role, pages[one.name]))).toEqual([]);
  }
});

test("R94: to the aid office and the administrators nothing of a person is told, by name, reading, ending or id", async () => {
  for (const role of everybody.filter((one) => !may(one, "trainee:view"))) {
    const answers = [
      ...(await find(role, "格绒")),
      ...(await find(role, "grqz")),
      ...(await find(role, "9973")),
      ...(await findEverything(make.actor(role, today), { q: "", person: [ids.trainee as string] })),
    ];
    expect([role, JSON.stringify(answers).includes("格绒曲珍")]).toEqual([role, false]);
  }
});

test("R95: whose a number is comes alone, told by the last four and no more", async () => {
  const found = await findEverything(make.actor("BASE_STAFF", today), { q: "", person: [ids.trainee as string] });

  expect(found).toMatchObject([{ name: "trainees", total: 1, answers: [{ title: "格绒曲珍", code: "…9973" }] }]);
  expect(JSON.stringify(found)).not.toContain("513338198802039973");
});

test("U06: five of a group are told, how many there are, and where all of them stand", async () => {
  for (let n = 0; n < 7; n++) await make.cohort({ startsOn: addDays(day("2021-03-01"), n), title: "氆氇编织" });

  const [cohorts] = await find("BASE_STAFF", "氆氇");
  const all = await findEverything(make.actor("BASE_STAFF", today), { q: "氆氇", in: "cohorts" });

  expect(cohorts).toMatchObject({ total: 7, capped: false, all: `/cohorts?${new URLSearchParams({ q: "氆氇" })}` });
  expect(cohorts?.answers).toHaveLength(5);
  expect(all[0]?.answers).toHaveLength(7);
  expect(all[0]?.all).toBeUndefined();
});

test("U06: a group without a list of its own shows all it has on the page of the search", async () => {
  for (let n = 0; n < 6; n++) await make.trainer(`罗布${n}`);

  const [trainers] = await find("BASE_STAFF", "luobu");

  expect(trainers).toMatchObject({ name: "trainers", total: 6, all: "/search?q=luobu&in=trainers" });
});

test("U06: groups stand in one order, and lessons to come before those that are over", async () => {
  const { id: trainerId } = await make.trainer("孜珠");
  const { id: cohortId, number: of } = await make.cohort({ startsOn: day("2018-08-01"), title: "孜珠" });
  for (const on of ["2018-08-20", "2018-08-23", "2018-08-29"]) {
    await make.lesson({ day: day(on), cohorts: [cohortId], title: "孜珠课", trainerId });
  }

  const found = await find("BASE_STAFF", "孜珠");

  expect(found.map(({ name }) => name)).toEqual(["cohorts", "lessons", "trainers"]);
  const days = found[1]?.answers.map(({ detail, code }) => [detail?.slice(0, 10), code]);
  expect(days).toEqual([
    ["2018-08-23", of],
    ["2018-08-29", of],
    ["2018-08-20", of],
  ]);
});

test.each(["", "  ", "%", "_", "'", "\\", "没有这个词", "zzzz", "\u{10FFFF}"])("U06: %j finds nothing", async (q) => {
  expect(await find("BASE_DIRECTOR", q.trim())).toEqual([]);
});
