import { expect, test } from "vitest";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { listCounted } from "@/lib/completion/queries/counted";
import { findCompletionYear } from "@/lib/completion/queries/year";
import { completionRate } from "@/lib/completion/rules";
import { countable } from "@/lib/completion/schema";
import { db, snapshot } from "@/lib/database/db";
import { cohortReport } from "@/lib/report/queries/cohort-report";
import { completionReport, yearCompletionReport } from "@/lib/report/queries/completions";
import { yearReport } from "@/lib/report/queries/year-report";
import { printReport } from "@/lib/report/sheet/printed";
import { tallyCells } from "@/lib/report/sheet/tally-cells";
import { day } from "@/lib/value/calendar";
import type { EnrolmentState } from "@/prisma/generated/enums";
import { take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";

const examDay = day("2016-09-04");
const clerk = await make.signer("BASE_STAFF", examDay);
const staff = () => clerk;

/** A year of two cohorts: six people of whom one sits in both; four complete, one does not, one drops out. */
async function aYear(year: number) {
  const [first, second] = [
    await make.examined({ people: 4, startsOn: day(`${year}-03-06`) }),
    await make.examined({ people: 1, startsOn: day(`${year}-06-06`) }),
  ];
  await pass(first.id, first.enrolments.slice(0, 3), 10);
  await pass(second.id, second.enrolments, 8);
  return { first, second };
}

async function pass(cohortId: string, enrolments: string[], attended: number) {
  const each = <Value>(value: Value) => enrolments.map(() => value);
  const marks = { attended: each(attended), theory: each(605), practice: each(800), plans: [] };
  await recordResults(staff(), {
    cohortId,
    heldOns: each(examDay),
    enrolmentIds: enrolments,
    versions: each(1),
    ...marks,
  });
  await decideCompletions(staff(), { cohortId, completing: enrolments.length, notCompleting: 0 });
}

/** The rows of a report that has them all at hand. */
function rowsOf(opened: Awaited<ReturnType<typeof cohortReport.open>>) {
  if (!opened || !(Symbol.iterator in opened.rows)) throw new Error("there is no such record");
  return [...opened.rows];
}

test("I25: the page of a year, its sheet and the rosters of its cohorts give the same figures", async () => {
  const { first, second } = await aYear(2014);
  const found = await snapshot((tx) => findCompletionYear(tx, 2014));
  const query = { year: 2014 };

  const sheet = await snapshot((tx) => yearReport.open(tx, query, staff()));
  const roster = await take({ report: yearCompletionReport, filter: query, format: "xlsx" }, staff());
  const single = await take({ report: completionReport, filter: { cohort: first.id }, format: "csv" }, staff());

  expect(found.sums.all).toMatchObject({
    personTimes: 5,
    completed: 4,
    completedHeads: 4,
    attended: 38,
    scheduled: 40,
  });
  expect(found.sums.outside).toMatchObject({ personTimes: 5 });
  expect(found.sums.atBase).toMatchObject({ personTimes: 0 });
  expect(tallyCells(found.sums.all)).toMatchObject({ attendance: "95.0", theory: "60.5", completionRate: "100.0" });
  expect(found.lines.map(({ number }) => number)).toEqual([first.number, second.number]);
  expect(sheet?.foot()).toContainEqual({ cohort: "合计", seats: 5, ...tallyCells(found.sums.all) });
  expect(roster.people).toHaveLength(4);
  expect(String(single.bytes).match(/^\d+,/gm)).toHaveLength(3);
});

test("R53: a report before CLOSED is marked as a draft, on paper too", async () => {
  const { first } = await aYear(2013);

  const printed = await printReport("completions", "report:export", new URLSearchParams({ cohort: first.id }), staff());

  expect(printed).toMatchObject({ draft: true, mark: "草稿" });
  expect(printed?.rows).toHaveLength(3);
});

// R91
test("R91: no whole number leaves with a report of completion", async () => {
  const { first } = await aYear(2012);

  const { rows } = await take({ report: completionReport, filter: { cohort: first.id }, format: "xlsx" }, staff());

  expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]/);
});

test("班期结业报告: each group's people add up to the whole, and agree with the roster", async () => {
  const { first } = await aYear(2011);

  const opened = await snapshot((tx) => cohortReport.open(tx, { cohort: first.id }, staff()));
  const rows = rowsOf(opened);

  const [whole, ...groups] = rows;
  expect(whole).toMatchObject({ group: "合计", seats: 4, enrolled: 4, personTimes: 4, completed: 3 });
  const sexes = groups.filter(({ group }) => ["男", "女"].includes(String(group)));
  expect(sexes.reduce((total, { completed }) => total + Number(completed), 0)).toBe(3);
  expect(await db.enrolment.count({ where: { cohortId: first.id, state: "COMPLETED" } })).toBe(3);
});

test("R56: the completion rate counts who left as well", () => {
  expect(completionRate({ completed: 27, notCompleted: 2, dropped: 1 })).toBe(900);
  expect(completionRate({ completed: 2, notCompleted: 1, dropped: 0 })).toBe(667);
  expect(completionRate({ completed: 0, notCompleted: 0, dropped: 0 })).toBeNull();
});

test("a year without a cohort, and a cohort without people, have empty reports and no error", async () => {
  const { id } = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2010-03-06") });

  expect(await snapshot((tx) => yearReport.open(tx, { year: 1950 }, staff()))).toMatchObject({ count: 0, rows: [] });
  const opened = await snapshot((tx) => cohortReport.open(tx, { cohort: id }, staff()));
  expect(rowsOf(opened)).toMatchObject([{ group: "合计", enrolled: 0, completionRate: null }]);
  expect(await snapshot((tx) => completionReport.open(tx, { cohort: make.actor().id }, staff()))).toBeNull();
});

test("U04: each count of a cohort's line opens exactly the people it counts", async () => {
  const { id } = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2009-03-02") });
  const states = [
    "APPLIED",
    "CANCELLED",
    "NO_SHOW",
    "IN_TRAINING",
    "COMPLETED",
    "COMPLETED",
    "NOT_COMPLETED",
    "DROPPED",
  ];
  for (const state of states as EnrolmentState[]) await make.enrolment(id, { state });

  const { lines } = await snapshot((tx) => findCompletionYear(tx, 2009));
  const tally = lines.find((line) => line.id === id)?.tally;
  const opened = await Promise.all(countable.map(async (of) => (await listCounted(id, of, "zh-CN")).length));

  expect(opened).toEqual(countable.map((of) => tally?.[of]));
  expect(opened).toEqual([8, 5, 5, 2, 2, 1, 1, 0]);
});

test("U04: enrolling again after giving up is two enrolments and one training", async () => {
  const { id } = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2008-03-03") });
  const { traineeId } = await make.enrolment(id, { state: "CANCELLED" });
  await make.enrolment(id, { traineeId, state: "IN_TRAINING" });

  const count = async (of: (typeof countable)[number]) => (await listCounted(id, of, "zh-CN")).length;

  expect([await count("enrolled"), await count("personTimes"), await count("headcount")]).toEqual([2, 1, 1]);
});
