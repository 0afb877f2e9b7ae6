import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listBlocks, listBrokenBlocks, listRowsPastAudit } from "@/lib/audit/queries/chain";
import { recordAccess, recordAudit, sealAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { ownerUrl, sql } from "@/tests/support/database";
import { laws } from "@/tests/support/law/scene";
import * as make from "@/tests/support/make";

const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));
const note = (verb: Verb) =>
  transaction((tx) =>
    recordAudit(tx, make.actor(), verb, {
      type: "course",
      id: newId(),
      before: { name: "甲" },
      after: { name: "乙" },
    }),
  );

let owner: pg.Client;
beforeAll(async () => {
  process.stdout.write(`chain: TEST_SEED=${seed}\n`);
  owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  const { tooMuch } = await laws();
  const cohort = await make.examined();
  for (let n = 0; n < 12; n++) await note("course.edit");
  await owner.query(sealedOfOld);
  for (let block = 0; block < 4; block++) {
    for (let n = 0; n < 12; n++) await note("course.edit");
    for (let n = 0; n < 3; n++) await look();
    await sealAudit();
  }
  rows = { disbursement: tooMuch, enrolment: cohort.enrolments[0] ?? "" };
}, 120_000);
afterAll(() => owner.end());

let rows = { disbursement: "", enrolment: "" };
const look = () =>
  transaction((tx) => recordAccess(tx, { id: null, address: "-" }, { verb: "trainee.reveal", subjectId: newId() }));

/** A block as a release before this one made it, whose hash held the entries alone. */
const sealedOfOld = `INSERT INTO audit_blocks (number, ids, entries, previous, hash, recipe)
  SELECT 1, ids, entries, '\\x00', audit_hash('\\x00', ids), 1
  FROM (SELECT range_agg(int8range(id, id, '[]')) AS ids, count(*) AS entries FROM audit_entries) AS old`;

const wrong = async () => [...(await listBrokenBlocks()), ...(await listRowsPastAudit())];

test("I30: each line of the three logs stands in one block, each block follows the one before, and nothing is wrong", async () => {
  const blocks = await listBlocks();
  const [{ total } = { total: 0 }] = await sql<{ total: number }>(
    "app",
    `SELECT ((SELECT count(*) FROM audit_entries) + (SELECT count(*) FROM access_entries) + (SELECT count(*) FROM audit_marks))::int AS total`,
  );

  expect(blocks.reduce((sum, { entries }) => sum + entries, 0)).toBe(total);
  expect(await wrong()).toEqual([]);
});

