import pg from "pg";
import { expect, test, vi } from "vitest";
import { proposeVoid } from "@/lib/completion/commands/certificate";
import { approveRequest } from "@/lib/completion/commands/request";
import { db } from "@/lib/database/db";
import { appUrl, ownerUrl, sql } from "@/tests/support/database";
import { examPassed, rename, renaming } from "@/tests/support/law/certified";

const drift = () => sql("app", "SELECT kept FROM checks.outdated_drift");
const outdatedOf = async (cohortId: string) =>
  (await sql("app", "SELECT FROM outdated_certificates WHERE cohort_id = $1", [cohortId])).length;
/** How many wait for a row that somebody else holds. */
const waiting = async () =>
  (await sql("owner", "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))
    .length;

test("R52: a certificate is outdated while its person is called otherwise, and no longer once it is voided", async () => {
  const { cohortId, enrolmentId, traineeId, clerk, head, issue } = await examPassed();
  const { name } = await db.trainee.findUniqueOrThrow({ where: { id: traineeId } });
  await issue();
  expect(await outdatedOf(cohortId)).toBe(0);

  await rename(traineeId, "拥忠拉姆");
  expect(await outdatedOf(cohortId)).toBe(1);
  await rename(traineeId, name);
  expect(await outdatedOf(cohortId)).toBe(0);
  await rename(traineeId, "拥忠措姆");
  expect(await drift()).toEqual([]);

  const { id: certificateId } = await db.certificate.findFirstOrThrow({ where: { enrolmentId } });
  await proposeVoid(clerk, { certificateId, reason: "姓名已变更" });
  const wish = await db.certificateRequest.findFirstOrThrow({ where: { certificateId } });
  await approveRequest(head, { requestId: wish.id });
  expect(await outdatedOf(cohortId)).toBe(0);
  expect(await drift()).toEqual([]);
});

test("R52: a name that changes while the certificate is being issued stands on it, or outdates it", async () => {
  const { cohortId, traineeId, enrolmentId, issue } = await examPassed();
  const other = new pg.Client({ connectionString: appUrl() });
  await other.connect();
  await other.query(`BEGIN; ${renaming(traineeId, "拥忠旺姆")}`);

  const issued = issue();
  await vi.waitFor(async () => expect(await waiting()).toBe(1));
  await other.query("COMMIT");
  await other.end();
  await issued;

  expect(await db.certificate.findFirstOrThrow({ where: { enrolmentId } })).toMatchObject({ name: "拥忠旺姆" });
  expect(await outdatedOf(cohortId)).toBe(0);
  expect(await drift()).toEqual([]);
});

test("I3: the portal reads which certificates are outdated and changes nothing of it", async () => {
  for (const change of [
    "DELETE FROM outdated_certificates",
    "INSERT INTO outdated_certificates SELECT id, cohort_id FROM certificates",
  ])
    await expect(sql("app", change), change).rejects.toMatchObject({ code: "42501" });
});

test("control: a certificate that was taken from the list past the law is found", async () => {
  const { cohortId, traineeId, issue } = await examPassed();
  await issue();
  await rename(traineeId, "拥忠拉姆");
  const owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  await owner.query("BEGIN");
  await owner.query("DELETE FROM outdated_certificates WHERE cohort_id = $1", [cohortId]);
  const { rows } = await owner.query("SELECT kept FROM checks.outdated_drift");
  await owner.query("ROLLBACK");
  await owner.end();

  expect(rows).toEqual([{ kept: false }]);
});
