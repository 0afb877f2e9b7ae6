import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { decideCompletions, recordNotCompleted } from "@/lib/completion/commands/decide";
import { recordMakeUp, recordResults } from "@/lib/completion/commands/record";
import { reopenOutcome, reverseOutcome } from "@/lib/completion/commands/reverse";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { type Day, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { complete, type Result, sheetOf } from "@/tests/support/results";

const examDay = day("2018-09-04");
let [clerk, head, county] = [make.actor(), make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", examDay);
  head = await make.signer("BASE_DIRECTOR", examDay);
  county = await make.signer("COUNTY_REVIEWER", examDay);
});

const on = (today: Day): Actor => ({ ...clerk, today });
const enrolmentOf = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });
const wish = async (enrolmentId: string) => ({
  ...{ enrolmentId, reason: "登错" },
  version: (await enrolmentOf(enrolmentId)).version,
});

async function record(cohortId: string, enrolmentId: string, result: Result) {
  return recordResults(clerk, await sheetOf(cohortId, examDay, [[enrolmentId, result]]));
}

async function makeUp(cohortId: string, enrolmentId: string, { heldOn = examDay, ...marks }: Partial<Result>) {
  const { attended: _, ...sheet } = await sheetOf(cohortId, heldOn, [[enrolmentId, { attended: null, ...marks }]]);
  return recordMakeUp(on(day("2018-10-20")), sheet);
}

/** One person who sat the exam in vain. */
async function failed() {
  const { id, enrolments } = await make.examined();
  const [enrolmentId] = enrolments as [string];
  await record(id, enrolmentId, { attended: 10, theory: 595, practice: 700 });
  return { id, enrolmentId };
}

describe("R48, R49: the sheet of marks", () => {
  test("is closed before the training has begun and once the cohort is closed, and says which cohort", async () => {
    const before = await make.cohort({ state: "APPROVED" });
    const after = await make.cohort({ state: "CLOSED", startsOn: day("2018-03-05") });
    const { id: one } = await make.enrolment(before.id);

    for (const [{ id, number }, state] of [
      [before, "APPROVED"],
      [after, "CLOSED"],
    ] as const)
      await expect(record(id, one, { attended: 1 })).rejects.toMatchObject({
        refusal: "WRONG_STATE",
        figures: { number, state },
      });
    await expect(record(newId(), one, { attended: 1 })).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
      figures: { case: "UNKNOWN_COHORT" },
    });
  });

  test("takes exactly as much attendance as was held, and marks from exactly 80 % on", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [one, other] = enrolments as [string, string];

    expect(await record(id, one, { attended: 10, theory: 600, practice: 600 })).toEqual({ recorded: 1 });
    expect(await record(id, other, { attended: 8, theory: 0, practice: 0 })).toEqual({ recorded: 1 });
    // Who may not sit the exam still has his attendance.
    expect(await record(id, other, { attended: 7 })).toEqual({ recorded: 1 });
  });

  test("of somebody whose attendance turns out too low keeps the marks, and the rules decide against him", async () => {
    const { id, enrolments } = await make.examined();
    const [one] = enrolments as [string];
    const passed = { theory: 600, practice: 600 };
    await record(id, one, { attended: 8, ...passed });

    await record(id, one, { attended: 7, ...passed });
    await decideCompletions(clerk, { cohortId: id, completing: 0, notCompleting: 1 });

    expect(await enrolmentOf(one)).toMatchObject({ state: "NOT_COMPLETED", attendedPeriods: 7 });
    expect(await db.examResult.findFirst({ where: { enrolmentId: one } })).toMatchObject(passed);
  });
});

describe("R50: the make-up", () => {
  test("needs an exam before it, and is none of its parts that was passed", async () => {
    const { id, enrolments } = await make.examined();
    const [one] = enrolments as [string];
    const refused = { refusal: "INPUT_WRONG", field: "heldOns.0", figures: { case: "MAKE_UP_PART", row: 1 } };

    await expect(makeUp(id, one, { theory: 700 })).rejects.toMatchObject(refused);
    await record(id, one, { attended: 10, theory: 600, practice: 595 });
    await expect(makeUp(id, one, { theory: 700 })).rejects.toMatchObject(refused);
    await record(id, one, { attended: 10, theory: 600, practice: 600 });
    await expect(makeUp(id, one, { practice: 700 })).rejects.toMatchObject(refused);
  });

  test("lies on the day of the exam or later, at the latest on the thirtieth day", async () => {
    const { id, enrolmentId } = await failed();
    const refused = { field: "heldOns.0", figures: { case: "MAKE_UP_DAY", from: examDay, until: "2018-10-04" } };

    for (const heldOn of ["2018-09-03", "2018-10-05"])
      await expect(makeUp(id, enrolmentId, { theory: 600, heldOn: day(heldOn) })).rejects.toMatchObject(refused);
    expect(await makeUp(id, enrolmentId, { theory: 600, heldOn: day("2018-10-04") })).toEqual({ recorded: 1 });
  });

  test("of a row somebody else changed is refused, and a sheet with nothing in it writes nothing", async () => {
    const { id, enrolmentId } = await failed();
    const { attended: _, ...sheet } = await sheetOf(id, examDay, [[enrolmentId, { attended: null, theory: 600 }]]);

    await expect(recordMakeUp(clerk, { ...sheet, versions: [1] })).rejects.toMatchObject({
      refusal: "STALE",
      field: "attended.0",
      figures: { case: "ROW", row: 1 },
    });
    expect(await makeUp(id, enrolmentId, {})).toEqual({ recorded: 0 });
  });

  test("is corrected in place, with what stood before in the audit", async () => {
    const { id, enrolmentId } = await failed();
    await makeUp(id, enrolmentId, { theory: 590 });

    await makeUp(id, enrolmentId, { theory: 600, heldOn: day("2018-09-05") });

    const attempts = await db.examResult.findMany({ where: { enrolmentId }, orderBy: { attempt: "asc" } });
    expect(attempts.map(({ attempt, theory }) => [attempt, theory])).toEqual([
      [1, 595],
      [2, 600],
    ]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: enrolmentId }, orderBy: { id: "desc" } });
    expect(entry).toMatchObject({
      verb: "enrolment.recordMakeUp",
      before: { heldOn: examDay, theory: 590 },
      after: { heldOn: "2018-09-05", theory: 600 },
    });
  });
});

