import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { startCohort } from "@/lib/enrolment/commands/cohort";
import { confirmLate } from "@/lib/enrolment/commands/confirm";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { cancelEnrolment, markNoShow, rejectApplication } from "@/lib/enrolment/commands/leave";
import { findNeeds } from "@/lib/enrolment/queries/needs";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { confirmEnrolment, insertEnrolment } from "@/tests/support/raw";

const first = day("2018-08-06");
const reason = "路上耽搁";
const staff = (today = first) => make.actor("BASE_STAFF", today);
const director = () => make.actor("BASE_DIRECTOR", first);
const enrolmentOf = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });
const freeSeats = () => sql("app", "SELECT * FROM checks.waiting_with_free_seat");

/** On the first training day a full cohort of one with two who wait has begun, and its only trainee never came. */
async function openingDay() {
  const { id: cohortId } = await make.cohort({ seats: 1, startsOn: first });
  const { id: placed } = await make.enrolment(cohortId);
  const queue = [];
  for (let n = 0; n < 2; n++) queue.push((await make.enrolment(cohortId, { state: "WAITLISTED" })).id);
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { version: true } });
  await startCohort(staff(), { cohortId, version });
  const left = await enrolmentOf(placed);
  expect(await markNoShow(staff(), { enrolmentId: placed, reason, version: left.version })).toMatchObject({
    promoted: [],
  });
  return { cohortId, one: queue[0] as string, two: queue[1] as string };
}

async function newcomer(cohortId: string) {
  const { id: traineeId } = await make.trainee();
  return (await enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" })).enrolmentId;
}

async function approve(enrolmentId: string, needs: ("LATE" | "OVER_AGE")[] = ["LATE"]) {
  const { version } = await enrolmentOf(enrolmentId);
  return confirmLate(director(), { enrolmentId, place: "CONFIRMED", reason, version, ...(needs && { needs }) });
}

test("R34, I5: a place that falls free on the opening day is asked for by the first who waits, and no newcomer is approved past", async () => {
  const { cohortId, one, two } = await openingDay();
  const late = await newcomer(cohortId);

  expect(await enrolmentOf(one)).toMatchObject({ waitStopped: "APPROVAL_NEEDED" });
  expect(await enrolmentOf(two)).toMatchObject({ waitStopped: null, approvalNeeded: [] });
  await expect(approve(late)).rejects.toMatchObject({
    refusal: "COHORT_FULL",
    figures: { case: "QUEUE", waiting: 2 },
  });
  expect(await freeSeats()).toEqual([]);

  expect(await approve(one, ["LATE"])).toMatchObject({ state: "IN_TRAINING" });
  expect(await db.enrolmentApproval.findMany({ where: { enrolmentId: one } })).toMatchObject([{ need: "LATE" }]);
  await expect(approve(late)).rejects.toMatchObject({ refusal: "COHORT_FULL" });
});

test("I5: who is rejected passes the claim on to the next who waits, and only then comes the newcomer", async () => {
  const { cohortId, one, two } = await openingDay();
  const late = await newcomer(cohortId);
  const reject = async (id: string) =>
    rejectApplication(staff(), { enrolmentId: id, reason, version: (await enrolmentOf(id)).version });

  await reject(one);
  expect(await enrolmentOf(two)).toMatchObject({ waitStopped: "APPROVAL_NEEDED" });
  await expect(approve(late)).rejects.toMatchObject({ figures: { case: "QUEUE", waiting: 1 } });
  await reject(two);

  expect(await approve(late)).toMatchObject({ state: "IN_TRAINING" });
});

test("I42: an approval covers the reasons it was given for; a new one asks again and moves nobody past the queue", async () => {
  const { id: cohortId } = await make.cohort({ seats: 1, startsOn: first });
  const { id: placed } = await make.enrolment(cohortId);
  const { id: traineeId } = await make.trainee({ idNumber: make.idNumber(day("1950-03-01")) });
  const { id } = await make.application(cohortId, { traineeId, approvalNeeded: ["OVER_AGE"] });
  const before = make.actor("BASE_DIRECTOR", day("2018-08-01"));
  await confirmLate(before, { enrolmentId: id, place: "WAITLISTED", reason, version: 1, needs: ["OVER_AGE"] });
  expect(await enrolmentOf(id)).toMatchObject({ state: "WAITLISTED", waitStopped: null });

  // On the first training day the place falls free: being late is another reason than age.
  await cancelEnrolment(staff(), { enrolmentId: placed, reason, version: 1 });
  expect(await enrolmentOf(id)).toMatchObject({
    state: "WAITLISTED",
    waitStopped: "APPROVAL_NEEDED",
  });
  const asked = { ...(await enrolmentOf(id)), trainee: { id: traineeId } };
  expect((await findNeeds(cohortId, asked as never, first)).needs).toEqual(["OVER_AGE", "LATE"]);
  await expect(approve(id, ["OVER_AGE"])).rejects.toMatchObject({ figures: { case: "NEW_NEED" } });

  expect(await approve(id, ["OVER_AGE", "LATE"])).toMatchObject({ state: "CONFIRMED" });
  expect(await db.enrolmentApproval.findMany({ where: { enrolmentId: id }, orderBy: { need: "asc" } })).toMatchObject([
    { need: "LATE" },
    { need: "OVER_AGE", approvedById: before.id },
  ]);
});

test("I5: what stopped somebody is looked at again before anybody new comes in", async () => {
  const { id: cohortId } = await make.cohort({ seats: 2, startsOn: first });
  await make.enrolment(cohortId);
  const { id } = await make.enrolment(cohortId, { state: "WAITLISTED", waitStopped: "TRAINEE_CLASH" });
  const early = make.actor("BASE_STAFF", day("2018-08-01"));
  const { id: traineeId } = await make.trainee();

  await expect(enrol(early, { cohortId, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    refusal: "COHORT_FULL",
  });
  expect(await enrol(early, { cohortId, traineeId, place: "WAITLISTED" })).toMatchObject({ state: "WAITLISTED" });

  expect(await enrolmentOf(id)).toMatchObject({ state: "CONFIRMED", waitStopped: null });
});

test("I5: past the portal nobody takes the place of those who wait either", async () => {
  const { cohortId, one, two } = await openingDay();
  const late = await make.approvedApplication(cohortId);
  const { id: open } = await make.cohort({ seats: 1 });
  await sql(
    "owner",
    `SET session_replication_role = replica; ${insertEnrolment((await make.trainee()).id, open, "WAITLISTED")}`,
  );

  for (const statement of [confirmEnrolment(late.id), insertEnrolment((await make.trainee()).id, open)])
    await expect(sql("app", statement)).rejects.toThrow("COHORT_FULL");
  await expect(sql("app", confirmEnrolment(one))).rejects.toThrow("NOT_ALLOWED");
  await expect(sql("app", confirmEnrolment(two))).rejects.toThrow("NOT_ALLOWED");
  expect((await freeSeats()).length).toBe(1);
});