test("I30: an entry whose transaction is still running when others are sealed gets into the next block", async () => {
  const slow = new pg.Client({ connectionString: ownerUrl() });
  await slow.connect();
  await slow.query("BEGIN");
  await slow.query(
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('x', 'x', 'slow', 'x', '${newId()}')`,
  );
  await note("course.open");

  const whileOpen = await sealAudit();
  await slow.query("COMMIT");
  await slow.end();
  const afterwards = await sealAudit();

  expect(whileOpen).toMatchObject([{ log: "AUDIT", entries: 1 }]);
  expect(afterwards).toMatchObject([{ log: "AUDIT", entries: 1 }]);
  expect(await wrong()).toEqual([]);
});

test("I30: more than one block holds are sealed at once and after one another, and the oldest is not left out", async () => {
  const many = (
    hours: number,
  ) => `INSERT INTO audit_entries (at, actor_name, actor_role, verb, subject_type, subject_id)
    SELECT now() + interval '${hours} hours', 'x', 'x', 'many', 'x', gen_random_uuid() FROM generate_series(1, 6000)`;
  await owner.query("BEGIN; SET LOCAL session_replication_role = replica");
  await owner.query("UPDATE audit_blocks SET sealed_at = sealed_at - interval '1 day'");
  await owner.query(`${many(-20)}; ${many(-1)}`);
  const { rows: sealed } = await owner.query("SELECT entries FROM seal_audit() WHERE log = 'AUDIT'");
  const { rows: stray } = await owner.query("SELECT * FROM checks.audit_chain_broken WHERE number IS NULL");
  await owner.query("ROLLBACK");

  expect(sealed).toEqual([{ entries: 10_000 }, { entries: 2_000 }]);
  expect(stray).toEqual([]);
});

test("I30: the portal's own role can neither rewrite the chain nor take a block out of it, nor mark a row", async () => {
  for (const statement of [
    "UPDATE audit_blocks SET hash = '\\x00'",
    "DELETE FROM audit_blocks",
    "INSERT INTO audit_blocks SELECT * FROM audit_blocks",
    "INSERT INTO audit_marks (relation, key) VALUES ('enrolments', 'x')",
    "DELETE FROM audit_marks",
    "UPDATE audit_shapes SET columns = '{}'",
    "SELECT mark_unmarked_rows()",
    "SELECT seal_block('AUDIT', '-infinity')",
  ])
    await expect(sql("app", statement), statement).rejects.toMatchObject({ code: "42501" });
});

test("I30: not even the owner slips an entry in between older ones while the triggers are there", async () => {
  for (const [table, columns, values] of [
    ["audit_entries", "actor_name, actor_role, verb, subject_type, subject_id", "'x', 'x', 'x', 'x', 'x'"],
    ["access_entries", "verb, address", "'x', 'x'"],
    ["audit_marks", "relation, key", "'enrolments', 'x'"],
  ]) {
    const old = sql("owner", `INSERT INTO ${table} (at, ${columns}) VALUES (now() - interval '1 second', ${values})`);
    await expect(old, table).rejects.toMatchObject({ message: "WRONG_STATE" });
  }
});

const anEntry = "(SELECT id FROM audit_entries WHERE verb LIKE 'course.edit%' ORDER BY id OFFSET $1 LIMIT 1)";
const aLook = "(SELECT id FROM access_entries WHERE verb = 'trainee.reveal' ORDER BY id OFFSET $1 % 12 LIMIT 1)";
const aMark = "(SELECT id FROM audit_marks ORDER BY id OFFSET $1 LIMIT 1)";
const aBlock = "(SELECT number FROM audit_blocks ORDER BY number OFFSET $1 % 9 LIMIT 1)";
/** One sealed by this release: of an older one neither time nor count is in the hash, the count is compared with its entries. */
const aNewBlock = "(SELECT number FROM audit_blocks WHERE recipe = 2 ORDER BY number OFFSET $1 % 8 LIMIT 1)";
const before = "(SELECT max(sealed_at) - interval '11 minutes' FROM audit_blocks)";

const tamperings = [
  `UPDATE audit_entries SET verb = verb || 'x' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET actor_name = '别人' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET actor_id = gen_random_uuid() WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET at = at - interval '1 second' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET before = '{"name": "丙"}' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET after = NULL WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET reason = '补写' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET subject_id = 'x' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET xid = '3' WHERE id = ${anEntry}`,
  `DELETE FROM audit_entries WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET id = id + 1000000 WHERE id = ${anEntry}`,
  `INSERT INTO audit_entries (at, xid, actor_name, actor_role, verb, subject_type, subject_id)
     SELECT at - interval '9 days', '3', 'x', 'x', 'x', 'x', 'x' FROM audit_entries WHERE id = ${anEntry}`,
  `INSERT INTO audit_entries (at, xid, actor_name, actor_role, verb, subject_type, subject_id)
     SELECT ${before}, xid, 'x', 'x', 'x', 'x', 'x' FROM audit_entries WHERE id = ${anEntry}`,
  `UPDATE access_entries SET account_id = gen_random_uuid() WHERE id = ${aLook}`,
  `UPDATE access_entries SET verb = 'signIn' WHERE id = ${aLook}`,
  `UPDATE access_entries SET at = at - interval '1 day' WHERE id = ${aLook}`,
  `UPDATE access_entries SET address = '10.0.0.1' WHERE id = ${aLook}`,
  `UPDATE access_entries SET subject_id = NULL WHERE id = ${aLook}`,
  `UPDATE access_entries SET rows = 1 WHERE id = ${aLook}`,
  `DELETE FROM access_entries WHERE id = ${aLook}`,
  `INSERT INTO access_entries (at, verb, address) SELECT ${before}, 'signIn', '-' FROM access_entries WHERE id = ${aLook}`,
  `UPDATE audit_marks SET digest = sha256('x') WHERE id = ${aMark}`,
  `UPDATE audit_marks SET key = 'x' WHERE id = ${aMark}`,
  `DELETE FROM audit_marks WHERE id = ${aMark}`,
  `UPDATE audit_shapes SET columns = array_remove(columns, 'state') WHERE relation = CASE WHEN $1 % 2 = 0 THEN 'enrolments' ELSE 'disbursements' END`,
  `UPDATE audit_blocks SET hash = sha256(hash) WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET previous = sha256(hash) WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET entries = entries + 1 WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET entries = entries - 1 WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET sealed_at = sealed_at + interval '1 ms' WHERE number = ${aNewBlock}`,
  `UPDATE audit_blocks SET sealed_at = sealed_at - interval '9 days' WHERE number = ${aNewBlock}`,
  `UPDATE audit_blocks SET sealed_at = sealed_at + interval '9 days' WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET recipe = 3 - recipe WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET log = CASE log WHEN 'AUDIT' THEN 'ACCESS' ELSE 'AUDIT' END WHERE number = ${aNewBlock}`,
  `UPDATE audit_blocks SET number = number + 100 WHERE number = ${aBlock}`,
  `DELETE FROM audit_blocks WHERE number = 1 + $1 % 8`,
  `UPDATE audit_blocks SET ids = ids - int8multirange(int8range(lower(ids), lower(ids), '[]')) WHERE number = ${aBlock}`,
  `UPDATE audit_blocks SET ids = ids - int8multirange(int8range(lower(ids), lower(ids), '[]')), entries = entries - 1 WHERE number = ${aBlock}`,
  "WITH sums AS (UPDATE projects SET arranged = arranged + 100) UPDATE appropriations SET amount = amount + 100 WHERE state = 'APPROVED' AND $1 >= 0",
  "UPDATE disbursements SET payee = '别人' WHERE id = :disbursement AND $1 >= 0",
  "UPDATE disbursements SET dated_on = dated_on + 1 WHERE id = :disbursement AND $1 >= 0",
  "UPDATE disbursements SET decided_by_id = gen_random_uuid() WHERE id = :disbursement AND $1 >= 0",
  "DELETE FROM disbursements WHERE id = :disbursement AND $1 >= 0",
  `INSERT INTO disbursements (id, project_id, amount, dated_on, document_no, payee, state, created_by_id)
     SELECT gen_random_uuid(), project_id, amount, dated_on, document_no, payee, 'DRAFT', created_by_id FROM disbursements
     WHERE id = :disbursement AND $1 >= 0`,
  "UPDATE projects SET total_investment = total_investment + 1 WHERE $1 >= 0",
  "UPDATE fund_months SET state = 'OPEN', submitted_by_id = NULL, locked_by_id = NULL WHERE month = '2017-12' AND $1 >= 0",
  "UPDATE aid_funds SET approved_total = approved_total + 1 WHERE $1 >= 0",
  "UPDATE enrolments SET state = 'COMPLETED' WHERE id = :enrolment AND $1 >= 0",
  "UPDATE enrolments SET attended_periods = 10 WHERE id = :enrolment AND $1 >= 0",
  "UPDATE enrolments SET created_by_id = gen_random_uuid() WHERE id = :enrolment AND $1 >= 0",
  "INSERT INTO exam_results (enrolment_id, attempt, held_on, theory) SELECT id, 1, '2018-08-06', 900 FROM enrolments WHERE id = :enrolment AND $1 >= 0",
  `INSERT INTO certificates (id, cohort_id, enrolment_id, issued_on, issued_by_id, name, sex, birth_date, id_number_sealed, course,
     occupation, starts_on, ends_on, scheduled_periods)
     SELECT gen_random_uuid(), e.cohort_id, e.id, '2018-09-05', e.created_by_id, t.name, t.sex, t.birth_date, t.id_number_sealed, 'x', 'x',
       '2018-08-06', '2018-09-05', 1 FROM enrolments e JOIN trainees t ON t.id = e.trainee_id WHERE e.id = :enrolment AND $1 >= 0`,
  "UPDATE parameters SET value = value + 1 WHERE key = 'aid_rate_basis_points' AND $1 >= 0",
  "INSERT INTO parameters (key, valid_from, value, reason) SELECT 'aid_rate_basis_points', '2018-01-01', 60, 'x' WHERE $1 >= 0",
  "UPDATE training_years SET capacity = capacity + 1 WHERE year = 2019 AND $1 >= 0",
];

test.each([0, 1])(
  "I30: each of the tamperings of a superuser is found; the control, none at all, is not (%#)",
  async (round) => {
    const places = fc.sample(fc.nat(47), { numRuns: tamperings.length, seed: seed + round });
    const found = async () =>
      (
        await owner.query(
          "SELECT number::text, wrong FROM checks.audit_chain_broken UNION ALL SELECT key, wrong FROM checks.row_past_audit",
        )
      ).rows;

    expect(await found()).toEqual([]);
    for (const [n, tampering] of tamperings.entries()) {
      const statement = tampering
        .replace(/:(disbursement|enrolment)/, (_, name: keyof typeof rows) => `'${rows[name]}'`)
        .replaceAll("$1", String(places[n]));
      await owner.query("BEGIN; SET LOCAL session_replication_role = replica");
      expect((await owner.query(statement)).rowCount, statement).toBeGreaterThan(0);
      expect(await found(), statement).not.toEqual([]);
      await owner.query("ROLLBACK");
    }
  },
  120_000,
);

test("I30: a table whose rows are no longer marked is found", async () => {
  await owner.query("BEGIN; DROP TRIGGER a_row_is_marked ON disbursements");
  const { rows: found } = await owner.query("SELECT relation, wrong FROM checks.row_past_audit");
  await owner.query("ROLLBACK");

  expect(found).toEqual([{ relation: "disbursements", wrong: "its rows are no longer marked" }]);
});

test("I30: a column that a later release adds makes no mark before it wrong", async () => {
  await owner.query("BEGIN; ALTER TABLE disbursements ADD COLUMN later text NOT NULL DEFAULT 'x'");
  const { rows: found } = await owner.query("SELECT * FROM checks.row_past_audit");
  await owner.query("ROLLBACK");

  expect(found).toEqual([]);
});
