import { describe, expect, test } from "vitest";
import { closeCohort, proposeClosing } from "@/lib/cohort/commands/close";
import { decideCompletions, recordNotCompleted } from "@/lib/completion/commands/decide";
import { recordMakeUp, recordResults } from "@/lib/completion/commands/record";
import { db } from "@/lib/database/db";
import { type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const examDay = day("2018-09-04");
const clerk = await make.signer("BASE_STAFF");
const staff = (today = examDay) => ({ ...clerk, today });
const enrolmentOf = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });

type Row = { attended: number | null; theory?: number | null; practice?: number | null };

/** A sheet as the page sends it, one row a person. */
const sheet = (cohortId: string, enrolmentIds: string[], rows: Row[], versions = rows.map(() => 1)) => ({
  cohortId,
  heldOns: rows.map((): Day | undefined => examDay),
  enrolmentIds,
  versions,
  attended: rows.map(({ attended }) => attended),
  theory: rows.map(({ theory = null }) => theory),
  practice: rows.map(({ practice = null }) => practice),
  plans: [],
});

const passed: Row = { attended: 8, theory: 600, practice: 600 };

describe("R47–R49: attendance and marks of a cohort", () => {
  test("are kept with one audit entry a person, and what was not changed is left alone", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });

    await recordResults(staff(), sheet(id, enrolments, [passed, { attended: null }]));
    const again = await recordResults(staff(), sheet(id, enrolments, [passed, { attended: 5 }], [2, 1]));

    expect(again).toEqual({ recorded: 1 });
    const [one, other] = enrolments as [string, string];
    expect([await enrolmentOf(one), await enrolmentOf(other)]).toMatchObject([
      { attendedPeriods: 8, version: 2 },
      { attendedPeriods: 5, version: 2 },
    ]);
    const verbs = await db.auditEntry.findMany({ where: { subjectId: one }, orderBy: { id: "asc" } });
    expect(verbs.map(({ verb }) => verb)).toEqual(["enrolment.make", "enrolment.recordResults"]);
  });

  test.each<[string, Row, object]>([
    [
      "more 课时 than timetabled",
      { attended: 11 },
      { field: "attended.1", figures: { case: "ATTENDED_OVER", row: 2 } },
    ],
    ["marks below 80 % (R48)", { ...passed, attended: 7 }, { field: "attended.1", figures: { case: "EXAM_BARRED" } }],
  ])("are refused whole at the row: %s", async (_, wrong, refusal) => {
    const { id, enrolments } = await make.examined({ people: 2 });

    await expect(recordResults(staff(), sheet(id, enrolments, [passed, wrong]))).rejects.toMatchObject(refusal);

    expect(await db.examResult.count({ where: { enrolment: { cohortId: id } } })).toBe(0);
  });

  // Invariants 5: a column that came in short took away what stood in its rows, a person twice broke the audit.
  test("a sheet with rows that do not match is refused, and nothing that stood is taken away", async () => {
    const { id, enrolments } = await make.examined();
    const [one] = enrolments as [string];
    await recordResults(staff(), sheet(id, enrolments, [passed]));
    const whole = sheet(id, enrolments, [{ attended: 9 }], [2]);

    for (const uneven of [
      { ...whole, attended: [] },
      { ...whole, theory: [700, 700] },
      sheet(id, [one, one], [{ attended: 9 }, { attended: 10 }], [2, 2]),
    ])
      await expect(recordResults(staff(), uneven)).rejects.toMatchObject({ refusal: "INPUT_WRONG" });

    expect(await enrolmentOf(one)).toMatchObject({ attendedPeriods: 8, version: 2 });
  });

  // I27
  test("a row that somebody else changed meanwhile is refused", async () => {
    const { id, enrolments } = await make.examined();
    await recordResults(staff(), sheet(id, enrolments, [passed]));

    await expect(recordResults(staff(), sheet(id, enrolments, [{ attended: 9 }]))).rejects.toMatchObject({
      refusal: "STALE",
      field: "attended.0",
    });
  });

  test("the exam lies in the training and not in the future", async () => {
    const { id, enrolments } = await make.examined();
    const on = (heldOn: string | undefined) =>
      recordResults(staff(), { ...sheet(id, enrolments, [passed]), heldOns: [heldOn as Day | undefined] });

    await expect(on("2018-09-05")).rejects.toMatchObject({ figures: { case: "EXAM_DAY" } });
    await expect(on("2018-08-05")).rejects.toMatchObject({ figures: { case: "EXAM_DAY" } });
    await expect(on(undefined)).rejects.toMatchObject({ figures: { case: "HELD_ON" } });
  });

  test("the database holds them too: none before the exam, none after the outcome, none past the timetable", async () => {
    const { id, enrolments } = await make.examined();
    const [enrolment] = enrolments as [string];
    await recordResults(staff(), sheet(id, enrolments, [passed]));
    await decideCompletions(staff(), { cohortId: id, completing: 1, notCompleting: 0 });

    const noted = `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id, before, after)
      VALUES ('sql', 'BASE_STAFF', 'enrolment.sql', 'enrolment', $1::text, '{}', '{}'))`;
    await expect(
      sql("app", `${noted} UPDATE exam_results SET theory = 1000 WHERE enrolment_id = $1::uuid`, [enrolment]),
    ).rejects.toMatchObject({ message: "WRONG_STATE" });
    await expect(
      sql("app", `${noted} UPDATE enrolments SET attended_periods = 10 WHERE id = $1::uuid`, [enrolment]),
    ).rejects.toMatchObject({ message: "WRONG_STATE" });
    await expect(
      sql(
        "app",
        `${noted} INSERT INTO exam_results (enrolment_id, attempt, held_on) VALUES ($1::uuid, 3, '2018-09-04')`,
        [enrolment],
      ),
    ).rejects.toThrow();
  });
});

