import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { cancelCohort, changeSeats, startCohort } from "@/lib/enrolment/commands/cohort";
import { cancelEnrolment, dropOut, markNoShow, rejectApplication } from "@/lib/enrolment/commands/leave";
import { type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const start = day("2018-08-06");
const staff = (today: Day = day("2018-06-01")) => make.actor("BASE_STAFF", today);
const leaving = (enrolmentId: string, version = 1) => ({ enrolmentId, version, reason: "外出务工" });
const enrolmentOf = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });
const heldIn = async (year: number) => (await db.trainingYear.findUniqueOrThrow({ where: { year } })).held;

/** A full cohort with people waiting in order. */
async function fullCohort(waiting: number) {
  const cohort = await make.cohort({ seats: 1 });
  const { id: placed } = await make.enrolment(cohort.id);
  const queue = [];
  for (let i = 0; i < waiting; i++) queue.push((await make.enrolment(cohort.id, { state: "WAITLISTED" })).id);
  return { ...cohort, placed, queue };
}

test("R26: withdrawn the day before the start is not counted, never come is not counted, left on day five is counted", async () => {
  const { id: cohortId, year } = await make.cohort({ startsOn: day("2012-08-06") });
  const [early, absent, left] = [
    await make.enrolment(cohortId),
    await make.enrolment(cohortId),
    await make.enrolment(cohortId),
  ];

  await cancelEnrolment(staff(day("2012-08-05")), leaving(early.id));
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  await startCohort(staff(day("2012-08-06")), { cohortId, version });
  await markNoShow(staff(day("2012-08-09")), leaving(absent.id, 2));
  await dropOut(staff(day("2012-08-10")), leaving(left.id, 2));

  expect(await heldIn(year)).toBe(1);
  expect(await enrolmentOf(left.id)).toMatchObject({ state: "DROPPED", endedOn: new Date("2012-08-10") });
});

test("I5: a cancelled place goes to the first who waits, once, with an entry of its own", async () => {
  const { placed, queue, id } = await fullCohort(2);

  const { promoted } = await cancelEnrolment(staff(), leaving(placed));

  expect(promoted).toEqual([queue[0]]);
  expect(await enrolmentOf(queue[0] as string)).toMatchObject({ state: "CONFIRMED" });
  expect(await enrolmentOf(queue[1] as string)).toMatchObject({ state: "WAITLISTED" });
  expect(await db.auditEntry.count({ where: { subjectId: queue[0] as string, verb: "enrolment.promote" } })).toBe(1);
  expect(await db.cohort.findUnique({ where: { id } })).toMatchObject({ confirmed: 1 });
});

test("I5: whom a rule stops is passed over with the reason, and gets his place when the rule lets him", async () => {
  const { id: cohortId } = await make.cohort({ seats: 1 });
  const other = await make.cohort();
  await make.lesson({ cohorts: [cohortId], classroomNumber: 10 });
  await make.lesson({ cohorts: [other.id], classroomNumber: 9 });
  const { id: placed } = await make.enrolment(cohortId);
  const stopped = await make.enrolment(cohortId, { state: "WAITLISTED" });
  const next = await make.enrolment(cohortId, { state: "WAITLISTED" });
  const { id: inTheWay } = await make.enrolment(other.id, { traineeId: stopped.traineeId });

  await cancelEnrolment(staff(), leaving(placed));
  expect(await enrolmentOf(stopped.id)).toMatchObject({ state: "WAITLISTED", waitStopped: "TRAINEE_CLASH" });
  expect(await enrolmentOf(next.id)).toMatchObject({ state: "CONFIRMED" });
  expect(await sql("app", "SELECT * FROM checks.waiting_with_free_seat")).toEqual([]);

  await cancelEnrolment(staff(), leaving(inTheWay));
  await cancelEnrolment(staff(), leaving(next.id, 2));
  expect(await enrolmentOf(stopped.id)).toMatchObject({ state: "CONFIRMED", waitStopped: null });
});

test("I5, R34: once the cohort has started a freed place needs an approval, for which the first who waits is asked", async () => {
  const { id: cohortId, placed, queue } = await fullCohort(1);
  await sql("owner", "ALTER TABLE cohorts DISABLE TRIGGER change_is_noted");
  await sql("owner", "UPDATE cohorts SET state = 'IN_PROGRESS' WHERE id = $1", [cohortId]);
  await sql("owner", "ALTER TABLE cohorts ENABLE TRIGGER change_is_noted");

  expect(await markNoShow(staff(start), leaving(placed))).toMatchObject({ promoted: [] });
  expect(await enrolmentOf(queue[0] as string)).toMatchObject({
    state: "WAITLISTED",
    waitStopped: "APPROVAL_NEEDED",
  });
});

