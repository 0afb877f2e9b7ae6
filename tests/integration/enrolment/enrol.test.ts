import { expect, test } from "vitest";
import { createCourse } from "@/lib/course/commands/edit";
import { createCourseInput } from "@/lib/course/schema";
import { db } from "@/lib/database/db";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { enrolSeveral } from "@/lib/enrolment/commands/enrol-several";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const staff = (today = "2018-06-01") => make.actor("BASE_STAFF", day(today));
const stateOf = (id: string) =>
  db.enrolment.findUniqueOrThrow({ where: { id }, select: { state: true, approvalNeeded: true, subsidised: true } });

test("R21: a known trainee gets a free place of an approved cohort at once, and it is taken off cohort and year", async () => {
  const cohort = await make.cohort({ seats: 2 });
  const { id: traineeId } = await make.trainee();
  const before = await db.trainingYear.findUniqueOrThrow({ where: { year: cohort.year } });

  const { enrolmentId, state } = await enrol(staff(), { cohortId: cohort.id, traineeId, place: "CONFIRMED" });

  expect(state).toBe("CONFIRMED");
  expect(await db.cohort.findUnique({ where: { id: cohort.id } })).toMatchObject({ confirmed: 1 });
  expect(await db.trainingYear.findUnique({ where: { year: cohort.year } })).toMatchObject({ held: before.held + 1 });
  expect(await db.auditEntry.count({ where: { subjectId: enrolmentId, verb: "enrolment.create" } })).toBe(1);
});

test("R29: a full cohort refuses whoever asked for a place, and lists whoever chose to wait", async () => {
  const cohort = await make.cohort({ seats: 1 });
  await make.enrolment(cohort.id);
  const { id: traineeId } = await make.trainee();

  const refused = enrol(staff(), { cohortId: cohort.id, traineeId, place: "CONFIRMED" });
  await expect(refused).rejects.toMatchObject({
    refusal: "COHORT_FULL",
    field: "cohortId",
    figures: { seats: 1, number: cohort.number },
  });
  const { enrolmentId } = await enrol(staff(), { cohortId: cohort.id, traineeId, place: "WAITLISTED" });

  expect(await stateOf(enrolmentId)).toMatchObject({ state: "WAITLISTED" });
  expect(await db.cohort.findUnique({ where: { id: cohort.id } })).toMatchObject({ confirmed: 1 });
});

test("I5: whoever asks to wait while a place is free gets the place", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: traineeId } = await make.trainee();

  expect(await enrol(staff(), { cohortId, traineeId, place: "WAITLISTED" })).toMatchObject({ state: "CONFIRMED" });
});

test("R20: the same trainee is refused a second enrolment in a cohort, and may come back after cancelling", async () => {
  const { id: cohortId } = await make.cohort();
  const { traineeId } = await make.enrolment(cohortId);
  const { traineeId: gone } = await make.enrolment(cohortId, { state: "CANCELLED" });

  await expect(enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    refusal: "ALREADY_ENROLLED",
  });
  expect(await enrol(staff(), { cohortId, traineeId: gone, place: "CONFIRMED" })).toMatchObject({ state: "CONFIRMED" });
});

test.each(["DRAFT", "SUBMITTED", "RETURNED"] as const)(
  "R22: until approval people apply, here in state %s",
  async (state) => {
    const { id: cohortId } = await make.cohort({ state });
    const { id: traineeId } = await make.trainee();

    expect(await enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" })).toMatchObject({ state: "APPLIED" });
    expect(await db.cohort.findUnique({ where: { id: cohortId } })).toMatchObject({ confirmed: 0 });
  },
);

test.each(["EXAM", "CLOSED", "CANCELLED", "REJECTED"] as const)(
  "R34: a cohort in state %s takes nobody",
  async (state) => {
    const { id: cohortId } = await make.cohort({ state });
    const { id: traineeId } = await make.trainee();

    await expect(enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
      refusal: "COHORT_NOT_OPEN",
    });
  },
);

test("R6: born 2002-08-20 is allowed on 2018-08-20 and refused on 2018-08-19", async () => {
  const guardian = { guardianName: "泽仁央金", guardianPhoneSealed: "1.x" };
  const young = () => make.trainee({ idNumber: make.idNumber(day("2002-08-20")), ...guardian });
  const open = await make.cohort({ startsOn: day("2018-08-20") });
  const early = await make.cohort({ startsOn: day("2018-08-19") });
  const { id: traineeId } = await young();

  await expect(enrol(staff(), { cohortId: early.id, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    refusal: "UNDER_AGE",
    figures: { least: 16 },
  });
  expect(await enrol(staff(), { cohortId: open.id, traineeId, place: "CONFIRMED" })).toMatchObject({
    state: "CONFIRMED",
  });
});

test("R8: somebody of seventeen needs a guardian with name and telephone", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: traineeId } = await make.trainee({
    idNumber: make.idNumber(day("2001-03-03")),
    guardianName: "泽仁央金",
  });

  await expect(enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "GUARDIAN_MISSING" },
  });
});

