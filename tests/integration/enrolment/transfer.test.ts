import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { confirmLate } from "@/lib/enrolment/commands/confirm";
import { cancelEnrolment } from "@/lib/enrolment/commands/leave";
import { approveTransfer, declineTransfer, transfer } from "@/lib/enrolment/commands/transfer";
import { type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const staff = (today: Day = day("2018-08-01")) => make.actor("BASE_STAFF", today);
const reason = "改学中式烹调";
const approversOf = async (enrolmentId: string) =>
  (await db.enrolmentApproval.findMany({ where: { enrolmentId } })).map(({ approvedById }) => approvedById);
const enrolmentOf = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });
const heldIn = async (year: number) => (await db.trainingYear.findUnique({ where: { year } }))?.held ?? 0;

async function twoCohorts(from: Parameters<typeof make.cohort>[0] = {}, to: Parameters<typeof make.cohort>[0] = {}) {
  const [source, target] = [await make.cohort(from), await make.cohort({ startsOn: day("2018-10-08"), ...to })];
  return { source, target };
}

test("R28: within the first two training days the enrolment itself moves and stays one 人次", async () => {
  const { source, target } = await twoCohorts(
    { state: "IN_PROGRESS", startsOn: day("2010-03-01") },
    { startsOn: day("2010-05-10") },
  );
  const { id, traineeId } = await make.enrolment(source.id, { state: "IN_TRAINING" });

  const moved = await transfer(staff(day("2010-03-02")), {
    enrolmentId: id,
    toCohortId: target.id,
    reason,
    version: 1,
  });

  expect(moved).toMatchObject({ outcome: "MOVED", cohortId: target.id });
  expect(await enrolmentOf(id)).toMatchObject({ cohortId: target.id, traineeId });
  expect(await heldIn(2010)).toBe(1);
  expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
});

test("R26, R28: who moves from a started cohort into one that has not begun waits for its start, and may cancel before it", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" });
  const { id } = await make.enrolment(source.id, { state: "IN_TRAINING" });
  const onTheFirstDay = staff(day("2018-08-06"));

  await transfer(onTheFirstDay, { enrolmentId: id, toCohortId: target.id, reason, version: 1 });

  expect(await enrolmentOf(id)).toMatchObject({ cohortId: target.id, state: "CONFIRMED" });
  await cancelEnrolment(onTheFirstDay, { enrolmentId: id, reason: "不来了", version: 2 });
  expect(await enrolmentOf(id)).toMatchObject({ state: "CANCELLED" });
  expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
});

test("I15: past the portal nobody goes back from training to a place, except into a cohort that has not begun", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" });
  const begun = await make.cohort({ state: "IN_PROGRESS" });
  const { id } = await make.enrolment(source.id, { state: "IN_TRAINING" });
  const write = (change: string) => sql("app", `UPDATE enrolments SET ${change} WHERE id = '${id}'`);

  await expect(write("state = 'CONFIRMED'")).rejects.toThrow("WRONG_STATE");
  await expect(write(`state = 'CONFIRMED', cohort_id = '${begun.id}'`)).rejects.toThrow("WRONG_STATE");
  await expect(write(`cohort_id = '${target.id}'`)).rejects.toThrow("WRONG_STATE");
  await expect(write(`state = 'CONFIRMED', cohort_id = '${target.id}'`)).rejects.toThrow("AUDIT_MISSING");
});

test("R25, R28: over New Year the 人次 moves to the year of the new cohort", async () => {
  const { source, target } = await twoCohorts({ startsOn: day("2008-12-22") }, { startsOn: day("2009-01-05") });
  const { id } = await make.enrolment(source.id);

  await transfer(staff(day("2008-12-01")), { enrolmentId: id, toCohortId: target.id, reason, version: 1 });

  expect([await heldIn(2008), await heldIn(2009)]).toEqual([0, 1]);
});

test("R28, I5: the place that becomes free goes to the first who waits", async () => {
  const { source, target } = await twoCohorts({ seats: 1 });
  const { id } = await make.enrolment(source.id);
  const waiting = await make.enrolment(source.id, { state: "WAITLISTED" });

  const { promoted } = await transfer(staff(), { enrolmentId: id, toCohortId: target.id, reason, version: 1 });

  expect(promoted).toEqual([waiting.id]);
  expect(await enrolmentOf(waiting.id)).toMatchObject({ state: "CONFIRMED" });
});

