import { expect, test } from "vitest";
import { listHistory } from "@/lib/audit/queries/entries";
import { proposeIssue } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { approveRequest } from "@/lib/completion/commands/request";
import { listCertificates, listValidNumbers } from "@/lib/completion/queries/certificates";
import { eachCompleted } from "@/lib/completion/queries/roster";
import { db, snapshot } from "@/lib/database/db";
import { findToday } from "@/lib/today/queries/page";
import { listNames, withNames } from "@/lib/trainee/queries/names";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-09-04");

/** Somebody with a valid certificate who is called otherwise now. */
async function renamed() {
  const [clerk, head] = [await make.signer("BASE_STAFF", today), await make.signer("BASE_DIRECTOR", today)];
  const { id: cohortId, enrolments } = await make.examined();
  const [enrolmentId] = enrolments as [string];
  const row = { cohortId, heldOns: [today], enrolmentIds: enrolments, versions: [1] };
  await recordResults(clerk, { ...row, attended: [9], theory: [700], practice: [700], plans: [] });
  await decideCompletions(clerk, { cohortId, completing: 1, notCompleting: 0 });
  await proposeIssue(clerk, { cohortId });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId } });
  await approveRequest(head, { requestId });
  const { traineeId } = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });

  await sql(
    "app",
    `BEGIN; INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id, before, after)
       VALUES ('psql', '-', 'trainee.edit', 'trainee', '${traineeId}', '{"name": "拥**"}', '{"name": "拥**"}');
     UPDATE trainees SET name = '拥忠拉姆' WHERE id = '${traineeId}'; COMMIT`,
  );
  return { cohortId, enrolmentId, traineeId, clerk };
}

test("R52, I38: a certificate keeps the name and the facts it was issued with, on every list", async () => {
  const { cohortId, enrolmentId, traineeId } = await renamed();

  const roster = await snapshot(async (tx) => {
    const rows = [];
    for await (const people of eachCompleted(tx, { cohortId })) rows.push(...people);
    return rows;
  });

  expect(roster).toMatchObject([{ name: "拥忠卓玛", occupation: "美容师 五级", attended: 9 }]);
  expect(await listCertificates(enrolmentId)).toMatchObject([
    { name: "拥忠卓玛", course: "美容师 五级", startsOn: "2018-08-06", attendedPeriods: 9, scheduledPeriods: 10 },
  ]);
  expect(await listValidNumbers(traineeId)).toHaveLength(1);
  for (const as of ["app", "owner"] as const)
    await expect(
      sql(as, "UPDATE certificates SET name = '拥忠拉姆' WHERE enrolment_id = $1", [enrolmentId]),
    ).rejects.toThrow(/permission denied|WRONG_STATE/);
});

test("R52: a certificate that no longer fits is somebody's work of today", async () => {
  const { cohortId, clerk } = await renamed();

  const cohort = (await findToday(clerk)).cohorts.find(({ id }) => id === cohortId);

  expect(cohort).toMatchObject({ outdated: 1 });
});

test("R5: the history says old and new name to the roles that may see names; the audit keeps both masked", async () => {
  const { traineeId } = await renamed();
  const [entry] = await listHistory([traineeId]);

  expect(entry).toMatchObject({ before: { name: "拥**" }, after: { name: "拥**" } });
  expect(entry && withNames(entry, await listNames(traineeId))).toMatchObject({
    before: { name: "拥忠卓玛" },
    after: { name: "拥忠拉姆" },
  });
});
