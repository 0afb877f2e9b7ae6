import { expect, test } from "vitest";
import { approveCohort } from "@/lib/cohort/commands/decide";
import { draftCohort } from "@/lib/cohort/commands/plan";
import type { EditCohort } from "@/lib/cohort/schema";
import { db } from "@/lib/database/db";
import { changeSeats } from "@/lib/enrolment/commands/cohort";
import { editCohort } from "@/lib/enrolment/commands/edit-cohort";
import { type Day, dateFromDay, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const approval = { documentNo: "得人社〔2018〕31号", opinion: undefined };
const rows = (id: string) =>
  db.cohort.findUniqueOrThrow({
    where: { id },
    select: { version: true, seats: true, state: true, confirmed: true, startsOn: true },
  });
const yearOf = (year: number) => db.trainingYear.findUnique({ where: { year }, select: { held: true, planned: true } });
const drift = () => sql("owner", "SELECT * FROM checks.counter_drift");

/** A year of its own for every test, so that counters start from nothing. */
let last = 2030;
const freshYear = () => {
  last += 3;
  return last;
};

async function capacity(year: number, places: number) {
  await sql(
    "owner",
    "INSERT INTO training_years (year, capacity) VALUES ($1, $2) ON CONFLICT (year) DO UPDATE SET capacity = $2",
    [year, places],
  );
}

async function approve(id: string) {
  return approveCohort(make.actor("COUNTY_REVIEWER"), { cohortId: id, version: (await rows(id)).version, ...approval });
}

/** Moves a cohort to other days, as the edit form sends it. */
async function moveTo(id: string, startsOn: Day, endsOn: Day, more: Partial<EditCohort> = {}) {
  const { version } = await rows(id);
  const unchanged = { title: "美容师 五级", ...make.papers, place: undefined };
  return editCohort(make.actor(), { cohortId: id, version, ...unchanged, startsOn, endsOn, ...more });
}

test("R22: 2,000 places are approved, the 2,001st is refused with what can be done", async () => {
  const year = freshYear();
  for (let cohort = 0; cohort < 40; cohort++) await make.cohort({ seats: 50, startsOn: day(`${year}-03-01`) });
  expect(await yearOf(year)).toEqual({ held: 0, planned: 2_000 });

  const { id } = await make.cohort({ state: "SUBMITTED", classroom: 1, seats: 1, startsOn: day(`${year}-05-01`) });

  await expect(approve(id)).rejects.toMatchObject({
    refusal: "YEAR_FULL",
    figures: { case: "PLAN", year, capacity: 2_000, left: 0, wanted: 1, nextYear: year + 1 },
  });
  expect(await rows(id)).toMatchObject({ state: "SUBMITTED" });
  expect(await yearOf(year)).toEqual({ held: 0, planned: 2_000 });
});

test("R22: exactly the last places of the year may be approved", async () => {
  const year = freshYear();
  await capacity(year, 64);
  await make.cohort({ seats: 50, startsOn: day(`${year}-03-01`) });
  const { id } = await make.cohort({ state: "SUBMITTED", classroom: 1, seats: 14, startsOn: day(`${year}-05-01`) });

  await approve(id);

  expect(await yearOf(year)).toEqual({ held: 0, planned: 64 });
});

test("R22: two approvals at once for the last places: one stands", async () => {
  const year = freshYear();
  await capacity(year, 20);
  const waiting = await Promise.all(
    [1, 2].map((classroom) =>
      make.cohort({ state: "SUBMITTED", classroom, seats: 14, startsOn: day(`${year}-05-01`) }),
    ),
  );

  const answers = await Promise.allSettled(waiting.map(({ id }) => approve(id)));

  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await yearOf(year)).toEqual({ held: 0, planned: 14 });
});

test("R25: a cohort over New Year counts wholly in its start year", async () => {
  const year = freshYear();
  const { id } = await make.cohort({ startsOn: day(`${year}-12-28`), endsOn: day(`${year + 1}-01-20`) });
  await make.enrolment(id);

  expect(await yearOf(year)).toEqual({ held: 1, planned: 14 });
  expect(await yearOf(year + 1)).toBeNull();
});

