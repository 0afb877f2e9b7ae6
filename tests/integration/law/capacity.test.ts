import { expect, test } from "vitest";
import { day } from "@/lib/calendar";
import { db } from "@/lib/db";
import { newId } from "@/lib/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const yearOf = (year: number) =>
  db.trainingYear.findUniqueOrThrow({ where: { year }, select: { held: true, planned: true } });

test("I1, I3, R22: an approved cohort takes its seats off the plan, a confirmed trainee takes a place off the year", async () => {
  const cohort = await make.cohort({ startsOn: day("2021-03-01"), seats: 14 });

  await make.enrolment(cohort.id);

  expect(await yearOf(2021)).toEqual({ held: 1, planned: 14 });
});

test("I2: a fifteenth place in a cohort of fourteen is refused, also to psql with everything else in order", async () => {
  const cohort = await make.cohort({ startsOn: day("2022-03-01"), seats: 1 });
  await make.enrolment(cohort.id);
  const { id: traineeId } = await make.trainee();
  const id = newId();

  const raw = sql(
    "app",
    `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'enrolment.force', 'enrolment', '${id}'))
     INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id) VALUES ('${id}', '${traineeId}', '${cohort.id}', 'CONFIRMED', '${newId()}')`,
  );

  await expect(raw).rejects.toMatchObject({ code: "QD001", message: "COHORT_FULL", hint: "cohortId" });
  expect(await yearOf(2022)).toEqual({ held: 1, planned: 1 });
});

test("I29: a change without its audit entry is refused at COMMIT", async () => {
  const cohort = await make.cohort();

  const raw = sql("app", "UPDATE cohorts SET title = 'x', version = version + 1 WHERE id = $1", [cohort.id]);

  await expect(raw).rejects.toMatchObject({ code: "QD001", message: "AUDIT_MISSING" });
});
