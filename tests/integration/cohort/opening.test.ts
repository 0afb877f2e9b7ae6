import { expect, test } from "vitest";
import { addDays, day } from "@/lib/calendar";
import { submitCohort } from "@/lib/cohort/mutations/submit";
import { db } from "@/lib/db";
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
    refusal: "INPUT_WRONG",
    figures: { case: "PERIODS_TOO_FEW", planned: 4, minimum: 8 },
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
    refusal: "INPUT_WRONG",
    figures: { case: "DAY_TOO_LONG", heaviest: 11, most: 10 },
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
  const { id } = await make.cohort({ state: "DRAFT", startsOn: day("2018-08-08") });

  await submit(id, day("2018-08-03"));

  expect(await warningsOf(id)).not.toContain("FILED_LATE");
});

test("an archived course opens no cohort", async () => {
  const { id: courseId } = await make.course({ state: "ARCHIVED" });
  const { id } = await make.cohort({ state: "DRAFT", courseId });

  await expect(submit(id)).rejects.toMatchObject({ refusal: "INPUT_WRONG", figures: { case: "COURSE_NOT_OPEN" } });
});

test("R27: off the base no classroom is needed", async () => {
  const { id } = await make.cohort({ state: "DRAFT", atBase: false, place: "扎格村", startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], classroomNumber: null });

  await submit(id);

  expect(await stateOf(id)).toBe("SUBMITTED");
});

async function warningsOf(id: string): Promise<string> {
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { subjectId: id, verb: "cohort.submit" },
    select: { after: true },
  });
  return String((entry.after as { warnings?: string }).warnings ?? "");
}