test("R28, I16: later it is asked for, and approved by somebody else in a role that may", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" });
  const { id } = await make.enrolment(source.id, { state: "IN_TRAINING" });
  const [asker, director] = [
    make.actor("BASE_DIRECTOR", day("2018-08-08")),
    make.actor("BASE_DIRECTOR", day("2018-08-09")),
  ];

  expect(await transfer(asker, { enrolmentId: id, toCohortId: target.id, reason, version: 1 })).toMatchObject({
    outcome: "REQUESTED",
  });
  expect(await enrolmentOf(id)).toMatchObject({ cohortId: source.id, transferToId: target.id });
  const decision = { enrolmentId: id, reason: "同意", version: 2 };
  await expect(approveTransfer(asker, decision)).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await expect(approveTransfer(staff(), decision)).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await approveTransfer(director, decision);

  expect(await enrolmentOf(id)).toMatchObject({
    cohortId: target.id,
    transferToId: null,
    transferApprovedById: director.id,
  });
  expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
});

test("R28: a request that is not followed leaves the trainee where he is", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" });
  const { id } = await make.enrolment(source.id, { state: "IN_TRAINING" });
  await transfer(staff(day("2018-08-08")), { enrolmentId: id, toCohortId: target.id, reason, version: 1 });

  await declineTransfer(make.actor("BASE_DIRECTOR"), { enrolmentId: id, reason: "下一期再报", version: 2 });

  expect(await enrolmentOf(id)).toMatchObject({ cohortId: source.id, transferToId: null, state: "IN_TRAINING" });
});

test("R20, R29, R31: the rules of the new cohort hold for whoever moves there", async () => {
  const { source, target } = await twoCohorts({}, { seats: 1 });
  const other = await make.cohort();
  await make.lesson({ cohorts: [source.id], classroomNumber: 10 });
  await make.lesson({ cohorts: [other.id], classroomNumber: 9 });
  const { id, traineeId } = await make.enrolment(source.id);
  await make.enrolment(target.id);
  const move = (toCohortId: string) => transfer(staff(), { enrolmentId: id, toCohortId, reason, version: 1 });

  await expect(move(target.id)).rejects.toMatchObject({ refusal: "COHORT_FULL", field: "toCohortId" });
  await expect(move(source.id)).rejects.toMatchObject({ refusal: "ALREADY_ENROLLED" });
  await make.application(other.id, { traineeId });
  await expect(move(other.id)).rejects.toMatchObject({ refusal: "ALREADY_ENROLLED" });
});

test("R31: the own lessons of the cohort that is left are no clash", async () => {
  const { source, target } = await twoCohorts({}, { startsOn: day("2018-08-06") });
  await make.lesson({ cohorts: [source.id], classroomNumber: 5 });
  const lesson = await make.lesson({ cohorts: [target.id], classroomNumber: 6 });
  const { id } = await make.enrolment(source.id);

  await transfer(staff(), { enrolmentId: id, toCohortId: target.id, reason, version: 1 });

  expect(await db.traineeLesson.findMany({ where: { enrolmentId: id }, select: { lessonId: true } })).toEqual([
    { lessonId: lesson.id },
  ]);
});

test("I7: two people who change places over two cohorts at once do not block each other", async () => {
  const { source, target } = await twoCohorts();
  const people = [];
  for (let i = 0; i < 6; i++)
    people.push({ ...(await make.enrolment(i % 2 ? source.id : target.id)), to: i % 2 ? target.id : source.id });

  const answers = await Promise.allSettled(
    people.map(({ id, to }) => transfer(staff(), { enrolmentId: id, toCohortId: to, reason, version: 1 })),
  );

  expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
});

