import { expect, test } from "vitest";
import { sql } from "@/tests/support/database";
import { play, seed } from "@/tests/support/model/play";

test("I1–I8, I15, I16, I29: after each of 2,000 commands the portal and the reference model agree", {
  timeout: 300_000,
}, async () => {
  const { commands, done, refused, difference } = await play({ enough: 2_000, longest: 200 });

  const noes = [...refused].map(([name, count]) => `${name} ${count}`).join(", ");
  process.stdout.write(`model: TEST_SEED=${seed}, ${commands} commands, ${done} done; refused: ${noes}\n`);
  expect(difference).toBe("");
  expect(commands).toBeGreaterThanOrEqual(2_000);
  expect(await listBroken()).toEqual([]);
  expect(await sql("app", entriesBesideVersions)).toEqual([]);
});

test("I3, control: without the trigger that counts, the model finds the drift", { timeout: 120_000 }, async () => {
  await sql("owner", "ALTER TABLE enrolments DISABLE TRIGGER enrolment_2_moves_cohort");

  const { difference } = await play({ enough: 300, longest: 60 });

  await sql("owner", "ALTER TABLE enrolments ENABLE TRIGGER enrolment_2_moves_cohort");
  expect(difference).toMatch(/portal .*"(confirmed|held)":0/);
  expect(await listBroken()).toContain("counter_drift");
});

/** Every view of the self-check that has a row to show. */
async function listBroken(): Promise<string[]> {
  const views = await sql<{ name: string }>(
    "app",
    "SELECT viewname AS name FROM pg_views WHERE schemaname = 'checks' ORDER BY 1",
  );
  expect(views.length).toBeGreaterThan(8);
  const broken: string[] = [];
  for (const { name } of views) if ((await sql("app", `SELECT FROM checks.${name}`)).length > 0) broken.push(name);
  return broken;
}

/** I29: an entry for every version of a row, the first of them for the row itself. */
const entriesBesideVersions = `
  SELECT e.id, e.version, count(a.id) FROM enrolments e LEFT JOIN audit_entries a ON a.subject_id = e.id::text
  GROUP BY e.id HAVING count(a.id) <> e.version`;