test("R7: beyond working age an enrolment is not subsidised and waits for approval", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2018-08-06") });
  const { id: older } = await make.trainee({ idNumber: make.idNumber(day("1963-08-05")) });
  const { id: justInAge } = await make.trainee({ idNumber: make.idNumber(day("1963-08-06"), "FEMALE") });

  const late = await enrol(staff(), { cohortId, traineeId: older, place: "CONFIRMED" });
  const inAge = await enrol(staff(), { cohortId, traineeId: justInAge, place: "CONFIRMED" });

  expect(await stateOf(late.enrolmentId)).toEqual({
    state: "APPLIED",
    approvalNeeded: ["OVER_AGE"],
    subsidised: false,
  });
  expect(await stateOf(inAge.enrolmentId)).toEqual({ state: "CONFIRMED", approvalNeeded: [], subsidised: true });
});

test("R10: who is insured with the institutions' pension trains without subsidy", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: traineeId } = await make.trainee({ pensionInsured: true });

  const { enrolmentId } = await enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" });

  expect(await stateOf(enrolmentId)).toMatchObject({ state: "CONFIRMED", subsidised: false });
});

test("R96: nobody is enrolled without the recorded notice", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: traineeId } = await make.trainee({ noticeWay: "" });

  await expect(enrol(staff(), { cohortId, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    figures: { case: "NOTICE_MISSING" },
  });
});

test("R31: lessons at the same time are refused by name, dates that only overlap are allowed", async () => {
  const [first, second, third] = [await make.cohort(), await make.cohort(), await make.cohort()];
  await make.lesson({ cohorts: [first.id], classroomNumber: 10 });
  await make.lesson({ cohorts: [second.id], classroomNumber: 9, startsAt: "11:59", endsAt: "14:00" });
  await make.lesson({ cohorts: [third.id], classroomNumber: 8, startsAt: "12:00", endsAt: "14:00" });
  const { traineeId } = await make.enrolment(first.id);

  const clash = {
    refusal: "TRAINEE_CLASH",
    figures: { number: first.number, day: "2018-08-07", startsAt: "09:00", endsAt: "12:00" },
  };
  await expect(enrol(staff(), { cohortId: second.id, traineeId, place: "CONFIRMED" })).rejects.toMatchObject(clash);
  const { enrolmentId } = await enrol(staff(), { cohortId: third.id, traineeId, place: "CONFIRMED" });

  const [entry] = await sql("app", "SELECT after FROM audit_entries WHERE subject_id = $1", [enrolmentId]);
  expect(entry?.after).toMatchObject({ warnings: ["SUBSIDY_COUNT", "OVERLAP"] });
});

test("R32: the fourth subsidised skill course of a year is refused, without subsidy it is allowed, and next year counts anew", async () => {
  const { id: traineeId } = await make.trainee();
  for (const startsOn of ["2018-01-08", "2018-03-05", "2018-05-07"]) {
    await make.enrolment((await make.cohort({ startsOn: day(startsOn), endsOn: day(startsOn) })).id, { traineeId });
  }
  const fourth = await make.cohort({ startsOn: day("2018-12-28"), endsOn: day("2019-01-20") });
  const nextYear = await make.cohort({ startsOn: day("2019-02-11") });

  const used = { refusal: "INPUT_WRONG", figures: { case: "SUBSIDY_USED", count: 3, most: 3, year: 2018 } };
  await expect(enrol(staff(), { cohortId: fourth.id, traineeId, place: "CONFIRMED" })).rejects.toMatchObject(used);
  const { enrolmentId } = await enrol(staff(), {
    cohortId: fourth.id,
    traineeId,
    place: "CONFIRMED",
    unsubsidised: true,
  });

  expect(await stateOf(enrolmentId)).toMatchObject({ state: "CONFIRMED", subsidised: false });
  expect(await enrol(staff(), { cohortId: nextYear.id, traineeId, place: "CONFIRMED" })).toMatchObject({
    state: "CONFIRMED",
  });
});

