import { describe, expect, test } from "vitest";
import { approveCohort } from "@/lib/cohort/commands/decide";
import { submitCohort } from "@/lib/cohort/commands/submit";
import { db } from "@/lib/database/db";
import { addDays, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const versionOf = async (id: string) =>
  (await db.cohort.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
const stateOf = async (id: string) =>
  (await db.cohort.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const startsOn = day("2018-08-06");
const submit = async (id: string, today = day("2018-07-30")) =>
  submitCohort(make.actor("BASE_STAFF", today), { cohortId: id, version: await versionOf(id) });

test("R42: fewer class periods than the course needs are refused, exactly enough are not", async () => {
  const { id: courseId } = await make.course({ minPeriods: 8 });
  const { id } = await make.cohort({ state: "DRAFT", courseId, startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], periods: 4 });

  await expect(submit(id)).rejects.toMatchObject({
    refusal: "OPENING_INCOMPLETE",
    figures: { gaps: "PERIODS_TOO_FEW", planned: 4, minimum: 8 },
  });
  await make.lesson({ day: addDays(startsOn, 1), cohorts: [id], periods: 4 });
  await submit(id);

  expect(await stateOf(id)).toBe("SUBMITTED");
});

test("R41: more than 8 class periods a day are a warning, more than 10 are refused", async () => {
  const { id } = await make.cohort({ state: "DRAFT", startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], periods: 10, classroomNumber: 1 });
  const { id: long } = await make.cohort({ state: "DRAFT", startsOn });
  await make.lesson({ day: startsOn, cohorts: [long], periods: 11, classroomNumber: 11 });

  await submit(id);
  await expect(submit(long)).rejects.toMatchObject({
    refusal: "OPENING_INCOMPLETE",
    figures: { gaps: "DAY_TOO_LONG", heaviest: 11, most: 10 },
  });

  expect(await warningsOf(id)).toContain("DAY_LONG");
});

test("R30, R43 and the filing day are warnings, shown and stored", async () => {
  const { id } = await make.cohort({ state: "DRAFT", startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], periods: 4, kind: "PRACTICE", classroomNumber: 2 });

  await submit(id, day("2018-08-03"));

  expect((await warningsOf(id)).split(" ").sort()).toEqual([
    "FILED_LATE",
    "PERIODS_BELOW_COURSE",
    "THEORY_SHORT",
    "TOO_FEW_TRAINEES",
  ]);
});

test("filed three working days before the start is in time, also over a weekend", async () => {
  const { id } = await make.cohort({ state: "DRAFT", classroom: 4, startsOn: day("2018-08-08") });

  await submit(id, day("2018-08-03"));

  expect(await warningsOf(id)).not.toContain("FILED_LATE");
});

test("an archived course opens no cohort", async () => {
  const { id: courseId } = await make.course({ state: "ARCHIVED" });
  const { id } = await make.cohort({ state: "DRAFT", classroom: 5, courseId });

  await expect(submit(id)).rejects.toMatchObject({
    refusal: "OPENING_INCOMPLETE",
    figures: { gaps: "COURSE_NOT_OPEN" },
  });
});

test("R27: off the base no classroom is needed", async () => {
  const { id } = await make.cohort({ state: "DRAFT", atBase: false, place: "扎格村", startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], classroomNumber: null });

  await submit(id);

  expect(await stateOf(id)).toBe("SUBMITTED");
});

