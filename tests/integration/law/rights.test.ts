import { expect, test } from "vitest";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

test("I30: the portal's role is no superuser, owns nothing and creates nothing", async () => {
  const [role] = await sql(
    "app",
    "SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user",
  );
  const owned = await sql("app", "SELECT relname FROM pg_class WHERE relowner = current_user::regrole");

  expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false });
  expect(owned).toEqual([]);
  await expect(sql("app", "CREATE TABLE mine (id int)")).rejects.toMatchObject({ code: "42501" });
});

test.each([
  ["I3", "UPDATE training_years SET held = 0"],
  ["I3", "UPDATE training_years SET planned = 0"],
  ["I6", "UPDATE training_years SET capacity = 9999"],
  ["I3", "UPDATE cohorts SET confirmed = 0"],
  ["I9", "INSERT INTO classrooms (number, label, name, seats) VALUES (12, '112', 'x', 20)"],
  ["I9", "DELETE FROM classrooms WHERE number = 11"],
  ["I9", "UPDATE classrooms SET number = 12 WHERE number = 11"],
  ["I11", "DELETE FROM trainee_lessons"],
  ["I15", "INSERT INTO enrolment_moves (from_state, to_state) VALUES ('COMPLETED', 'CONFIRMED')"],
  ["I16", "UPDATE cohorts SET created_by_id = approved_by_id"],
  ["I26", "DELETE FROM submissions"],
  ["I28", "DELETE FROM enrolments"],
  ["I28", "TRUNCATE enrolments"],
  ["I28", "DELETE FROM roster_import_lines"],
  ["I30", "UPDATE audit_entries SET verb = 'x'"],
  ["I30", "DELETE FROM audit_entries"],
  [
    "I30",
    "INSERT INTO audit_entries (at, actor_name, actor_role, verb, subject_type, subject_id) VALUES ('2000-01-01', 'x', 'x', 'x', 'x', 'x')",
  ],
  ["I30", "DELETE FROM access_entries"],
  ["R102", "UPDATE access_entries SET account_id = NULL"],
  ["I18", "UPDATE trainees SET id_number_hash = 'x'"],
  ["I3", "SELECT move_year(2018, -1, -1)"],
  ["I3", "ALTER TABLE enrolments DISABLE TRIGGER ALL"],
])("%s: the portal's role may not: %s", async (_, statement) => {
  await expect(sql("app", statement)).rejects.toMatchObject({ code: "42501" });
});

test("I9: not even the owner can add a twelfth classroom", async () => {
  const twelfth = sql("owner", "INSERT INTO classrooms (number, label, name, seats) VALUES (12, '112', 'x', 20)");

  await expect(twelfth).rejects.toMatchObject({ constraint: "eleven_classrooms" });
});

test("I15: raw SQL moves no enrolment and no cohort against the arrows", async () => {
  const cohort = await make.cohort({ startsOn: day("2021-03-01") });
  const { id } = await make.enrolment(cohort.id, { state: "COMPLETED" });

  await expect(sql("app", "UPDATE enrolments SET state = 'CONFIRMED' WHERE id = $1", [id])).rejects.toMatchObject({
    message: "WRONG_STATE",
  });
  await expect(sql("app", "UPDATE cohorts SET state = 'DRAFT' WHERE id = $1", [cohort.id])).rejects.toMatchObject({
    message: "WRONG_STATE",
  });
});

test("I16: raw SQL cannot let the creator approve, nor nobody", async () => {
  const creator = make.actor().id;
  const cohort = await make.cohort({ startsOn: day("2021-04-01"), state: "SUBMITTED", createdById: creator });
  const approve = (by: string | null) =>
    sql("app", "UPDATE cohorts SET state = 'APPROVED', approved_by_id = $1 WHERE id = $2", [by, cohort.id]);

  await expect(approve(creator)).rejects.toMatchObject({ message: "SAME_PERSON" });
  await expect(approve(null)).rejects.toMatchObject({ message: "NOT_ALLOWED" });
});

test("I29: a change without its audit entry does not commit", async () => {
  const cohort = await make.cohort({ startsOn: day("2021-05-01") });

  const silent = sql("app", "UPDATE cohorts SET title = 'x' WHERE id = $1", [cohort.id]);

  await expect(silent).rejects.toMatchObject({ code: "QD001", message: "AUDIT_MISSING" });
});

test("I14, I19: no float column, days are DATE, and no instant decides a year", async () => {
  const columns = await sql(
    "app",
    "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'",
  );

  expect(columns.filter(({ data_type }) => /real|double|timestamp without/.test(data_type))).toEqual([]);
  expect(
    columns.filter(({ column_name, data_type }) => /_on$|^day$|birth_date/.test(column_name) && data_type !== "date"),
  ).toEqual([]);
});