test("I5, I6: more seats go to those who wait, fewer than are held are refused, and the creator does not raise", async () => {
  const { id: cohortId, placed, queue } = await fullCohort(3);
  const { version, createdById } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });

  await expect(changeSeats({ ...staff(), id: createdById }, { cohortId, seats: 3, version })).rejects.toMatchObject({
    refusal: "SAME_PERSON",
  });
  expect(await changeSeats(staff(), { cohortId, seats: 3, version })).toEqual({ promoted: queue.slice(0, 2) });
  await expect(changeSeats(staff(), { cohortId, seats: 2, version: version + 1 })).rejects.toMatchObject({
    refusal: "CAPACITY_BELOW_HELD",
    figures: { held: 3, wanted: 2 },
  });
  await expect(changeSeats(staff(), { cohortId, seats: 9, version })).rejects.toMatchObject({ refusal: "STALE" });
  expect(await enrolmentOf(placed)).toMatchObject({ state: "CONFIRMED" });
});

test("I15: in training nobody is cancelled, before it nobody drops out, and twice is once", async () => {
  const { id: cohortId } = await make.cohort({ state: "IN_PROGRESS" });
  const inTraining = await make.enrolment(cohortId, { state: "IN_TRAINING" });
  const { id: early } = await make.enrolment((await make.cohort()).id);

  await expect(cancelEnrolment(staff(), leaving(inTraining.id))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await expect(dropOut(staff(), leaving(early))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await expect(markNoShow(staff(day("2018-08-05")), leaving(early))).rejects.toMatchObject({
    figures: { case: "NOT_BEGUN", startsOn: "2018-08-06" },
  });
  const twice = await Promise.allSettled([1, 2].map(() => cancelEnrolment(staff(), leaving(early))));
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("R29: a rejected application keeps its reason and takes no place", async () => {
  const { id } = await make.application((await make.cohort()).id);

  await rejectApplication(staff(), leaving(id));

  expect(await enrolmentOf(id)).toMatchObject({ state: "REJECTED", stateReason: "外出务工" });
});

test("R25: a cohort starts on its first day and not before, and everybody with a place is in training with an entry", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: start });
  const [one, two] = [await make.enrolment(cohortId), await make.enrolment(cohortId)];
  const applied = await make.application(cohortId);
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });

  await expect(startCohort(staff(day("2018-08-05")), { cohortId, version })).rejects.toMatchObject({
    figures: { case: "NOT_BEGUN" },
  });
  expect(await startCohort(staff(start), { cohortId, version })).toEqual({ started: 2 });

  const states = await Promise.all([one, two, applied].map(async ({ id }) => (await enrolmentOf(id)).state));
  expect(states).toEqual(["IN_TRAINING", "IN_TRAINING", "APPLIED"]);
  expect(await db.auditEntry.count({ where: { subjectId: { in: [one.id, two.id] }, verb: "enrolment.start" } })).toBe(
    2,
  );
});

test("R22, R26: a cancelled cohort gives back its places, its year and its classrooms, but not the joint lesson of another", async () => {
  const [gone, other] = [
    await make.cohort({ startsOn: day("2013-08-05") }),
    await make.cohort({ startsOn: day("2013-08-05") }),
  ];
  const own = await make.lesson({ cohorts: [gone.id], day: day("2013-08-06"), classroomNumber: 3 });
  const joint = await make.lesson({ cohorts: [gone.id, other.id], day: day("2013-08-07"), classroomNumber: 1 });
  const [placed, waiting] = [await make.enrolment(gone.id), await make.application(gone.id)];
  const { version } = await db.cohort.findUniqueOrThrow({ where: { id: gone.id } });

  expect(await cancelCohort(staff(), { cohortId: gone.id, version, reason: "报名人数不足" })).toEqual({
    cancelled: 2,
    freed: true,
  });

  expect(await db.trainingYear.findUnique({ where: { year: 2013 } })).toMatchObject({ held: 0, planned: 14 });
  expect([(await enrolmentOf(placed.id)).state, (await enrolmentOf(waiting.id)).state]).toEqual([
    "CANCELLED",
    "CANCELLED",
  ]);
  expect(await db.lesson.findUnique({ where: { id: own.id } })).toMatchObject({ cancelledAt: expect.any(Date) });
  expect(await db.lesson.findUnique({ where: { id: joint.id } })).toMatchObject({ cancelledAt: null });
});

test.each([
  ["approved", { state: "APPROVED" }, true],
  ["a draft", { state: "DRAFT" }, false],
  ["returned", { state: "RETURNED" }, false],
  ["approved and off the base", { state: "APPROVED", atBase: false, place: "扎格村活动室" }, false],
] as const)("R22, R27: a cancelled cohort that was %s frees planned 人次 or not", async (_, change, freed) => {
  const { id: cohortId } = await make.cohort(change);

  expect(await cancelCohort(staff(), { cohortId, version: 1, reason: "报名人数不足" })).toMatchObject({ freed });
});
