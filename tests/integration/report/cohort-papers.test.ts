import { beforeAll, describe, expect, test } from "vitest";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordMakeUp, recordResults } from "@/lib/completion/commands/record";
import { newId } from "@/lib/database/id";
import { cohortReport } from "@/lib/report/queries/cohort-report";
import { completionReport, yearCompletionReport } from "@/lib/report/queries/completions";
import { rosterReport } from "@/lib/report/queries/roster";
import { yearReport } from "@/lib/report/queries/year-report";
import { printReport } from "@/lib/report/sheet/printed";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { opened, openReport } from "@/tests/support/opened";
import { complete, issue, sheetOf } from "@/tests/support/results";

const today = day("2018-09-04");
let [clerk, head] = [make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
  head = await make.signer("BASE_DIRECTOR", today);
});

const english = () => ({ ...clerk, locale: "en" as const });

describe("学员花名册", () => {
  test("has who holds or used a place, in the order asked for, with a note on who left", async () => {
    const { id } = await make.cohort({ state: "IN_PROGRESS" });
    const person = async (sortName: string, state: "IN_TRAINING" | "DROPPED" | "NOT_COMPLETED" | "CANCELLED") => {
      const { id: traineeId } = await make.trainee({ name: sortName, sortName });
      await make.enrolment(id, { traineeId, state });
    };
    await person("b", "IN_TRAINING");
    await person("a", "DROPPED");
    await person("c", "NOT_COMPLETED");
    await person("d", "CANCELLED");

    const { rows, count } = await opened(rosterReport, `cohort=${id}`, clerk);
    const backwards = await opened(rosterReport, `cohort=${id}&sort=-name`, clerk);

    expect(rows.map(({ number, name, note }) => [number, name, note])).toEqual([
      [1, "a", "中途退出"],
      [2, "b", null],
      [3, "c", "未结业"],
    ]);
    expect(backwards.rows.map(({ number, name }) => [number, name])).toEqual([
      [1, "c"],
      [2, "b"],
      [3, "a"],
    ]);
    expect(count).toBe(3);
  });

  test("tells a person by the code tables, in the reader's language", async () => {
    const { id } = await make.cohort({ state: "IN_PROGRESS" });
    const { id: traineeId, idNumber } = await make.trainee({ registeredPoor: true, education: "20" });
    await make.enrolment(id, { traineeId, state: "IN_TRAINING" });

    const [zh] = (await opened(rosterReport, `cohort=${id}`, clerk)).rows;
    const [en] = (await opened(rosterReport, `cohort=${id}`, english())).rows;

    expect(zh).toMatchObject({ sex: "女", ethnicity: "藏", registeredPoor: "是", idNumber });
    expect(en).toMatchObject({ sex: "female", ethnicity: "Tibetan", registeredPoor: "yes", idNumber });
    expect(zh?.village).toBeTruthy();
  });

  test("R53: is a draft until the opening is approved, and says whose it is above", async () => {
    const draft = await make.cohort({ state: "SUBMITTED", startsOn: day("2018-03-05") });
    const approved = await make.cohort({ state: "APPROVED", startsOn: day("2018-03-05") });

    expect(await opened(rosterReport, `cohort=${draft.id}`, clerk)).toMatchObject({ draft: true, count: 0 });
    const paper = await opened(rosterReport, `cohort=${approved.id}`, clerk);
    expect(paper).toMatchObject({ draft: false, screen: `/cohorts/${approved.id}/roster` });
    expect(paper.lines[0]).toContain(approved.number);
    expect(paper.lines[0]).toContain("2018-03-05 至 2018-04-04");
    expect(paper.about).toMatch(/^2018年第\d+期$/);
  });

  test("of a cohort that is not there is none, and an order that is not known is no address", async () => {
    expect(await openReport(rosterReport, `cohort=${newId()}`, clerk)).toBeNull();
    for (const query of ["", "cohort=1", `cohort=${newId()}&sort=idNumber`, `cohort=${newId()}&name=a`])
      expect(await openReport(rosterReport, query, clerk), query).toBeUndefined();
  });
});

