import pg from "pg";
import { expect, test } from "vitest";
import { listChecks } from "@/lib/check/queries";
import { whilePreparing } from "@/scripts/postgres/database.mjs";
import { applyLaws } from "@/scripts/postgres/laws.mjs";
import { appUrl, ownerUrl, sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

test("laws are put in place of themselves under rows that rest on them", async () => {
  const cohort = await make.cohort();
  const { id } = await make.enrolment(cohort.id);

  const applied = await applyAgain();

  expect(applied).toBe(true);
  expect((await listChecks()).filter(({ total }) => total > 0)).toEqual([]);
  await expect(sql("app", `UPDATE enrolments SET state = 'APPLIED' WHERE id = '${id}'`)).rejects.toMatchObject({
    message: "WRONG_STATE",
  });
});

test("a portal that runs goes on under new laws: what it had prepared finds them", async () => {
  const cohort = await make.cohort();
  const running = new pg.Client({ connectionString: appUrl() });
  await running.connect();
  const ask = () =>
    running.query({
      name: "asked",
      text: "SELECT lessons_ahead($1), (SELECT count(*) FROM checks.counter_drift)",
      values: [cohort.id],
    });
  const rename = () =>
    running.query({
      name: "renamed",
      text: "UPDATE cohorts SET title = 'x' WHERE id = $1",
      values: [cohort.id],
    });
  const before = [(await ask()).rows, await rename().catch(({ message }) => message)];

  await applyAgain();

  const after = [(await ask()).rows, await rename().catch(({ message }) => message)];
  await running.end();
  expect(after).toEqual(before);
  expect(after[1]).toBe("AUDIT_MISSING");
});

test("a portal that holds one table and waits for another is let through first", async () => {
  const running = new pg.Client({ connectionString: ownerUrl() });
  await running.connect();
  await running.query("BEGIN; LOCK TABLE trainers IN ROW EXCLUSIVE MODE");

  const applying = applyAgain();
  await untilWaiting("trainers");
  await running.query("SET LOCAL deadlock_timeout = '60s'; LOCK TABLE accounts IN ROW EXCLUSIVE MODE; COMMIT");

  expect(await applying).toBe(true);
  await running.end();
});

/** The mark is taken away, so that the laws are others than the last time. */
const applyAgain = (): Promise<boolean> =>
  whilePreparing(ownerUrl(), async (client) => {
    await client.query("COMMENT ON SCHEMA checks IS NULL; SET deadlock_timeout = '2s'");
    return applyLaws(client);
  });

async function untilWaiting(table: string): Promise<void> {
  const waits = () =>
    sql(
      "owner",
      `SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
       WHERE datname = current_database() AND NOT granted AND relation = $1::regclass`,
      [table],
    );
  while ((await waits()).length === 0);
}