test("R28, R34, I16: who approved the late place may ask for the late transfer, which somebody else approves", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" });
  const { id } = await make.application(source.id, { approvalNeeded: ["LATE"] });
  const [director, other] = [make.actor("BASE_DIRECTOR", day("2018-08-07")), make.actor("BASE_DIRECTOR")];
  await confirmLate(director, { enrolmentId: id, place: "CONFIRMED", reason: "路上耽搁", version: 1, needs: ["LATE"] });

  const later = { ...director, today: day("2018-08-09") };
  await transfer(later, { enrolmentId: id, toCohortId: target.id, reason, version: 2 });
  const decision = { enrolmentId: id, reason: "同意", version: 3 };
  await expect(approveTransfer(later, decision)).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await approveTransfer(other, decision);

  expect(await enrolmentOf(id)).toMatchObject({ transferApprovedById: other.id });
  expect(await approversOf(id)).toEqual([director.id]);
  expect(await sql("app", "SELECT * FROM checks.creator_is_approver")).toEqual([]);
});

test("R28, I16: who approved one transfer may ask for the next, and the old approval does not count for it", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" }, { state: "IN_PROGRESS" });
  const next = await make.cohort({ startsOn: day("2018-11-05") });
  const { id } = await make.enrolment(source.id, { state: "IN_TRAINING" });
  const director = make.actor("BASE_DIRECTOR", day("2018-08-08"));
  await transfer(staff(day("2018-08-08")), { enrolmentId: id, toCohortId: target.id, reason, version: 1 });
  await approveTransfer(director, { enrolmentId: id, reason: "同意", version: 2 });

  const later = { ...director, today: day("2018-10-10") };
  await transfer(later, { enrolmentId: id, toCohortId: next.id, reason, version: 3 });

  expect(await enrolmentOf(id)).toMatchObject({ transferRequestedById: director.id, transferApprovedById: null });
  await expect(approveTransfer(later, { enrolmentId: id, reason: "同意", version: 4 })).rejects.toMatchObject({
    refusal: "SAME_PERSON",
  });
});

test("I16: past the portal nobody approves the transfer he asked for either", async () => {
  const { source, target } = await twoCohorts({ state: "IN_PROGRESS" }, { state: "IN_PROGRESS" });
  const { id } = await make.enrolment(source.id, { state: "IN_TRAINING" });
  const [asker, director] = [make.actor("BASE_DIRECTOR", day("2018-08-08")), make.actor("BASE_DIRECTOR")];
  await transfer(asker, { enrolmentId: id, toCohortId: target.id, reason, version: 1 });
  const write = (change: string) => sql("app", `UPDATE enrolments SET ${change} WHERE id = '${id}'`);

  const own = `cohort_id = transfer_to_id, transfer_to_id = NULL, transfer_approved_by_id = '${asker.id}'`;
  await expect(write(own)).rejects.toThrow("SAME_PERSON");
  await expect(write(`${own}, transfer_requested_by_id = NULL`)).rejects.toThrow("WRONG_STATE");
  await expect(write(`${own}, transfer_requested_by_id = '${director.id}'`)).rejects.toThrow("WRONG_STATE");
  await expect(write(`transfer_approved_by_id = '${director.id}'`)).rejects.toThrow("WRONG_STATE");
  await expect(write("cohort_id = transfer_to_id, transfer_approved_by_id = created_by_id")).rejects.toThrow(
    "SAME_PERSON",
  );

  await approveTransfer(director, { enrolmentId: id, reason: "同意", version: 2 });
  await expect(write("transfer_requested_by_id = transfer_approved_by_id")).rejects.toThrow("WRONG_STATE");
});

test("R7, I16: whoever approves the transfer of a person past the working age has approved the place", async () => {
  const { source, target } = await twoCohorts();
  const { id: traineeId } = await make.trainee({ idNumber: make.idNumber(day("1963-09-01")) });
  const { id } = await make.enrolment(source.id, { traineeId });
  const director = make.actor("BASE_DIRECTOR");
  await transfer(staff(), { enrolmentId: id, toCohortId: target.id, reason, version: 1 });

  await approveTransfer(director, { enrolmentId: id, reason: "同意", version: 2 });

  const approver = director.id;
  expect(await enrolmentOf(id)).toMatchObject({
    transferApprovedById: approver,
    subsidised: false,
  });
  expect(await approversOf(id)).toEqual([approver]);
});
