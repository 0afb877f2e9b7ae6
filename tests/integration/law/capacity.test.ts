import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { allAtOnce, confirmEnrolment, insertEnrolment } from "@/tests/support/raw";

const yearOf = (year: number) =>
  db.trainingYear.findUniqueOrThrow({ where: { year }, select: { held: true, planned: true } });

const drift = () => sql("app", "SELECT * FROM checks.counter_drift");

const trainees = (count: number) => Promise.all(Array.from({ length: count }, () => make.trainee()));

/** Started cohorts reserve only who is there, so that several may still grow towards the same last places of the year. */
async function startedCohorts(startsOn: Day, seats: number, count: number) {
  const cohorts = [];
  for (let n = 0; n < count; n++) cohorts.push(await make.cohort({ startsOn, seats, state: "IN_PROGRESS" }));
  return cohorts;
}

const setCapacity = (year: number, capacity: number) =>
  sql("owner", "UPDATE training_years SET capacity = $1 WHERE year = $2", [capacity, year]);

test("R22, I3: an approved cohort takes its seats off the plan, a confirmed trainee a place off the year", async () => {
  const cohort = await make.cohort({ startsOn: day("2021-03-01"), seats: 14 });

  await make.enrolment(cohort.id);

  expect(await yearOf(2021)).toEqual({ held: 1, planned: 14 });
});

test("R21, I1: of two confirmations at once for the 2,000th place exactly one is taken", async () => {
  const [first, second] = await startedCohorts(day("2022-03-01"), 5, 2);
  await setCapacity(2022, 1);
  const one = await make.approvedApplication(first?.id ?? "");
  const two = await make.approvedApplication(second?.id ?? "");

  const taken = await allAtOnce([confirmEnrolment(one.id), confirmEnrolment(two.id)]);

  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await yearOf(2022)).toEqual({ held: 1, planned: 1 });
  expect(await drift()).toEqual([]);
});

test("R21: after 1,960 人次 forty more fit and the 41st is refused", async () => {
  const cohort = await make.cohort({ startsOn: day("2019-03-01"), seats: 50, state: "IN_PROGRESS" });
  await sql("owner", "UPDATE training_years SET held = 1960, planned = 1960 WHERE year = 2019");
  const people = [];
  for (let n = 0; n < 41; n++) people.push(await make.approvedApplication(cohort.id));

  for (const { id } of people.slice(0, 40)) await sql("app", confirmEnrolment(id));
  const last = sql("app", confirmEnrolment(people[40]?.id ?? ""));

  await expect(last).rejects.toMatchObject({ code: "QD001", message: "YEAR_FULL", hint: "cohortId" });
  expect(await yearOf(2019)).toEqual({ held: 2000, planned: 2000 });
  await sql("owner", "UPDATE training_years SET held = 40, planned = 40 WHERE year = 2019");
});

test("I2: 32 writers for the last five places of a cohort, exactly five are taken", async () => {
  const cohort = await make.cohort({ startsOn: day("2023-03-01"), seats: 5 });
  const people = await trainees(32);

  const taken = await allAtOnce(people.map(({ id }) => insertEnrolment(id, cohort.id)));

  expect(taken.filter(Boolean)).toHaveLength(5);
  expect(await yearOf(2023)).toEqual({ held: 5, planned: 5 });
  expect(await drift()).toEqual([]);
});

test("I2, control: without trigger and constraint the same writers overbook the cohort", async () => {
  const cohort = await make.cohort({ startsOn: day("2024-03-01"), seats: 5 });
  const people = await trainees(8);
  await sql("owner", "ALTER TABLE enrolments DISABLE TRIGGER enrolment_2_moves_cohort");

  const taken = await allAtOnce(people.map(({ id }) => insertEnrolment(id, cohort.id)));

  await sql("owner", "ALTER TABLE enrolments ENABLE TRIGGER enrolment_2_moves_cohort");
  expect(taken.filter(Boolean)).toHaveLength(8);
  expect(await drift()).toMatchObject([{ counter: "cohort", subject: cohort.number, kept: 0, counted: 8 }]);
});

test("R20, I4: the same trainee twenty times at once has one place", async () => {
  const cohort = await make.cohort({ startsOn: day("2025-03-01"), seats: 14 });
  const { id } = await make.trainee();

  const taken = await allAtOnce(Array.from({ length: 20 }, () => insertEnrolment(id, cohort.id)));

  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await yearOf(2025)).toMatchObject({ held: 1 });
});

test("R26: who cancels, never comes or is rejected gives the place back, who drops out has used it", async () => {
  const cohort = await make.cohort({ startsOn: day("2026-03-01"), seats: 14 });
  await make.enrolment(cohort.id, { state: "COMPLETED" });
  await make.enrolment(cohort.id, { state: "DROPPED" });
  await make.enrolment(cohort.id, { state: "NO_SHOW" });
  await make.enrolment(cohort.id, { state: "CANCELLED" });
  await make.enrolment(cohort.id, { state: "WAITLISTED" });

  expect(await yearOf(2026)).toEqual({ held: 2, planned: 14 });
});

test("R25, I7: a cohort over New Year counts in its start year, and moving the start moves every place", async () => {
  const cohort = await make.cohort({ startsOn: day("2028-12-28"), endsOn: day("2029-01-20"), seats: 3 });
  await make.enrolment(cohort.id);
  await make.enrolment(cohort.id);
  expect(await yearOf(2028)).toEqual({ held: 2, planned: 3 });

  await make.moveStart(cohort.id, day("2029-01-04"), day("2029-01-30"));

  expect([await yearOf(2028), await yearOf(2029)]).toEqual([
    { held: 0, planned: 0 },
    { held: 2, planned: 3 },
  ]);
});

test("R25, I7: a start cannot move into a year without room for all of it", async () => {
  const cohort = await make.cohort({ startsOn: day("2030-12-28"), seats: 3 });
  await make.cohort({ startsOn: day("2031-05-01"), state: "DRAFT" });
  await setCapacity(2031, 2);

  const move = make.moveStart(cohort.id, day("2031-01-04"), day("2031-02-04"));

  await expect(move).rejects.toMatchObject({ refusal: "YEAR_FULL" });
  expect([await yearOf(2030), await yearOf(2031)]).toEqual([
    { held: 0, planned: 3 },
    { held: 0, planned: 0 },
  ]);
});

test("R27: a cohort held elsewhere takes nothing off any year", async () => {
  const cohort = await make.cohort({ startsOn: day("2032-03-01"), atBase: false, place: "扎格村", seats: 16 });

  await make.enrolment(cohort.id);

  expect(await yearOf(2032)).toEqual({ held: 0, planned: 0 });
});

test("R24, I6: neither the year nor a cohort can be made smaller than what is held", async () => {
  const cohort = await make.cohort({ startsOn: day("2033-03-01"), seats: 3 });
  await make.enrolment(cohort.id);
  await make.enrolment(cohort.id);

  await expect(setCapacity(2033, 1)).rejects.toMatchObject({ code: "23514" });
  await expect(sql("app", "UPDATE cohorts SET seats = 1 WHERE id = $1", [cohort.id])).rejects.toMatchObject({
    message: "CAPACITY_BELOW_HELD",
  });
});