describe("结业花名册", () => {
  test("R47, R50, R52: has rate, marks that count, certificate and make-up as they are printed", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [one, other] = enrolments as [string, string];
    await recordResults(
      clerk,
      await sheetOf(id, today, [
        [one, { attended: 8, theory: 595, practice: 600 }],
        [other, { attended: 10, theory: 1_000, practice: 605 }],
      ]),
    );
    const { attended: _, ...second } = await sheetOf(id, today, [[one, { attended: null, theory: 640 }]]);
    await recordMakeUp(clerk, second);
    await decideCompletions(clerk, { cohortId: id, completing: 2, notCompleting: 0 });
    const certificates = await issue(clerk, head, id);

    const { rows, draft } = await opened(completionReport, `cohort=${id}`, clerk);

    expect(draft).toBe(true);
    expect(rows.map(({ certificate }) => certificate)).toEqual(certificates.map(({ number }) => number));
    const of = (rate: string) => rows.find((row) => row.rate === rate);
    expect(of("80.0")).toMatchObject({ attended: 8, scheduled: 10, theory: "64", practice: "60", note: "补考" });
    expect(of("100.0")).toMatchObject({ theory: "100", practice: "60.5", note: null, certificateKind: "培训合格证书" });
  });

  test("R52: before certificates are issued their columns stay empty, and a closed cohort's paper is no draft", async () => {
    const { id, enrolments } = await make.examined();
    await complete(clerk, id, enrolments);
    const closed = await make.cohort({ state: "CLOSED", startsOn: day("2018-03-05") });

    expect((await opened(completionReport, `cohort=${id}`, clerk)).rows).toMatchObject([
      { certificate: null, certificateKind: null, occupation: "美容师 五级" },
    ]);
    expect(await opened(completionReport, `cohort=${closed.id}`, clerk)).toMatchObject({ draft: false, rows: [] });
    expect(await openReport(completionReport, `cohort=${newId()}`, clerk)).toBeNull();
  });

  test("R25: of a year names the cohort of each person, and above how many trainings of how many people", async () => {
    const { id, number, enrolments } = await make.examined({ startsOn: day("1999-03-08") });
    await complete(clerk, id, enrolments);

    const { rows, lines, about } = await opened(yearCompletionReport, "year=1999", clerk);

    expect(rows).toMatchObject([{ number: 1, cohort: number }]);
    expect(lines[0]).toBe("1999年　班期 1 个　结业 1 人次，1 人");
    expect(about).toBe("1999年");
    expect((await opened(yearCompletionReport, "year=1950", clerk)).rows).toEqual([]);
    for (const query of ["year=1899", "year=x", "", "year=1999&cohort=1"])
      expect(await openReport(yearCompletionReport, query, clerk), query).toBeUndefined();
  });
});

describe("班期结业报告", () => {
  test("has the cover, the whole with its seats, and then each group without", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    await complete(clerk, id, enrolments.slice(0, 1));

    const { rows, lines, foot } = await opened(cohortReport, `cohort=${id}`, clerk);
    const [whole, ...groups] = rows;

    expect(whole).toMatchObject({ group: "合计", seats: 2, personTimes: 2, completed: 1, completionRate: "100.0" });
    expect(groups.every(({ seats }) => seats === null)).toBe(true);
    expect(groups.map(({ group }) => group)).toEqual(expect.arrayContaining(["女", "藏"]));
    expect(lines[0]).toContain("扎格村");
    expect(foot).toContain("附件：1. 结业花名册　2. 考勤汇总");
  });

  test("R27: a cohort off the base is told apart in its name, and in English too", async () => {
    const outside = await make.examined();
    const base = await make.cohort({ state: "IN_PROGRESS" });
    const about = async (id: string, asker = clerk) => (await opened(cohortReport, `cohort=${id}`, asker)).about;

    expect(await about(outside.id)).not.toBe(await about(base.id));
    expect(await about(base.id)).toMatch(/^2018年第\d+期$/);
    expect(await about(base.id, english())).not.toMatch(/[\u4e00-\u9fff]/);
    expect((await opened(cohortReport, `cohort=${base.id}`, english())).rows[0]).toMatchObject({ seats: 14 });
    expect(await openReport(cohortReport, `cohort=${newId()}`, clerk)).toBeNull();
  });
});

describe("年度结业报告", () => {
  test("R27: sums those at the base and those elsewhere apart where there are any elsewhere, and all of them", async () => {
    const base = await make.cohort({ state: "IN_PROGRESS", startsOn: day("1998-03-09"), seats: 12 });
    const alone = await opened(yearReport, "year=1998", clerk);
    const outside = await make.examined({ startsOn: day("1998-05-04") });

    const both = await opened(yearReport, "year=1998", clerk);

    const groupsOf = ({ foot }: typeof both) => foot.flatMap((line) => (typeof line === "string" ? [] : [line.cohort]));
    expect(groupsOf(alone)).toEqual(["合计"]);
    expect(groupsOf(both)).toHaveLength(3);
    expect(both.rows.map(({ cohort, seats, state }) => [cohort, seats, state])).toEqual([
      [base.number, 12, "在训"],
      [outside.number, 1, "结业考核"],
    ]);
    expect(both.foot).toContainEqual(expect.objectContaining({ cohort: "合计", seats: 13, enrolled: 1 }));
    expect(both).toMatchObject({ draft: true, count: 2, screen: "/reports/completions?year=1998" });
  });
});

test("R91: printed, a paper has its numbers masked, its title from the base, and leads to its file and its page", async () => {
  const { id, enrolments } = await make.examined();
  await complete(clerk, id, enrolments);
  const query = new URLSearchParams({ cohort: id });

  const paper = await printReport("completions", "report:export", query, clerk);

  expect(paper).toMatchObject({
    file: `/reports/files/completions.xlsx?cohort=${id}`,
    screen: `/cohorts/${id}/completion`,
    title: expect.stringMatching(/结业花名册$/),
  });
  expect(JSON.stringify(paper?.rows)).not.toMatch(/\d{17}[\dX]/);
});

test("R94: a paper is printed under its own permission only, and by an address that it knows", async () => {
  const { id } = await make.cohort({ state: "IN_PROGRESS" });
  const print = (kind: string, permission: Parameters<typeof printReport>[1], query: string) =>
    printReport(kind, permission, new URLSearchParams(query), clerk);

  expect(await print("roster", "report:export", `cohort=${id}`)).not.toBeNull();
  expect(await print("roster", "fund:export", `cohort=${id}`)).toBeNull();
  expect(await print("nothing", "report:export", `cohort=${id}`)).toBeNull();
  expect(await print("roster", "report:export", `cohort=${id}&x=1`)).toBeNull();
  expect(await print("roster", "report:export", `cohort=${newId()}`)).toBeNull();
});
