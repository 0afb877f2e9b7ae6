import { expect, test } from "vitest";
import { recordResults } from "@/lib/completion/commands/record";
import { db } from "@/lib/database/db";
import { markNoShow } from "@/lib/enrolment/commands/leave";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const staff = () => make.actor("BASE_STAFF", day("2018-09-04"));

async function attended(periods: number) {
  const { id: cohortId, enrolments } = await make.examined();
  const [enrolmentId] = enrolments as [string];
  const none = { theory: [], practice: [], plans: [], heldOns: [] };
  const row = { cohortId, enrolmentIds: [enrolmentId], versions: [1], attended: [periods], ...none };
  await recordResults(staff(), { ...row, theory: [null], practice: [null] });
  return { enrolmentId, version: 2, reason: "没有来" };
}

test("R26: who attended one 课时 is no no-show, and keeps the place; who attended none gives it back", async () => {
  const [came, away] = [await attended(1), await attended(0)];

  await expect(markNoShow(staff(), came)).rejects.toMatchObject({ figures: { case: "NO_SHOW_CAME", attended: 1 } });
  await markNoShow(staff(), away);

  const states = await db.enrolment.findMany({ where: { id: { in: [came.enrolmentId, away.enrolmentId] } } });
  expect(states.map(({ state }) => state).sort()).toEqual(["IN_TRAINING", "NO_SHOW"]);
});

test("R26: the database refuses it to whoever writes, also in the statement that takes the 课时 away or gives them", async () => {
  const { enrolmentId } = await attended(1);
  const never = await attended(0);
  const noted = `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
    VALUES ('psql', '-', 'enrolment.force', 'enrolment', $1::text)) UPDATE enrolments SET state = 'NO_SHOW'`;

  for (const [id, change] of [
    [enrolmentId, ""],
    [enrolmentId, ", attended_periods = NULL"],
    [never.enrolmentId, ", attended_periods = 1"],
  ])
    await expect(sql("app", `${noted}${change} WHERE id = $1::uuid`, [id])).rejects.toMatchObject({
      message: "WRONG_STATE",
      detail: expect.stringContaining("NO_SHOW_CAME"),
    });
});

test("control: a no-show with 课时, made past the law, is found by checks.no_show_attended", async () => {
  const { enrolmentId } = await attended(1);
  await sql(
    "owner",
    `SET session_replication_role = replica; UPDATE enrolments SET state = 'NO_SHOW' WHERE id = '${enrolmentId}'`,
  );

  expect(await sql("app", "SELECT * FROM checks.no_show_attended WHERE enrolment = $1", [enrolmentId])).toHaveLength(1);
});