test("R32: one course of entrepreneurship a year, counted apart from skills", async () => {
  const founding = () => make.course({ type: "ENTREPRENEURSHIP", occupation: make.idNumber() });
  const { id: traineeId } = await make.trainee();
  await make.enrolment(
    (await make.cohort({ courseId: (await founding()).id, startsOn: day("2018-02-05"), endsOn: day("2018-02-09") })).id,
    { traineeId },
  );
  const second = await make.cohort({ courseId: (await founding()).id });
  const skill = await make.cohort({ startsOn: day("2018-10-08") });

  await expect(enrol(staff(), { cohortId: second.id, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    figures: { case: "SUBSIDY_USED", most: 1 },
  });
  expect(await enrol(staff(), { cohortId: skill.id, traineeId, place: "CONFIRMED" })).toMatchObject({
    state: "CONFIRMED",
  });
});

test("R33: a completed occupation and level is not subsidised again, a higher level is", async () => {
  const beauty = { occupationCode: "4-10-03-01", level: "5" };
  const earlier = await make.cohort({
    courseId: (await make.course(beauty)).id,
    startsOn: day("2017-05-08"),
    endsOn: day("2017-06-08"),
  });
  const { traineeId } = await make.enrolment(earlier.id, { state: "COMPLETED" });
  const again = await make.cohort({ courseId: (await make.course(beauty)).id });
  const higher = await make.cohort({
    courseId: (await make.course({ ...beauty, level: "4" })).id,
    startsOn: day("2018-10-08"),
  });

  await expect(enrol(staff(), { cohortId: again.id, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    figures: { case: "SUBSIDY_REPEATED" },
  });
  expect(await enrol(staff(), { cohortId: higher.id, traineeId, place: "CONFIRMED" })).toMatchObject({
    state: "CONFIRMED",
  });
});

test("R33: a combined course that covered the occupation and level is seen, whichever kind it is", async () => {
  const cook = { name: "x", theoryPeriods: "80", practicePeriods: "120", minPeriods: "0", level: "五级" };
  const code = crypto.randomUUID().slice(0, 8);
  const combined = createCourseInput.parse({
    ...cook,
    code: `C${code}`,
    type: "ENTREPRENEURSHIP",
    occupationCode: "SYB",
    covered: `中式烹调师 ${code.replaceAll(/\D/g, "1")} 五级`,
  });
  const single = createCourseInput.parse({
    ...cook,
    code: `S${code}`,
    type: "SKILL",
    occupationCode: code.replaceAll(/\D/g, "1"),
  });
  const [first, again] = [await createCourse(staff(), combined), await createCourse(staff(), single)];
  const earlier = await make.cohort({ courseId: first.id, startsOn: day("2017-05-08"), endsOn: day("2017-06-08") });
  const { traineeId } = await make.enrolment(earlier.id, { state: "COMPLETED" });
  const offered = await make.cohort({ courseId: again.id });

  await expect(enrol(staff(), { cohortId: offered.id, traineeId, place: "CONFIRMED" })).rejects.toMatchObject({
    figures: { case: "SUBSIDY_REPEATED" },
  });
});

test("R34: on the first two training days an application with approval, afterwards too late", async () => {
  const cohort = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2018-08-06") });
  await make.lesson({ cohorts: [cohort.id], day: day("2018-08-06") });
  await make.lesson({ cohorts: [cohort.id], day: day("2018-08-08") });
  const [one, two] = [await make.trainee(), await make.trainee()];

  const { enrolmentId } = await enrol(staff("2018-08-08"), {
    cohortId: cohort.id,
    traineeId: one.id,
    place: "CONFIRMED",
  });

  expect(await stateOf(enrolmentId)).toMatchObject({ state: "APPLIED", approvalNeeded: ["LATE"] });
  const tooLate = enrol(staff("2018-08-09"), { cohortId: cohort.id, traineeId: two.id, place: "CONFIRMED" });
  await expect(tooLate).rejects.toMatchObject({ refusal: "TOO_LATE", figures: { days: 2 } });
});

test("R21, R27: the same person in two cohorts is two 人次 and one 人; off the base nothing is counted", async () => {
  const { id: traineeId } = await make.trainee();
  const [first, second] = [
    await make.cohort({ startsOn: day("2016-03-07") }),
    await make.cohort({ startsOn: day("2016-09-05") }),
  ];
  const outside = await make.cohort({ startsOn: day("2016-11-07"), atBase: false, place: "扎格村" });

  for (const { id: cohortId } of [first, second, outside])
    await enrol(staff("2016-01-04"), { cohortId, traineeId, place: "CONFIRMED" });

  expect(await db.trainingYear.findUnique({ where: { year: 2016 } })).toMatchObject({ held: 2 });
});

test("R25: a cohort over New Year counts wholly in the year it begins", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2014-12-28"), endsOn: day("2015-01-20") });
  for (let i = 0; i < 3; i++)
    await enrol(staff("2014-12-01"), { cohortId, traineeId: (await make.trainee()).id, place: "CONFIRMED" });

  expect(await db.trainingYear.findUnique({ where: { year: 2014 } })).toMatchObject({ held: 3 });
  expect(await db.trainingYear.findUnique({ where: { year: 2015 } })).toBeNull();
});

test("U05: several at once have a result each: enrolled while there is room, then as chosen, and refused where a rule says so", async () => {
  const cohort = await make.cohort({ seats: 2 });
  const people = [];
  for (let i = 0; i < 3; i++) people.push((await make.trainee()).id);
  const { id: child } = await make.trainee({ idNumber: make.idNumber(day("2005-01-01")) });

  const results = await enrolSeveral(staff(), {
    cohortId: cohort.id,
    traineeIds: [people[0] as string, child, ...people.slice(1)],
    place: "WAITLISTED",
  });
  const again = await enrolSeveral(staff(), {
    cohortId: cohort.id,
    traineeIds: people.slice(0, 1),
    place: "CONFIRMED",
  });

  expect(results.map((one) => ("state" in one ? one.state : one.refusal))).toEqual([
    "CONFIRMED",
    "UNDER_AGE",
    "CONFIRMED",
    "WAITLISTED",
  ]);
  expect(again).toMatchObject([{ id: people[0], refusal: "ALREADY_ENROLLED" }]);
  expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
});