describe("R50: the make-up", () => {
  const failed: Row = { attended: 10, theory: 595, practice: 700 };
  const second = (
    cohortId: string,
    enrolments: string[],
    theory: number | null,
    practice: number | null,
    on: string,
  ) => {
    const { attended: _, ...typed } = sheet(cohortId, enrolments, [{ attended: null, theory, practice }], [2]);
    return recordMakeUp(staff(day(on)), { ...typed, heldOns: [day(on)] });
  };

  test("lies within thirty days of the exam, in the part that was failed, and completes", async () => {
    const { id, enrolments } = await make.examined();
    await recordResults(staff(), sheet(id, enrolments, [failed]));

    await expect(second(id, enrolments, 700, null, "2018-10-05")).rejects.toMatchObject({
      figures: { case: "MAKE_UP_DAY", until: "2018-10-04" },
    });
    await expect(second(id, enrolments, 700, 800, "2018-10-04")).rejects.toMatchObject({
      figures: { case: "MAKE_UP_PART" },
    });
    await second(id, enrolments, 700, null, "2018-10-04");
    await decideCompletions(staff(day("2018-10-04")), { cohortId: id, completing: 1, notCompleting: 0 });

    expect(await enrolmentOf(enrolments[0] as string)).toMatchObject({ state: "COMPLETED" });
  });
});

