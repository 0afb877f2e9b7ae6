import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { confirmApplications, confirmLate } from "@/lib/enrolment/commands/confirm";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const first = day("2018-08-06");
const reason = "乡镇推荐，第二天到";

async function lateApplication(change: Parameters<typeof make.cohort>[0] = {}) {
  const cohort = await make.cohort({ state: "IN_PROGRESS", startsOn: first, ...change });
  const staff = make.actor("BASE_STAFF", first);
  const { enrolmentId } = await enrol(staff, {
    cohortId: cohort.id,
    traineeId: (await make.trainee()).id,
    place: "CONFIRMED",
  });
  return {
    cohort,
    staff,
    enrolmentId,
    input: { enrolmentId, place: "CONFIRMED" as const, reason, version: 1, needs: ["LATE" as const] },
  };
}

test("R22, R29: several applications are confirmed in their order, the rest waits, and what a rule stops stays an application", async () => {
  const { id: cohortId, courseId } = await make.cohort({ seats: 2 });
  const { id: child } = await make.application(cohortId, {
    traineeId: (await make.trainee({ idNumber: make.idNumber(day("2005-01-01")) })).id,
  });
  const ids = [];
  for (let i = 0; i < 3; i++) ids.push((await make.application(cohortId)).id);
  const { id: elsewhere } = await make.application((await make.cohort({ courseId })).id);

  const results = await confirmApplications(make.actor(), { cohortId, enrolmentIds: [...ids, child, elsewhere] });

  expect(results.map((one) => [one.id, "state" in one ? one.state : one.refusal])).toEqual([
    [child, "UNDER_AGE"],
    [ids[0], "CONFIRMED"],
    [ids[1], "CONFIRMED"],
    [ids[2], "WAITLISTED"],
  ]);
  expect(await db.enrolment.findUnique({ where: { id: child } })).toMatchObject({ state: "APPLIED", version: 1 });
  expect(await db.auditEntry.count({ where: { subjectId: child } })).toBe(1);
  expect(
    await sql(
      "app",
      "SELECT * FROM checks.counter_drift UNION ALL SELECT '', id::text, 0, 0 FROM checks.audit_missing",
    ),
  ).toEqual([]);
});

test("R21: confirming twice is refused and takes one place only", async () => {
  const { id: cohortId, year } = await make.cohort({ startsOn: day("2011-03-07") });
  const { id } = await make.application(cohortId);

  const answers = await Promise.all(
    [1, 2].map(() =>
      confirmApplications(make.actor("BASE_STAFF", day("2011-01-03")), { cohortId, enrolmentIds: [id] }),
    ),
  );

  expect(
    answers
      .flat()
      .map((one) => ("state" in one ? one.state : one.refusal))
      .sort(),
  ).toEqual(["CONFIRMED", "WRONG_STATE"]);
  expect(await db.trainingYear.findUnique({ where: { year } })).toMatchObject({ held: 1 });
});

test("R22: an application cannot be confirmed before the cohort is approved", async () => {
  const { id: cohortId } = await make.cohort({ state: "SUBMITTED" });
  const { id } = await make.application(cohortId);

  expect(await confirmApplications(make.actor(), { cohortId, enrolmentIds: [id] })).toMatchObject([
    { refusal: "COHORT_NOT_OPEN" },
  ]);
});

test("R34: a late application is confirmed by the director with a reason, and the trainee is in training at once", async () => {
  const { cohort, enrolmentId, input } = await lateApplication();
  const director = make.actor("BASE_DIRECTOR", day("2018-08-07"));

  await confirmLate(director, input);

  expect(await db.enrolment.findUnique({ where: { id: enrolmentId } })).toMatchObject({
    state: "IN_TRAINING",
    stateReason: reason,
  });
  expect(await db.enrolmentApproval.findMany({ where: { enrolmentId } })).toMatchObject([
    { need: "LATE", approvedById: director.id },
  ]);
  expect(await db.cohort.findUnique({ where: { id: cohort.id } })).toMatchObject({ confirmed: 1 });
  expect(await db.auditEntry.count({ where: { subjectId: enrolmentId, verb: "enrolment.confirmLate", reason } })).toBe(
    1,
  );
});

test("R34: the ordinary way does not confirm a late application, nor does a role without approval", async () => {
  const { cohort, enrolmentId, input } = await lateApplication();

  expect(
    await confirmApplications(make.actor("BASE_STAFF", first), { cohortId: cohort.id, enrolmentIds: [enrolmentId] }),
  ).toMatchObject([{ refusal: "NOT_ALLOWED" }]);
  await expect(confirmLate(make.actor("BASE_STAFF", first), input)).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
});

test("I16: who wrote the late application does not approve it, in the portal and past it", async () => {
  const cohort = await make.cohort({ state: "IN_PROGRESS", startsOn: first });
  const director = make.actor("BASE_DIRECTOR", first);
  const { enrolmentId } = await enrol(director, {
    cohortId: cohort.id,
    traineeId: (await make.trainee()).id,
    place: "CONFIRMED",
  });

  await expect(
    confirmLate(director, { enrolmentId, place: "CONFIRMED", reason, version: 1, needs: ["LATE"] }),
  ).rejects.toMatchObject({
    refusal: "SAME_PERSON",
  });
  await expect(
    sql(
      "app",
      "INSERT INTO enrolment_approvals (enrolment_id, need, approved_by_id) SELECT id, 'LATE', created_by_id FROM enrolments WHERE id = $1",
      [enrolmentId],
    ),
  ).rejects.toThrow("SAME_PERSON");
  await expect(sql("app", "UPDATE enrolments SET state = 'CONFIRMED' WHERE id = $1", [enrolmentId])).rejects.toThrow(
    "NOT_ALLOWED",
  );
});

test("R34: after the second training day nobody approves any more", async () => {
  const { input } = await lateApplication();

  await expect(confirmLate(make.actor("BASE_DIRECTOR", day("2018-08-08")), input)).rejects.toMatchObject({
    refusal: "TOO_LATE",
  });
});

test("R29: approval makes no room in a full cohort", async () => {
  const { cohort, input } = await lateApplication({ seats: 1 });
  await make.enrolment(cohort.id);

  const director = make.actor("BASE_DIRECTOR", first);
  await expect(confirmLate(director, input)).rejects.toMatchObject({ refusal: "COHORT_FULL" });
  await expect(confirmLate(director, { ...input, place: "WAITLISTED" })).rejects.toMatchObject({
    refusal: "COHORT_FULL",
  });
});

test("I27: an application that somebody changed meanwhile is not decided", async () => {
  const { enrolmentId, input } = await lateApplication();
  await confirmLate(make.actor("COUNTY_REVIEWER", first), input);

  await expect(confirmLate(make.actor("BASE_DIRECTOR", first), { ...input, enrolmentId })).rejects.toMatchObject({
    refusal: "STALE",
  });
});
