import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { confirmLate } from "@/lib/enrolment/commands/confirm";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { cancelEnrolment } from "@/lib/enrolment/commands/leave";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const several = async <T>(count: number, one: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(await one(index));
  return made;
};

const reasons = (answers: PromiseSettledResult<unknown>[]) =>
  answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.refusal] : []));

/** On a slow machine the last in the queue are sent away before their turn; nothing of theirs may be stored. */
const crowded = ["BUSY", "UNAVAILABLE"];

test("I2: of 64 people at once for the last 5 places exactly 5 are enrolled; acknowledged, stored, counted and noted agree", async () => {
  const cohort = await make.cohort({ seats: 8 });
  await several(3, () => make.enrolment(cohort.id));
  const people = await several(64, () => make.trainee());

  const answers = await Promise.allSettled(
    people.map(({ id: traineeId }) => enrol(make.actor(), { cohortId: cohort.id, traineeId, place: "CONFIRMED" })),
  );

  const acknowledged = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.enrolmentId] : []));
  const stored = await db.enrolment.findMany({
    where: { cohortId: cohort.id, traineeId: { in: people.map(({ id }) => id) } },
    select: { id: true },
  });
  expect(acknowledged).toHaveLength(5);
  expect(stored.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
  expect(await db.auditEntry.count({ where: { subjectId: { in: acknowledged }, verb: "enrolment.create" } })).toBe(5);
  expect(reasons(answers).filter((reason) => !crowded.includes(reason))).toEqual(
    expect.arrayContaining(["COHORT_FULL"]),
  );
  expect(await db.cohort.findUnique({ where: { id: cohort.id } })).toMatchObject({ confirmed: 8 });
  expect(await sql("app", "SELECT * FROM checks.counter_drift")).toEqual([]);
});

test("R20: the same trainee 20 times at once is enrolled once", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: traineeId } = await make.trainee();

  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () => enrol(make.actor(), { cohortId, traineeId, place: "CONFIRMED" })),
  );

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(new Set(reasons(answers).filter((reason) => !crowded.includes(reason)))).toEqual(
    new Set(["ALREADY_ENROLLED"]),
  );
  expect(await db.enrolment.count({ where: { cohortId } })).toBe(1);
});

test("R32: four cohorts at once give one trainee three subsidised places and no fourth", async () => {
  const cohorts = await several(4, (index) => make.cohort({ startsOn: day(`2018-0${index + 6}-04`) }));
  const { id: traineeId } = await make.trainee();

  const answers = await Promise.allSettled(
    cohorts.map(({ id: cohortId }) => enrol(make.actor(), { cohortId, traineeId, place: "CONFIRMED" })),
  );

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect(reasons(answers)).toEqual(["INPUT_WRONG"]);
});

test("R21: with 1,999 of 2,000 used, of two confirmations at once exactly one succeeds, and the other hears what is left", async () => {
  const start = day("2007-03-05");
  const cohorts = await several(2, () => make.cohort({ state: "IN_PROGRESS", startsOn: start }));
  const applied = await several(2, (index) =>
    make.application(cohorts[index]?.id as string, { approvalNeeded: ["LATE"] }),
  );
  await sql("owner", "UPDATE training_years SET held = 1999, planned = 1999 WHERE year = 2007");
  const director = make.actor("BASE_DIRECTOR", start);

  const answers = await Promise.allSettled(
    applied.map(({ id }) =>
      confirmLate(director, { enrolmentId: id, place: "CONFIRMED", reason: "补录", version: 1, needs: ["LATE"] }),
    ),
  );

  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused).toMatchObject([
    { refusal: "YEAR_FULL", figures: { year: 2007, capacity: 2000, left: 0, nextYear: 2008 } },
  ]);
  expect(await db.trainingYear.findUnique({ where: { year: 2007 } })).toMatchObject({ held: 2000 });
});

test("I5: ten who leave at once let in the first ten of those who wait", async () => {
  const { id: cohortId } = await make.cohort({ seats: 10 });
  const placed = await several(10, () => make.enrolment(cohortId));
  const waiting = await several(12, () => make.enrolment(cohortId, { state: "WAITLISTED" }));

  await Promise.all(
    placed.map(({ id }) => cancelEnrolment(make.actor(), { enrolmentId: id, reason: "外出务工", version: 1 })),
  );

  const confirmed = await db.enrolment.findMany({ where: { cohortId, state: "CONFIRMED" }, select: { id: true } });
  expect(confirmed.map(({ id }) => id).sort()).toEqual(
    waiting
      .slice(0, 10)
      .map(({ id }) => id)
      .sort(),
  );
});

test("I1, I2: raw SQL in the portal's own role overbooks neither cohort nor year, with the audit entry written", async () => {
  const full = await make.cohort({ seats: 1 });
  await make.enrolment(full.id);
  const yearFull = await make.cohort({ startsOn: day("2006-03-06") });
  await sql("owner", "UPDATE training_years SET held = 2000, planned = 2000 WHERE year = 2006");
  const { id: traineeId } = await make.trainee();
  const insert = (cohortId: string) =>
    sql(
      "app",
      `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
         VALUES ('psql', 'psql', 'enrolment.create', 'enrolment', '018f0000-0000-7000-8000-000000000001'))
       INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id)
       VALUES ('018f0000-0000-7000-8000-000000000001', $1, $2, 'CONFIRMED', $3)`,
      [traineeId, cohortId, make.actor().id],
    );

  await expect(insert(full.id)).rejects.toMatchObject({ code: "QD001", message: "COHORT_FULL" });
  await expect(insert(yearFull.id)).rejects.toMatchObject({ code: "QD001", message: "YEAR_FULL" });
  await expect(sql("app", "UPDATE cohorts SET confirmed = 0 WHERE id = $1", [full.id])).rejects.toMatchObject({
    code: "42501",
  });
});

test("the control: with the triggers off, the same statements overbook, and the checks see it", async () => {
  const { id: cohortId } = await make.cohort({ seats: 1 });
  const people = await several(3, () => make.trainee());
  await sql("owner", "ALTER TABLE enrolments DISABLE TRIGGER USER");

  for (const { id: traineeId } of people) {
    await sql(
      "app",
      "INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id) VALUES (gen_random_uuid(), $1, $2, 'CONFIRMED', $1)",
      [traineeId, cohortId],
    );
  }

  const drift = await sql("app", "SELECT counter FROM checks.counter_drift");
  expect(drift.length).toBeGreaterThan(0);
  await sql("owner", "DELETE FROM enrolments WHERE cohort_id = $1", [cohortId]);
  await sql("owner", "ALTER TABLE enrolments ENABLE TRIGGER USER");
});

test("I5: nobody is left waiting beside a place that became free in the same moment", async () => {
  const rounds = await several(12, async () => {
    const { id: cohortId } = await make.cohort({ seats: 1 });
    return { cohortId, placed: (await make.enrolment(cohortId)).id, late: (await make.trainee()).id };
  });

  for (const { cohortId, placed, late } of rounds) {
    await Promise.all([
      enrol(make.actor(), { cohortId, traineeId: late, place: "WAITLISTED" }),
      cancelEnrolment(make.actor(), { enrolmentId: placed, reason: "外出务工", version: 1 }),
    ]);
  }

  const cohortIds = rounds.map(({ cohortId }) => cohortId);
  expect(await db.enrolment.count({ where: { cohortId: { in: cohortIds }, state: "CONFIRMED" } })).toBe(12);
  expect(await sql("app", "SELECT * FROM checks.waiting_with_free_seat")).toEqual([]);
});