test("R25, I7: moving the start over New Year takes every place along, and back again", async () => {
  const year = freshYear();
  const { id } = await make.cohort({ startsOn: day(`${year}-12-20`) });
  for (const _ of [1, 2, 3]) await make.enrolment(id);

  await moveTo(id, day(`${year + 1}-01-05`), day(`${year + 1}-02-05`));
  expect([await yearOf(year), await yearOf(year + 1)]).toEqual([
    { held: 0, planned: 0 },
    { held: 3, planned: 14 },
  ]);

  await moveTo(id, day(`${year}-12-20`), day(`${year + 1}-01-20`));
  expect([await yearOf(year), await yearOf(year + 1)]).toEqual([
    { held: 3, planned: 14 },
    { held: 0, planned: 0 },
  ]);
  expect(await drift()).toEqual([]);
});

test("I7: when the other year is full the move is refused whole", async () => {
  const year = freshYear();
  await capacity(year + 1, 13);
  const startsOn = day(`${year}-12-20`);
  const { id } = await make.cohort({ startsOn });
  await make.enrolment(id);

  const moved = moveTo(id, day(`${year + 1}-01-05`), day(`${year + 1}-02-05`));

  await expect(moved).rejects.toMatchObject({
    refusal: "YEAR_FULL",
    field: "startsOn",
    figures: { case: "MOVE", year: year + 1, left: 13, wanted: 14 },
  });
  expect(await rows(id)).toMatchObject({ startsOn: dateFromDay(startsOn), version: 1 });
  expect([await yearOf(year), await yearOf(year + 1)]).toEqual([
    { held: 1, planned: 14 },
    { held: 0, planned: 0 },
  ]);
});

test("R25: after the start the first day stays", async () => {
  const year = freshYear();
  const startsOn = day(`${year}-03-01`);
  const { id } = await make.cohort({ state: "IN_PROGRESS", startsOn });

  await expect(moveTo(id, day(`${year}-03-02`), day(`${year}-04-01`))).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    field: "startsOn",
  });

  const past = sql("app", "UPDATE cohorts SET starts_on = starts_on + 1 WHERE id = $1", [id]);
  await expect(past).rejects.toMatchObject({ message: "WRONG_STATE" });
});

test("R27, I7: off the base nothing counts; moving off gives the places back, moving on takes them", async () => {
  const year = freshYear();
  const startsOn = day(`${year}-03-01`);
  const endsOn = day(`${year}-03-31`);
  const { id } = await make.cohort({ startsOn, atBase: false, place: "扎格村" });
  await make.enrolment(id);
  expect(await yearOf(year)).toEqual({ held: 0, planned: 0 });

  await moveTo(id, startsOn, endsOn, { atBase: true });
  expect(await yearOf(year)).toEqual({ held: 1, planned: 14 });

  await moveTo(id, startsOn, endsOn, { atBase: false, place: "扎格村" });
  expect(await yearOf(year)).toEqual({ held: 0, planned: 0 });
});

test("R27: cohorts off the base have numbers of their own", async () => {
  const year = freshYear();
  const startsOn = day(`${year}-03-01`);

  const numbers = [];
  for (const atBase of [true, false, true, false]) {
    numbers.push((await make.cohort({ startsOn, atBase, ...(!atBase && { place: "扎格村" }) })).number);
  }

  expect(numbers).toEqual([`${year}-001`, `${year}-W01`, `${year}-002`, `${year}-W02`]);
});

test.each([
  ["SKILL", 50],
  ["ENTREPRENEURSHIP", 30],
] as const)("R29: %s plans %i seats and not one more", async (type, most) => {
  const { id: courseId } = await make.course({ type });
  const draft = (seats: number) =>
    draftCohort(make.actor(), {
      courseId,
      seats,
      startsOn: day("2018-09-03"),
      endsOn: day("2018-09-28"),
      atBase: true,
      place: undefined,
      contact: undefined,
      examPlan: "",
      material: "",
      title: undefined,
    });

  const { id } = await draft(most);

  expect(await rows(id)).toMatchObject({ seats: most, state: "DRAFT" });
  await expect(draft(most + 1)).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "seats",
    figures: { case: "SEATS_OVER_TYPE", most },
  });
});

test("R29, I2: no more seats than the smallest classroom of its lessons", async () => {
  const startsOn = day("2018-10-08");
  const { id } = await make.cohort({ state: "DRAFT", seats: 14, startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], classroomNumber: 7 });

  await moveTo(id, startsOn, day("2018-10-31"), { seats: 20 });
  const more = moveTo(id, startsOn, day("2018-10-31"), { seats: 21 });

  await expect(more).rejects.toMatchObject({ refusal: "ROOM_TOO_SMALL", figures: { seats: 20, wanted: 21 } });
});

