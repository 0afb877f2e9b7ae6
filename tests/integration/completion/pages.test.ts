import { beforeAll, expect, test } from "vitest";
import { proposeIssue } from "@/lib/completion/commands/certificate";
import { recordMakeUp, recordResults } from "@/lib/completion/commands/record";
import { listCounted } from "@/lib/completion/queries/counted";
import { findCompletion, findMarks } from "@/lib/completion/queries/page";
import { countCompleted, eachCompleted } from "@/lib/completion/queries/roster";
import { findTerms, judgeCohort } from "@/lib/completion/queries/standing";
import { findCompletionYear, findYears, readCompletionYear } from "@/lib/completion/queries/year";
import { db, snapshot } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { complete, issue, sheetOf } from "@/tests/support/results";

const examDay = day("2018-09-04");
let [clerk, head] = [make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", examDay);
  head = await make.signer("BASE_DIRECTOR", examDay);
});

const readAll = (scope: Parameters<typeof eachCompleted>[1]) =>
  snapshot(async (tx) => {
    const people = [];
    for await (const some of eachCompleted(tx, scope)) people.push(...some);
    return { people, count: await countCompleted(tx, scope) };
  });

test("R47–R50: what a cohort asks of its people are the parts of its course and the figures in force on its first day", async () => {
  const { id: courseId } = await make.course({ theoryPeriods: 0, practicePeriods: 70, planGraded: true });
  const { id } = await make.examined({ courseId });

  expect(await findTerms(db, id)).toEqual({
    parts: ["practice", "plan"],
    attendancePercent: 80,
    passMark: 60,
    makeUpDays: 30,
    lastLesson: "2018-08-06",
    lessonsAhead: false,
  });
});

test("I35: a cancelled lesson is neither the last one nor ahead, and nobody was expected in it", async () => {
  const { id } = await make.examined();
  const { id: lesson } = await make.lesson({
    cohorts: [id],
    day: day("2018-09-05"),
    classroomNumber: null,
    periods: 8,
  });
  expect(await findTerms(db, id)).toMatchObject({ lastLesson: "2018-09-05" });

  await make.cancelLesson(lesson);

  expect(await findTerms(db, id)).toMatchObject({ lastLesson: "2018-08-06", lessonsAhead: false });
  expect((await findMarks(id, examDay)).people).toMatchObject([{ scheduled: 10, held: 10 }]);
});

test("I25: the sheet of marks, the page of completion and the judgement speak of the same people in the same order", async () => {
  const { id, enrolments } = await make.examined({ people: 3 });
  await complete(clerk, id, enrolments.slice(0, 1));
  await proposeIssue(clerk, { cohortId: id });

  const { terms, people } = await findMarks(id, examDay);
  const page = await findCompletion(id, examDay, "zh-CN");
  const judged = await judgeCohort(id, examDay);

  expect(page).toMatchObject({ terms, people });
  expect(people.map(({ id: one }) => one).sort()).toEqual(enrolments.toSorted());
  expect(judged.map((one) => [one.id, one.outcome])).toEqual(
    people.flatMap(({ id: one, judged: said }) => (said ? [[one, said.outcome]] : [])),
  );
  expect(page.gaps).toMatchObject({ inTraining: 2, missing: 2, ahead: 0, unfinished: 2 });
  expect(page.requests).toMatchObject([{ kind: "ISSUE", proposedById: clerk.id }]);
  expect(page.tallies.find(({ kind }) => kind === "ALL")).toMatchObject({ personTimes: 3, completed: 1 });
});

test("R48, U05: a person stands with village and four digits, so that two of one name are told apart", async () => {
  const { idNumber, id: traineeId } = await make.trainee();
  const { id } = await make.cohort({ state: "IN_PROGRESS" });
  await make.enrolment(id, { traineeId, state: "IN_TRAINING" });
  await make.enrolment(id, { state: "CANCELLED" });

  const { people } = await findMarks(id, examDay);

  expect(people).toMatchObject([{ lastFour: idNumber.slice(-4), certificate: null, issuedName: null, exam: null }]);
  expect(people[0]?.township).toBeTruthy();
  expect(JSON.stringify(people)).not.toContain(idNumber);
});

test("R52: the roster of completion names who completed and nobody else, with the valid certificate and the numbers open", async () => {
  const { id, number, enrolments } = await make.examined({ people: 3, startsOn: day("2007-03-05") });
  await complete(clerk, id, enrolments.slice(0, 2));
  await issue(clerk, head, id);

  const { people, count } = await readAll({ cohortId: id });

  expect([people.length, count]).toEqual([2, 2]);
  expect(people.map(({ certificate }) => certificate)).toEqual([
    `DR${number.replace("-", "")}001`,
    `DR${number.replace("-", "")}002`,
  ]);
  for (const one of people) {
    expect(one).toMatchObject({ cohort: number, attended: 10, scheduled: 10, exam: { theory: 700, practice: 800 } });
    expect(one.idNumber).toMatch(/^\d{17}[\dX]$/);
  }
});

