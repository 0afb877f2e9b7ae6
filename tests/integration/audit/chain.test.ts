import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit, sealAudit } from "@/lib/audit/mutations";
import { listBlocks, listBrokenBlocks } from "@/lib/audit/queries/chain";
import { transaction } from "@/lib/db";
import { newId } from "@/lib/id";
import { ownerUrl, sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));
const note = (verb: string) =>
  transaction((tx) =>
    recordAudit(tx, make.actor(), verb, {
      type: "course",
      id: newId(),
      before: { courseName: "甲" },
      after: { courseName: "乙" },
    }),
  );

/** Seals until so many are sealed: a transaction of another database on the same server may still hold the horizon back. */
async function sealUntil(total: number) {
  const sealed = [];
  while (sealed.reduce((sum, { entries }) => sum + entries, 0) < total) sealed.push(...(await sealAudit()));
  return sealed;
}

let owner: pg.Client;
beforeAll(async () => {
  process.stdout.write(`chain: TEST_SEED=${seed}\n`);
  owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  for (let block = 0; block < 4; block++) {
    for (let n = 0; n < 12; n++) await note(`course.edit${block}`);
    await sealUntil(12);
  }
  // As long ago as the day before yesterday, in a chain that was sealed then.
  await sql(
    "owner",
    "UPDATE audit_blocks SET sealed_at = sealed_at - interval '2 days' + number * interval '1 minute'",
  );
}, 60_000);
afterAll(() => owner.end());

test("I30: each entry stands in one block, each block follows the one before, and nothing is wrong", async () => {
  const blocks = await listBlocks();
  const [{ total } = { total: 0 }] = await sql<{ total: number }>(
    "app",
    "SELECT count(*)::int AS total FROM audit_entries",
  );

  expect(blocks.reduce((sum, { entries }) => sum + entries, 0)).toBe(total);
  expect(await listBrokenBlocks()).toEqual([]);
});

test("I30: an entry whose transaction is still running when others are sealed gets into the next block", async () => {
  const slow = new pg.Client({ connectionString: ownerUrl() });
  await slow.connect();
  const insert = `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('x', 'x', 'slow', 'x', '${newId()}')`;
  await slow.query("BEGIN");
  await slow.query(insert);
  await note("quick");

  const whileOpen = await sealAudit();
  await slow.query("COMMIT");
  await slow.end();
  const afterwards = await sealUntil(2);

  expect(whileOpen).toEqual([]);
  expect(afterwards.reduce((sum, { entries }) => sum + entries, 0)).toBe(2);
  expect(await listBrokenBlocks()).toEqual([]);
});

test("I30: the portal's own role can neither rewrite the chain nor take a block out of it", async () => {
  for (const statement of [
    "UPDATE audit_blocks SET hash = '\\x00'",
    "DELETE FROM audit_blocks",
    "INSERT INTO audit_blocks SELECT * FROM audit_blocks",
  ])
    await expect(sql("app", statement)).rejects.toMatchObject({ code: "42501" });
});

const anEntry = "(SELECT id FROM audit_entries WHERE verb LIKE 'course.edit%' ORDER BY id OFFSET $1 LIMIT 1)";
const tampering = fc.constantFrom(
  `UPDATE audit_entries SET verb = verb || 'x' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET actor_name = '别人' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET actor_id = gen_random_uuid() WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET at = at - interval '1 second' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET before = '{"courseName": "丙"}' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET after = NULL WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET reason = '补写' WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET subject_id = 'x' WHERE id = ${anEntry}`,
  `DELETE FROM audit_entries WHERE id = ${anEntry}`,
  `UPDATE audit_entries SET id = id + 1000000 WHERE id = ${anEntry}`,
  `INSERT INTO audit_entries (at, xid, actor_name, actor_role, verb, subject_type, subject_id)
     SELECT at - interval '9 days', '3', 'x', 'x', 'x', 'x', 'x' FROM audit_entries WHERE id = ${anEntry}`,
  `UPDATE audit_blocks SET hash = sha256(hash) WHERE number = 1 + $1::int % 4`,
  `UPDATE audit_blocks SET previous = sha256(hash) WHERE number = 1 + $1::int % 4`,
  `DELETE FROM audit_blocks WHERE number = 1 + $1::int % 3`,
  `UPDATE audit_blocks SET ids = ids - int8multirange(int8range(lower(ids), lower(ids), '[]')) WHERE number = 1 + $1::int % 4`,
);

test("I30: each of 50 tamperings is found; the control, no tampering at all, is not", async () => {
  const attempts = fc.sample(fc.tuple(tampering, fc.nat(47)), { numRuns: 50, seed });
  const look = async () => (await owner.query("SELECT * FROM checks.audit_chain_broken")).rows.length;

  expect(await look()).toBe(0);
  for (const [statement, which] of attempts) {
    await owner.query("BEGIN");
    await owner.query("SET LOCAL session_replication_role = replica");
    expect((await owner.query(statement, [which])).rowCount, statement).toBe(1);
    expect(await look(), `${statement} ${which}`).toBeGreaterThan(0);
    await owner.query("ROLLBACK");
  }
});
