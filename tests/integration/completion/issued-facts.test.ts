import { expect, test } from "vitest";
import { listHistory } from "@/lib/audit/queries/entries";
import { listCertificates, listValidNumbers } from "@/lib/completion/queries/certificates";
import { eachCompleted } from "@/lib/completion/queries/roster";
import { snapshot } from "@/lib/database/db";
import { findToday } from "@/lib/today/queries/page";
import { listNames, withNames } from "@/lib/trainee/queries/names";
import { sql } from "@/tests/support/database";
import { examPassed, rename } from "@/tests/support/law/certified";

/** Somebody with a valid certificate who is called otherwise now. */
async function renamed() {
  const { issue, ...who } = await examPassed();
  await issue();
  await rename(who.traineeId, "拥忠拉姆");
  return who;
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