test("R25: the roster of a year has the cohorts that began in it, in the order of their numbers", async () => {
  const [late, early] = [
    await make.examined({ startsOn: day("2006-12-31") }),
    await make.examined({ startsOn: day("2006-01-01") }),
  ];
  const next = await make.examined({ startsOn: day("2007-01-01") });
  for (const { id, enrolments } of [late, early, next]) await complete(clerk, id, enrolments);

  const { people, count } = await readAll({ year: 2006 });

  expect(count).toBe(2);
  expect(people.map(({ cohort }) => cohort)).toEqual([late.number, early.number].sort());
});

test("R27: a year tells the cohorts at the base and those elsewhere apart, and together", async () => {
  const outside = await make.examined({ people: 2, startsOn: day("2005-03-07") });
  await complete(clerk, outside.id, outside.enrolments.slice(0, 1));
  const base = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2005-05-09"), seats: 20 });
  for (const state of ["IN_TRAINING", "DROPPED", "APPLIED"] as const) await make.enrolment(base.id, { state });
  await make.cohort({ state: "APPROVED", startsOn: day("2005-06-06") });
  await make.cohort({ state: "SUBMITTED", startsOn: day("2005-07-04") });

  const { found, years } = await readCompletionYear(2005, 2018);

  expect(found.lines.map(({ id, atBase }) => [id, atBase])).toEqual([
    [base.id, true],
    [outside.id, false],
  ]);
  expect(found.sums.atBase).toMatchObject({ seats: 20, enrolled: 3, personTimes: 2, completed: 0, dropped: 1 });
  expect(found.sums.outside).toMatchObject({ seats: 2, enrolled: 2, personTimes: 2, completed: 1 });
  expect(found.sums.all).toMatchObject({ seats: 22, enrolled: 5, personTimes: 4, completed: 1, dropped: 1 });
  expect(found.draft).toBe(true);
  expect(years.last).toBe(2018);
});

test("R53: a year is a draft until each of its cohorts is closed, and one without cohorts has sums of nothing", async () => {
  await make.cohort({ state: "CLOSED", startsOn: day("2004-03-08") });
  const year = (of: number) => snapshot((tx) => findCompletionYear(tx, of));

  expect(await year(2004)).toMatchObject({ draft: false });
  expect(await year(1951)).toMatchObject({
    draft: false,
    lines: [],
    sums: { all: { seats: 0, enrolled: 0, theory: 0 } },
  });
});

test("the years to choose from begin with the first cohort, and end with this one though it be earlier", async () => {
  await make.cohort({ state: "DRAFT", startsOn: day("2001-01-01") });

  expect(await findYears(db, 2018)).toEqual({ first: 2001, last: 2018 });
  expect(await findYears(db, 1999)).toEqual({ first: 1999, last: 1999 });
});

test("U04: 补考 counts who took the make-up, and opens exactly those", async () => {
  const { id, enrolments } = await make.examined({ people: 2 });
  const [one] = enrolments as [string];
  await recordResults(clerk, await sheetOf(id, examDay, [[one, { attended: 10, theory: 500, practice: 700 }]]));
  const { attended: _, ...sheet } = await sheetOf(id, examDay, [[one, { attended: null, theory: 640 }]]);
  await recordMakeUp(clerk, sheet);

  const { tallies } = await findCompletion(id, examDay, "zh-CN");

  // A mean counts the make-up in the place of the first mark (R50).
  expect(tallies.find(({ kind }) => kind === "ALL")).toMatchObject({
    madeUp: 1,
    theory: 640,
    theories: 1,
    practice: 700,
  });
  expect((await listCounted(id, "madeUp", "zh-CN")).map(({ id: each }) => each)).toEqual([one]);
});

test("R101: the groups of a tally are named in the reader's language, ages by the day the cohort began", async () => {
  const { id } = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2018-08-06") });
  const born = async (on: string) => make.trainee({ idNumber: make.idNumber(day(on)) });
  // One turns thirty on the first day, one the day after it.
  for (const on of ["1988-08-06", "1988-08-07"])
    await make.enrolment(id, { traineeId: (await born(on)).id, state: "IN_TRAINING" });

  const [zh, en] = await Promise.all(
    (["zh-CN", "en"] as const).map(async (locale) => (await findCompletion(id, examDay, locale)).tallies),
  );
  const of = (kind: string, tallies: typeof zh) => tallies?.filter((one) => one.kind === kind) ?? [];

  expect(of("AGE", zh).map(({ key, personTimes }) => [key, personTimes])).toEqual([
    ["0", 1],
    ["1", 1],
  ]);
  expect([of("ETHNICITY", zh)[0]?.name, of("ETHNICITY", en)[0]?.name]).toEqual(["藏", "Tibetan"]);
});
