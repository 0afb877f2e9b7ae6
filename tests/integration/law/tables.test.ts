import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ownerUrl } from "@/tests/support/database";
import { tablesInDatabase } from "@/tests/support/tables/in-database";
import { tablesInSchema } from "@/tests/support/tables/in-schema";

const said = tablesInSchema();
const client = new pg.Client({ connectionString: ownerUrl() });

beforeAll(() => client.connect());
afterAll(() => client.end());

beforeEach(() => client.query("BEGIN"));
afterEach(() => client.query("ROLLBACK"));

test("the migrations make the tables that prisma/schema tells of: write what differs into a new migration, or into the schema", async () => {
  expect(await tablesInDatabase(client)).toEqual(said);
});

test.each([
  ["a table more", "CREATE TABLE visitors (name text)", ["column visitors.name"]],
  ["a column more", "ALTER TABLE trainers ADD phone text", ["column trainers.phone"]],
  ["a column less", "ALTER TABLE calendar_days DROP name", ["column calendar_days.name"]],
  ["a column's type", "ALTER TABLE calendar_days ALTER name TYPE varchar(40)", ["column calendar_days.name"]],
  [
    "null in a type that Prisma does not know",
    "ALTER TABLE audit_blocks ALTER ids DROP NOT NULL",
    ["column audit_blocks.ids"],
  ],
  ["the default of such a type", "ALTER TABLE audit_entries ALTER xid DROP DEFAULT", ["column audit_entries.xid"]],
  ["a column that may be null", "ALTER TABLE calendar_days ALTER name DROP NOT NULL", ["column calendar_days.name"]],
  [
    "a list that may be null",
    "ALTER TABLE enrolments ALTER approval_needed DROP NOT NULL",
    ["column enrolments.approval_needed"],
  ],
  ["another default", "ALTER TABLE trainers ALTER version SET DEFAULT 2", ["column trainers.version"]],
  ["a default more", "ALTER TABLE calendar_days ALTER name SET DEFAULT ''", ["column calendar_days.name"]],
  ["a sequence less", "ALTER TABLE enrolments ALTER queue_no DROP DEFAULT", ["column enrolments.queue_no"]],
  ["an enum more", "CREATE TYPE weather AS ENUM ('RAIN')", ["enum weather"]],
  ["an enum's value", `ALTER TYPE "LessonKind" ADD VALUE 'EXCURSION'`, ["enum LessonKind"]],
  [
    "a key less",
    "ALTER TABLE calendar_days DROP CONSTRAINT calendar_days_pkey",
    ["key calendar_days.calendar_days_pkey"],
  ],
  [
    "a foreign key less",
    "ALTER TABLE exam_results DROP CONSTRAINT exam_results_enrolment_id_fkey",
    ["key exam_results.exam_results_enrolment_id_fkey"],
  ],
  [
    "a foreign key that deletes",
    `ALTER TABLE lessons DROP CONSTRAINT lessons_trainer_id_fkey, ADD CONSTRAINT lessons_trainer_id_fkey
     FOREIGN KEY (trainer_id) REFERENCES trainers (id) ON UPDATE CASCADE ON DELETE CASCADE`,
    ["key lessons.lessons_trainer_id_fkey"],
  ],
  ["a unique index less", "DROP INDEX one_cohort_per_number", ["index one_cohort_per_number"]],
  ["a unique index more", "CREATE UNIQUE INDEX one_trainer_a_name ON trainers (name)", ["index one_trainer_a_name"]],
  ["an index less", "DROP INDEX lessons_day_idx", ["index lessons_day_idx"]],
  [
    "an index of other columns",
    "DROP INDEX cohorts_state_starts_on_idx; CREATE INDEX cohorts_state_starts_on_idx ON cohorts (starts_on, state)",
    ["index cohorts_state_starts_on_idx"],
  ],
])("control: %s is found", async (_what, statement, found) => {
  await client.query(statement);

  expect(await differing()).toEqual(found);
});

/** The names under which the two do not say the same. */
async function differing(): Promise<string[]> {
  const stored = await tablesInDatabase(client);
  return [...new Set([...Object.keys(stored), ...Object.keys(said)])].filter((name) => stored[name] !== said[name]);
}