describe("R47–R50: outcomes", () => {
  test("are what the page announced; what the rules cannot decide stays in training", async () => {
    const { id, enrolments } = await make.examined({ people: 3 });
    await recordResults(staff(), sheet(id, enrolments, [passed, { attended: 7 }, { attended: 10 }]));

    await expect(decideCompletions(staff(), { cohortId: id, completing: 2, notCompleting: 1 })).rejects.toMatchObject({
      refusal: "STALE",
    });
    await decideCompletions(staff(), { cohortId: id, completing: 1, notCompleting: 1 });

    const states = await Promise.all(enrolments.map(async (one) => (await enrolmentOf(one)).state));
    expect(states).toEqual(["COMPLETED", "NOT_COMPLETED", "IN_TRAINING"]);
  });

  test("who stays away from the exam is not completed by hand, with the reason; who has passed cannot be", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [present, away] = enrolments as [string, string];
    await recordResults(staff(), sheet(id, enrolments, [passed, { attended: 10 }]));
    const by = { version: 2, reason: "缺考" };

    await recordNotCompleted(staff(), { enrolmentId: away, ...by });

    expect(await enrolmentOf(away)).toMatchObject({ state: "NOT_COMPLETED", stateReason: "缺考" });
    await expect(recordNotCompleted(staff(), { enrolmentId: present, ...by })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
  });

  test("who has an outcome keeps his marks and their day, whatever day the others' exam gets", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [done, other] = enrolments as [string, string];
    await recordResults(staff(), sheet(id, enrolments, [passed, { attended: 10 }]));
    await decideCompletions(staff(), { cohortId: id, completing: 1, notCompleting: 0 });

    const later = {
      ...sheet(id, [done, other], [passed, passed], [3, 2]),
      heldOns: [day("2018-09-03"), day("2018-09-03")],
    };
    later.attended[1] = 10;

    expect(await recordResults(staff(), later)).toEqual({ recorded: 1 });
    const kept = await db.examResult.findFirstOrThrow({ where: { enrolmentId: done } });
    expect(kept.heldOn.toISOString()).toBe("2018-09-04T00:00:00.000Z");
  });

  test("R50: a late sitter's day is his own; the day of those who sat before, and their thirty days, stay", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [early, late] = enrolments as [string, string];
    const failed: Row = { attended: 10, theory: 595, practice: 700 };
    await recordResults(staff(), sheet(id, enrolments, [failed, { attended: 10 }]));

    const later = { ...sheet(id, enrolments, [failed, passed], [2, 2]), heldOns: [examDay, day("2018-09-20")] };
    later.attended[1] = 10;
    expect(await recordResults(staff(day("2018-09-20")), later)).toEqual({ recorded: 1 });

    const days = await db.examResult.findMany({ where: { enrolmentId: { in: [early, late] } } });
    const dayOf = (one: string) =>
      days
        .find(({ enrolmentId }) => enrolmentId === one)
        ?.heldOn.toISOString()
        .slice(0, 10);
    expect([dayOf(early), dayOf(late)]).toEqual([examDay, "2018-09-20"]);
    expect(await enrolmentOf(early)).toMatchObject({ version: 2 });
  });

  test("two desks that decide at the same moment decide once", async () => {
    const { id, enrolments } = await make.examined();
    await recordResults(staff(), sheet(id, enrolments, [passed]));

    const answers = await Promise.allSettled(
      [1, 2].map(() => decideCompletions(staff(), { cohortId: id, completing: 1, notCompleting: 0 })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("R53: closing", () => {
  test("waits for everybody's outcome and attendance, also past the portal's code", async () => {
    const { id, enrolments } = await make.examined({ people: 2 });
    const [present, away] = enrolments as [string, string];
    const propose = () => proposeClosing(make.actor("BASE_DIRECTOR", examDay), { cohortId: id, version: 1 });
    await recordResults(staff(), sheet(id, enrolments, [passed, { attended: null }]));
    await decideCompletions(staff(), { cohortId: id, completing: 1, notCompleting: 0 });
    await expect(propose()).rejects.toMatchObject({ figures: { case: "UNFINISHED", unfinished: 1 } });

    await recordNotCompleted(staff(), { enrolmentId: away, version: 1, reason: "缺考" });
    await expect(propose()).rejects.toMatchObject({ figures: { case: "NO_ATTENDANCE", missing: 1 } });
    const signed = "closing_proposed_by_id = gen_random_uuid(), closed_by_id = gen_random_uuid()";
    await expect(
      sql("app", `UPDATE cohorts SET state = 'CLOSED', ${signed} WHERE id = $1`, [id]),
    ).rejects.toMatchObject({ message: "WRONG_STATE" });

    await recordResults(staff(), sheet(id, [present, away], [passed, { attended: 3 }], [3, 2]));
    await propose();
    await closeCohort(make.actor("COUNTY_REVIEWER", examDay), { cohortId: id, version: 2 });

    expect(await db.cohort.findUnique({ where: { id } })).toMatchObject({ state: "CLOSED" });
  });

  test("waits for the lessons that are still to come, and so does every outcome (I35)", async () => {
    const { id, enrolments } = await make.examined();
    await make.lesson({ cohorts: [id], day: day("2018-09-05"), classroomNumber: null });
    const away = { enrolmentId: enrolments[0] as string, version: 1, reason: "缺考" };
    await expect(recordNotCompleted(staff(), away)).rejects.toMatchObject({ figures: { case: "OUTCOME_AHEAD" } });
    const last = staff(day("2018-09-05"));
    await recordNotCompleted(last, away);
    await recordResults(last, sheet(id, enrolments, [{ attended: 4 }], [2]));

    await expect(
      proposeClosing(make.actor("BASE_DIRECTOR", examDay), { cohortId: id, version: 1 }),
    ).rejects.toMatchObject({ figures: { case: "LESSONS_AHEAD", ahead: 1 } });
  });
});
