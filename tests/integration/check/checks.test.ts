import { expect, test } from "vitest";
import { listChecks, listShortages } from "@/lib/check/queries";
import { newestMigration } from "@/lib/check/rules";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const broken = async () =>
  Object.fromEntries((await listChecks()).filter(({ total }) => total > 0).map(({ name, total }) => [name, total]));

test("a healthy database returns no row from any check", async () => {
  const { id } = await make.cohort();
  await make.enrolment(id);

  expect((await listChecks()).length).toBeGreaterThanOrEqual(11);
  expect(await broken()).toEqual({});
});

test("control: each damage done past the laws is found by its check", async () => {
  const cohort = await make.cohort();
  const { id } = await make.enrolment(cohort.id);
  const account = make.actor("AUDITOR");

  // As the owner, with triggers and constraints out of the way: the portal itself could not do this.
  await sql("owner", "SET session_replication_role = replica; UPDATE cohorts SET confirmed = 5 WHERE confirmed = 1");
  await sql("owner", `SET session_replication_role = replica; DELETE FROM audit_entries WHERE subject_id = '${id}'`);
  await sql(
    "owner",
    `SET session_replication_role = replica; ALTER TABLE accounts DROP CONSTRAINT administrators_stay_apart;
     INSERT INTO accounts (id, username, name, role) VALUES ('${account.id}', 'one', '同一人', 'SYS_ADMIN'), ('${account.signInId}', 'two', '同一人', 'AUDITOR')`,
  );

  await sql(
    "owner",
    `ALTER TABLE enrolments DROP CONSTRAINT requester_does_not_approve_transfer;
     SET session_replication_role = replica;
     UPDATE enrolments SET transfer_requested_by_id = '${account.id}', transfer_approved_by_id = '${account.id}' WHERE id = '${id}'`,
  );

  expect(await broken()).toMatchObject({
    counter_drift: expect.any(Number),
    audit_missing: 3,
    admin_roles_mixed: 1,
    creator_is_approver: 1,
  });
});

test("the portal is ready when its migrations are complete", async () => {
  await sql(
    "owner",
    `CREATE TABLE IF NOT EXISTS _prisma_migrations (id varchar(36) PRIMARY KEY, finished_at timestamptz, migration_name varchar(255), rolled_back_at timestamptz, checksum text);
     GRANT SELECT ON _prisma_migrations TO portal_app;
     INSERT INTO _prisma_migrations (id, migration_name, checksum, finished_at) VALUES ('of this test', '${newestMigration}', '-', now())`,
  );
  expect(await listShortages()).not.toContain("migrations");
  expect(await listShortages()).not.toContain("database");

  await sql("owner", "UPDATE _prisma_migrations SET finished_at = NULL");
  expect(await listShortages()).toContain("migrations");
});