describe("R47–R50: an outcome", () => {
  test("is given to nobody outside of the exam, by the rules or by hand", async () => {
    const { id, number } = await make.cohort({ state: "IN_PROGRESS" });
    const { id: enrolmentId } = await make.enrolment(id, { state: "IN_TRAINING" });
    const refused = { refusal: "WRONG_STATE", figures: { number, state: "IN_PROGRESS" } };

    await expect(decideCompletions(clerk, { cohortId: id, completing: 0, notCompleting: 0 })).rejects.toMatchObject(
      refused,
    );
    await expect(recordNotCompleted(clerk, await wish(enrolmentId))).rejects.toMatchObject(refused);
  });

  test("is not given by hand to somebody who is not there, was changed meanwhile, or has left", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [one, other] = enrolments as [string, string];
    await record(id, one, { attended: 10 });
    await recordNotCompleted(clerk, await wish(other));

    await expect(recordNotCompleted(clerk, { ...(await wish(one)), version: 1 })).rejects.toMatchObject({
      refusal: "STALE",
      field: "enrolmentId",
    });
    await expect(recordNotCompleted(clerk, { ...(await wish(one)), enrolmentId: newId() })).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
      figures: { case: "UNKNOWN_ENROLMENT" },
    });
    await expect(recordNotCompleted(clerk, await wish(other))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      field: "enrolmentId",
      figures: { state: "NOT_COMPLETED" },
    });
  });

  test("names in the audit the reasons the rules gave, and by hand the person's own", async () => {
    const { enrolmentId } = await failed();

    await recordNotCompleted(clerk, { ...(await wish(enrolmentId)), reason: "放弃补考" });

    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: enrolmentId }, orderBy: { id: "desc" } });
    expect(entry).toMatchObject({
      verb: "enrolment.notComplete",
      reason: "放弃补考",
      after: { state: "NOT_COMPLETED", because: "MARK_LOW MAKE_UP_UNTIL" },
    });
    expect(await enrolmentOf(enrolmentId)).toMatchObject({ outcomeById: clerk.id });
  });
});

describe("R53: taking an outcome back", () => {
  test("is refused where there is none, on an older version, and of a cohort in another state", async () => {
    const { id, number, enrolments } = await make.examined({ people: 2 });
    const [one, other] = enrolments as [string, string];
    await complete(clerk, id, [one]);

    await expect(reverseOutcome(head, await wish(other))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      field: "enrolmentId",
      figures: { state: "IN_TRAINING" },
    });
    await expect(reverseOutcome(head, { ...(await wish(one)), version: 1 })).rejects.toMatchObject({
      refusal: "STALE",
    });
    await expect(reopenOutcome(county, await wish(one))).rejects.toMatchObject({
      refusal: "WRONG_STATE",
      figures: { number, state: "EXAM" },
    });
  });

  test("works for who did not complete as well, and says why on the enrolment", async () => {
    const { id, enrolmentId } = await failed();
    await recordNotCompleted(clerk, await wish(enrolmentId));

    await reverseOutcome(head, { ...(await wish(enrolmentId)), reason: "准予补考" });

    expect(await enrolmentOf(enrolmentId)).toMatchObject({ state: "IN_TRAINING", stateReason: "准予补考" });
    expect(await makeUp(id, enrolmentId, { theory: 600 })).toEqual({ recorded: 1 });
  });
});

test("R111: marks are for the base, outcomes are taken back by the director, reopened by the county, and by nobody else", async () => {
  const { id, enrolmentId } = await failed();
  const { attended, ...sheet } = await sheetOf(id, examDay, [[enrolmentId, { attended: 9 }]]);
  const tries: [string, () => Promise<unknown>][] = [
    ["results", () => recordResults(county, { ...sheet, attended })],
    ["make-up", () => recordMakeUp(county, sheet)],
    ["decide", () => decideCompletions(county, { cohortId: id, completing: 0, notCompleting: 0 })],
    ["by hand", async () => recordNotCompleted(county, await wish(enrolmentId))],
    ["reverse by staff", async () => reverseOutcome(clerk, await wish(enrolmentId))],
    ["reverse by the county", async () => reverseOutcome(county, await wish(enrolmentId))],
    ["reopen by the director", async () => reopenOutcome(head, await wish(enrolmentId))],
  ];

  for (const [what, attempt] of tries) await expect(attempt(), what).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
});
