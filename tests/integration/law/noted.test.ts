import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

/** I29: what the portal may write without an entry of the audit, and why. A table with all of it, or one of its columns. */
const exceptions: Record<string, string> = {
  audit_entries: "they are the entries",
  access_entries: "the log of who came and looked, sealed like the audit",
  sign_ins: "each beginning and end stands in the access log",
  "roster_import_lines.before_sealed": "what stood there before an import is forgotten after a day",
  submissions: "the answer a form was given; its effect has its entry",
  "exports UPDATE": "how far a file came, in the row of its own record",
  "fund_months INSERT": "a month is there, open, before anything is written in it",
  "accounts.failed_sign_ins": "moves with the access log",
  "accounts.locked_until": "moves with the access log",
  "accounts.factor_step": "moves with each code of the second factor",
  "accounts.language": "how the pages look for this person",
  "accounts.theme": "how the pages look for this person",
  "accounts.density": "how the pages look for this person",
  "accounts.size": "how the pages look for this person",
  "accounts.shortcuts": "how the pages look for this person",
  "calendar_feeds.last_used_on": "the day on which a calendar last fetched it",
  "aid_funds.state": "moves with the plans of the year; closing it is signed, which is noted",
};

type Right = { table: string; verb: string; column: string | null };

/** Each right of the portal's group to write, against the trigger that asks for the entry and the columns it leaves out. */
const unnoted = `
  WITH written AS (
    SELECT c.oid, c.relname AS "table", verb, NULL AS "column" FROM pg_class c CROSS JOIN (VALUES ('INSERT'), ('DELETE')) AS v (verb)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (has_table_privilege('portal_app', c.oid, verb) OR verb = 'INSERT' AND has_any_column_privilege('portal_app', c.oid, verb))
    UNION ALL
    SELECT c.oid, c.relname, 'UPDATE', a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_column_privilege('portal_app', c.oid, a.attnum, 'UPDATE')
  )
  SELECT "table", verb, "column" FROM written w WHERE NOT EXISTS (
    SELECT FROM pg_trigger t WHERE t.tgrelid = w.oid AND t.tgname = 'change_is_noted' AND t.tgenabled = 'O' AND t.tgdeferrable
      AND t.tgtype & CASE verb WHEN 'INSERT' THEN 4 WHEN 'DELETE' THEN 8 ELSE 16 END <> 0
      AND (t.tgattr::text = '' OR verb <> 'UPDATE' OR (SELECT attnum FROM pg_attribute WHERE attrelid = w.oid AND attname = w."column") = ANY (t.tgattr))
      AND (w."column" IS NULL OR w."column" <> ALL ((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[2:])))
  ORDER BY 1, 2, 3`;

test("I29: whatever the portal may write is noted, or named here with the reason", async () => {
  const rights = await sql<Right>("app", unnoted);
  const namesOf = ({ table, verb, column }: Right) => [table, `${table} ${verb}`, `${table}.${column}`];

  expect(rights.filter((right) => !namesOf(right).some((name) => exceptions[name]))).toEqual([]);
  expect(Object.keys(exceptions).filter((name) => !rights.some((right) => namesOf(right).includes(name)))).toEqual([]);
});

test("control: a table whose trigger is gone is found", async () => {
  await sql("owner", "ALTER TABLE lesson_cohorts DISABLE TRIGGER change_is_noted");

  const found = await sql<Right>("app", unnoted);

  await sql("owner", "ALTER TABLE lesson_cohorts ENABLE TRIGGER change_is_noted");
  expect(found).toContainEqual({ table: "lesson_cohorts", verb: "INSERT", column: null });
});

const token = "set_up_token_hash = 'x', set_up_expires_at = now() + interval '1 hour'";

test("I29: a set-up link, a lesson's cohort, a search key and the name of the base are not changed in silence", async () => {
  const [lesson, cohort, trainee] = [await make.lesson(), await make.cohort(), await make.trainee()];
  const account = newId();
  const insert = `INSERT INTO accounts (id, username, name, role) VALUES ('${account}', 'silent', '某', 'BASE_STAFF')`;
  await sql("app", noted(insert, account));
  const silent = [
    `UPDATE accounts SET ${token} WHERE id = '${account}'`,
    `INSERT INTO lesson_cohorts (lesson_id, cohort_id) VALUES ('${lesson.id}', '${cohort.id}')`,
    `INSERT INTO trainee_search_keys VALUES ('x', '${trainee.id}')`,
    `UPDATE cohorts SET contact = 'x' WHERE id = '${cohort.id}'`,
    `UPDATE cohorts SET material = 'x' WHERE id = '${cohort.id}'`,
    "INSERT INTO base (id, name, short_name, organiser, operator) VALUES (1, 'x', 'x', 'x', 'x')",
  ];

  for (const statement of silent)
    await expect(sql("app", statement), statement).rejects.toMatchObject({ message: "AUDIT_MISSING" });
});

test.each([
  "UPDATE base SET name = 'x'",
  "UPDATE base SET is_demo = true",
  "UPDATE base SET demo_day = '2018-08-22'",
  "UPDATE accounts SET is_demo = true",
  "UPDATE accounts SET created_at = now()",
])("I29: the portal's role may not: %s", async (statement) => {
  await expect(sql("app", statement)).rejects.toMatchObject({ code: "42501" });
});
