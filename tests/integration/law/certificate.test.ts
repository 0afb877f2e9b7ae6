import { beforeAll, expect, test } from "vitest";
import { proposeIssue, proposeVoid } from "@/lib/completion/commands/certificate";
import { approveRequest } from "@/lib/completion/commands/request";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

// I16, R52: each statement goes as the portal's own role with the entries it needs, so that only the law can refuse it.
const today = day("2018-09-04");
let [clerk, head, other] = [make.actor(), make.actor(), make.actor()];
let ids: Record<string, string>;

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
  head = await make.signer("BASE_DIRECTOR", today);
  other = await make.signer("BASE_DIRECTOR", today);
  ids = await scene();
});

/** A cohort with a wish to issue that waits, and one with a valid certificate, a wish to void it that waits, and its issuing request. */
async function scene() {
  const asked = await examinedAndCompleted();
  await proposeIssue(clerk, { cohortId: asked.cohort });
  const { id: wish } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId: asked.cohort } });

  const issued = await examinedAndCompleted();
  await proposeIssue(clerk, { cohortId: issued.cohort });
  const { id: used } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId: issued.cohort } });
  await approveRequest(head, { requestId: used });
  const { id: valid } = await db.certificate.findFirstOrThrow({ where: { cohortId: issued.cohort } });
  await proposeVoid(clerk, { certificateId: valid, reason: "姓名有误" });
  const { id: doubt } = await db.certificateRequest.findFirstOrThrow({ where: { certificateId: valid } });

  const people = { clerk: clerk.id, head: head.id, other: other.id, nobody: newId() };
  return {
    ...people,
    cohort: asked.cohort,
    enrolment: asked.enrolment,
    wish,
    issued: issued.cohort,
    used,
    valid,
    doubt,
  };
}

async function examinedAndCompleted() {
  const { id: cohort, enrolments } = await make.examined();
  const [enrolment] = enrolments as [string];
  await sql(
    "app",
    noted(
      `UPDATE enrolments SET state = 'COMPLETED', ended_on = '2018-08-20', outcome_by_id = '${clerk.id}' WHERE id = '${enrolment}'`,
      enrolment,
    ),
  );
  return { cohort, enrolment };
}

const noted = (statement: string, ...subjects: string[]) =>
  `${subjects.map((id) => `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'x', '${id}');`).join("\n")}
   ${statement}`;

const force = (statement: string) => {
  const named = statement.replaceAll(/:(\w+)/g, (_, name: string) => `'${ids[name]}'`);
  const subjects = [ids.cohort, ids.issued, ids.enrolment].map(String);
  return sql("app", `BEGIN; ${noted(named, ...subjects)}; ROLLBACK`);
};

const decide = (request: string, by: string, yes = true) =>
  `UPDATE certificate_requests SET approved = ${yes}, decided_by_id = ${by} WHERE id = ${request}`;
const issue = (request: string, by: string, on = "2018-09-04") =>
  `INSERT INTO certificates (id, cohort_id, enrolment_id, issued_on, issued_by_id, request_id)
   VALUES (gen_random_uuid(), :cohort, :enrolment, '${on}', ${by}, ${request})`;
const annul = (request: string, by: string, change = "voided_on = '2018-09-04', void_reason = '姓名有误'") =>
  `UPDATE certificates SET ${change}, voided_by_id = ${by}, void_request_id = ${request} WHERE id = :valid`;
const ask = (by: string, change: string[] = []) =>
  `INSERT INTO certificate_requests (id, kind, cohort_id, proposed_by_id, proposed_on${change.length ? ", approved, decided_by_id" : ""})
   VALUES (gen_random_uuid(), 'ISSUE', :issued, ${by}, '2018-09-04'${change.map((one) => `, ${one}`).join("")})`;

test.each([
  ["issued without a request", issue("NULL", ":head")],
  ["issued on a request that waits", issue(":wish", ":head")],
  ["issued on a request decided long ago", issue(":used", ":head")],
  ["issued by another than the approver", `${decide(":wish", ":head")}; ${issue(":wish", ":other")}`],
  ["issued on a request that was turned down", `${decide(":wish", ":head", false)}; ${issue(":wish", ":head")}`],
  ["issued tomorrow", `${decide(":wish", ":head")}; ${issue(":wish", ":head", "2037-01-01")}`],
  ["issued before it was asked for", `${decide(":wish", ":head")}; ${issue(":wish", ":head", "2018-09-03")}`],
  ["issued before the outcome", `${decide(":wish", ":head")}; ${issue(":wish", ":head", "2017-09-03")}`],
  ["approved by an unknown account", decide(":wish", ":nobody")],
  ["approved by staff", decide(":wish", ":clerk")],
  [
    "approved with another proposer in the same statement",
    `UPDATE certificate_requests SET approved = true, decided_by_id = :clerk, proposed_by_id = :head WHERE id = :wish`,
  ],
  ["asked by an unknown account", ask(":nobody")],
  ["asked and approved at once", ask(":clerk", ["true", ":head"])],
  ["voided without a request", annul("NULL", ":head")],
  ["voided on a request that waits", annul(":doubt", ":head")],
  ["voided on the request that issued it", annul(":used", ":head")],
  [
    "voided for another reason",
    `${decide(":doubt", ":head")}; ${annul(":doubt", ":head", "voided_on = '2018-09-04', void_reason = '遗失'")}`,
  ],
  ["voided by another than the approver", `${decide(":doubt", ":head")}; ${annul(":doubt", ":other")}`],
  [
    "voided in 2017",
    `${decide(":doubt", ":head")}; ${annul(":doubt", ":head", "voided_on = '2017-09-04', void_reason = '姓名有误'")}`,
  ],
])("I16: no certificate is %s", async (_, statement) => {
  await expect(force(statement)).rejects.toThrow(/WRONG_STATE|SAME_PERSON|permission denied/);
});

test("control: what the law asks for goes through", async () => {
  await force(`${decide(":wish", ":head")}; ${issue(":wish", ":head")}`);
  await force(`${decide(":doubt", ":other")}; ${annul(":doubt", ":other")}`);
});

test.each([
  ["by nobody", "NULL"],
  ["by an unknown account", ":nobody"],
  ["by the county", ":county"],
])("I16: no outcome is registered %s", async (_, by) => {
  ids.county = (await make.signer("COUNTY_REVIEWER")).id;
  const { enrolments } = await make.examined();
  ids.open = enrolments[0] as string;

  await expect(
    force(`UPDATE enrolments SET state = 'COMPLETED', ended_on = '2018-09-04', outcome_by_id = ${by} WHERE id = :open`),
  ).rejects.toThrow("WRONG_STATE");
  await expect(force(`UPDATE enrolments SET outcome_by_id = :head WHERE id = :enrolment`)).rejects.toThrow(
    "WRONG_STATE",
  );
});

test("control: signatures forged past the law are found by checks.certificate_unsigned", async () => {
  await sql(
    "owner",
    `SET session_replication_role = replica;
     UPDATE certificates SET issued_by_id = '${ids.other}', voided_on = '2018-09-04', voided_by_id = '${ids.nobody}', void_reason = 'x' WHERE id = '${ids.valid}'`,
  );

  const found = await sql<{ signature: string }>(
    "app",
    "SELECT signature FROM checks.certificate_unsigned v JOIN certificates c USING (number) WHERE c.id = $1",
    [ids.valid],
  );

  expect(found.map(({ signature }) => signature).sort()).toEqual(["issued", "voided"]);
});