test("R24, I6: seats go down to what is held and no further", async () => {
  const year = freshYear();
  const { id } = await make.cohort({ startsOn: day(`${year}-03-01`) });
  for (const _ of [1, 2, 3]) await make.enrolment(id);
  const change = async (seats: number) =>
    changeSeats(make.actor(), { cohortId: id, seats, version: (await rows(id)).version });

  await change(3);
  await expect(change(2)).rejects.toMatchObject({ refusal: "CAPACITY_BELOW_HELD", figures: { held: 3, wanted: 2 } });

  expect(await yearOf(year)).toEqual({ held: 3, planned: 3 });
});

test("R24, I6: the capacity of a year does not go below what is held", async () => {
  const year = freshYear();
  const { id } = await make.cohort({ state: "IN_PROGRESS", startsOn: day(`${year}-03-01`) });
  for (const _ of [1, 2]) await make.enrolment(id);

  await capacity(year, 2);

  await expect(capacity(year, 1)).rejects.toMatchObject({ constraint: "held_within_capacity" });
});

test("I27, U26: whoever saves second is told what stands there now, and by whom", async () => {
  const { id } = await make.cohort({ state: "DRAFT", startsOn: day("2018-11-05") });
  const first = make.actor();
  const edit = (actor: typeof first, title: string) =>
    editCohort(actor, {
      cohortId: id,
      version: 1,
      endsOn: day("2018-11-30"),
      place: undefined,
      contact: undefined,
      examPlan: "",
      material: "",
      title,
    });

  await edit(first, "美容师 五级 甲班");
  const second = edit(make.actor(), "美容师 五级 乙班");

  await expect(second).rejects.toMatchObject({
    refusal: "STALE",
    figures: { version: 2, title: "美容师 五级 甲班", by: first.name },
  });
});

test("I15: an approved cohort lets course and seats go no more, the edit form's own words included", async () => {
  const startsOn = day("2018-11-05");
  const { id, courseId } = await make.cohort({ startsOn });

  await expect(moveTo(id, startsOn, startsOn, { seats: 20 })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    field: "seats",
  });
  await expect(moveTo(id, startsOn, startsOn, { courseId })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    field: "courseId",
  });
});

test.each(["SUBMITTED", "EXAM", "CLOSED", "CANCELLED", "REJECTED"] as const)("I15: %s is not edited", async (state) => {
  const startsOn = day("2018-11-05");
  const { id } = await make.cohort({ state, startsOn });

  await expect(moveTo(id, startsOn, startsOn)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

test("R25: lessons left outside the new days stop the move", async () => {
  const startsOn = day("2018-11-05");
  const { id } = await make.cohort({ state: "DRAFT", startsOn });
  await make.lesson({ day: startsOn, cohorts: [id], classroomNumber: 1 });

  const moved = moveTo(id, day("2018-11-12"), day("2018-11-30"));

  await expect(moved).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "LESSONS_OUTSIDE", lessons: 1 },
  });
});

test.each([
  ["UPDATE training_years SET held = 0"],
  ["UPDATE training_years SET capacity = 9999"],
  ["UPDATE cohorts SET confirmed = 0"],
  ["INSERT INTO training_years (year, capacity) VALUES (2099, 1)"],
  ["DELETE FROM cohorts"],
  ["SELECT move_year(2018, 1, 1)"],
])("I1, I3: the portal's own role cannot: %s", async (statement) => {
  await expect(sql("app", statement)).rejects.toMatchObject({ code: "42501" });
});

test("R27, R52: the hundredth cohort off the base keeps all its digits", async () => {
  const startsOn = day("2007-03-05");
  await make.cohort({ startsOn, atBase: false, place: "扎格村" });
  await sql("owner", "UPDATE training_years SET outside_count = 98, cohort_count = 999 WHERE year = 2007");

  const numbers = [];
  for (const atBase of [false, false, true])
    numbers.push((await make.cohort({ startsOn, atBase, ...(!atBase && { place: "扎格村" }) })).number);

  expect(numbers).toEqual(["2007-W99", "2007-W100", "2007-1000"]);
});