const nothing = { contact: " ", examPlan: "", material: "\n" };
const allOfIt = "EXAM_PLAN_MISSING CONTACT_MISSING MATERIAL_MISSING NO_LESSONS NO_TRAINER";
const force = (id: string, change: string) =>
  sql(
    "app",
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'cohort.force', 'cohort', '${id}');
     UPDATE cohorts SET ${change} WHERE id = '${id}'`,
  );
const asSubmitted = `state = 'SUBMITTED', submitted_by_id = '${make.actor("BASE_STAFF").id}'`;
const asApproved = `state = 'APPROVED', approved_by_id = '${make.actor("COUNTY_REVIEWER").id}'`;

describe("gate 1: an opening application without its papers", () => {
  test("is refused with everything that is missing in one list, by the portal and past it", async () => {
    const { id } = await make.cohort({ state: "DRAFT", startsOn, ...nothing });

    await expect(submit(id)).rejects.toMatchObject({ refusal: "OPENING_INCOMPLETE", figures: { gaps: allOfIt } });
    await expect(force(id, asSubmitted)).rejects.toMatchObject({ message: "OPENING_INCOMPLETE", code: "QD001" });

    expect(await stateOf(id)).toBe("DRAFT");
  });

  test("is not approved when something went meanwhile", async () => {
    const { id } = await make.cohort({ state: "SUBMITTED", startsOn });
    await cancelLessons(id);
    const approval = { version: await versionOf(id), documentNo: "1", opinion: undefined };

    await expect(approveCohort(make.actor("COUNTY_REVIEWER"), { cohortId: id, ...approval })).rejects.toMatchObject({
      refusal: "OPENING_INCOMPLETE",
      figures: { gaps: "NO_LESSONS NO_TRAINER" },
    });
    await expect(force(id, asApproved)).rejects.toMatchObject({ message: "OPENING_INCOMPLETE" });
  });

  test("a trainer who will have left by then is none", async () => {
    const { id } = await make.cohort({ state: "DRAFT", startsOn });
    const { id: trainerId } = await make.trainer();
    await make.lesson({ day: startsOn, cohorts: [id], classroomNumber: 3, trainerId });
    await sql(
      "owner",
      `SET session_replication_role = replica; UPDATE trainers SET left_on = '2018-08-01' WHERE id = '${trainerId}'`,
    );

    await expect(submit(id)).rejects.toMatchObject({ figures: { gaps: "TRAINER_GONE", untaught: 1 } });
  });

  test.each([
    ["exam_plan = ' '", "examPlan"],
    ["contact = ''", "contact"],
    ["material = ''", "material"],
  ])("what it was approved with is not emptied afterwards: %s", async (change, field) => {
    const { id } = await make.cohort({ startsOn });

    await expect(force(id, change)).rejects.toMatchObject({ message: "INPUT_WRONG", hint: field });
  });

  test("R24: what only deserves a word is a figure of the offices, from its day on", async () => {
    const later = day("2044-03-07");
    await sql(
      "owner",
      "INSERT INTO parameters (key, valid_from, value, reason) VALUES ('opening_material', '2044-03-01', 0, '试行')",
    );
    const { id } = await make.cohort({ state: "DRAFT", classroom: 6, startsOn: later, material: "" });
    const { id: before } = await make.cohort({ state: "DRAFT", classroom: 6, startsOn, material: "" });

    await submit(id, day("2044-02-01"));

    expect(await warningsOf(id)).toContain("MATERIAL_MISSING");
    await expect(submit(before)).rejects.toMatchObject({ figures: { gaps: "MATERIAL_MISSING" } });
  });

  test("the self-check finds one that was let through, and leaves those of before the law alone", async () => {
    const [{ id: through }, { id: old }] = [await make.cohort({ startsOn }), await make.cohort({ startsOn })];
    await sql(
      "owner",
      `SET session_replication_role = replica; UPDATE cohorts SET exam_plan = '' WHERE id IN ('${through}', '${old}');
       UPDATE cohorts SET submitted_at = '2018-07-01' WHERE id = '${old}'`,
    );

    const found = await sql<{ id: string; lacking: string }>(
      "app",
      "SELECT id, lacking FROM checks.opened_without_papers",
    );

    expect(found).toEqual([{ id: through, lacking: "opening_exam_plan" }]);
    await sql(
      "owner",
      `SET session_replication_role = replica; UPDATE cohorts SET exam_plan = '笔试' WHERE id IN ('${through}', '${old}')`,
    );
  });
});

async function cancelLessons(cohortId: string) {
  const where = { cancelledAt: null, cohorts: { some: { cohortId } } };
  for (const { id } of await db.lesson.findMany({ where, select: { id: true } })) await make.cancelLesson(id);
}

async function warningsOf(id: string): Promise<string> {
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { subjectId: id, verb: "cohort.submit" },
    select: { after: true },
  });
  return String((entry.after as { warnings?: string }).warnings ?? "");
}
