import { beforeAll, expect, test } from "vitest";
import { closeCohort, proposeClosing } from "@/lib/cohort/commands/close";
import { proposeIssue, proposeVoid } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { approveRequest } from "@/lib/completion/commands/request";
import { reopenOutcome, reverseOutcome } from "@/lib/completion/commands/reverse";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-09-04");
let [clerk, head, county] = [make.actor(), make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
  head = await make.signer("BASE_DIRECTOR", today);
  county = await make.signer("COUNTY_REVIEWER", today);
});

/** One person whose wrong mark was registered as a completion. */
async function completed() {
  const { id: cohortId, enrolments } = await make.examined();
  const [enrolmentId] = enrolments as [string];
  await record(cohortId, enrolmentId, 700);
  await decideCompletions(clerk, { cohortId, completing: 1, notCompleting: 0 });
  return { cohortId, enrolmentId };
}

async function record(cohortId: string, enrolmentId: string, theory: number) {
  const { version } = await enrolmentOf(enrolmentId);
  const row = { cohortId, enrolmentIds: [enrolmentId], versions: [version], heldOns: [today], plans: [] };
  await recordResults(clerk, { ...row, attended: [10], theory: [theory], practice: [700] });
}

const enrolmentOf = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });
const cohortOf = (id: string) => db.cohort.findUniqueOrThrow({ where: { id } });
const wish = async (enrolmentId: string) => {
  const { version } = await enrolmentOf(enrolmentId);
  return { enrolmentId, version, reason: "理论成绩登错" };
};

async function close(cohortId: string) {
  await proposeClosing(head, { cohortId, version: (await cohortOf(cohortId)).version });
  await closeCohort(county, { cohortId, version: (await cohortOf(cohortId)).version });
}

async function issue(cohortId: string) {
  await proposeIssue(clerk, { cohortId });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId, approved: null } });
  await approveRequest(head, { requestId });
}

test("R53: the director takes an outcome back with a reason; marks and lessons stay, and the right outcome follows", async () => {
  const { cohortId, enrolmentId } = await completed();
  const { confirmed } = await cohortOf(cohortId);

  await reverseOutcome(head, await wish(enrolmentId));

  expect(await enrolmentOf(enrolmentId)).toMatchObject({
    state: "IN_TRAINING",
    endedOn: null,
    outcomeById: null,
    attendedPeriods: 10,
    outcomeReversedById: head.id,
    outcomeReversalReason: "理论成绩登错",
  });
  expect(await db.traineeLesson.count({ where: { enrolmentId } })).toBe(1);
  expect(await cohortOf(cohortId)).toMatchObject({ confirmed });
  await record(cohortId, enrolmentId, 800);
  await decideCompletions(clerk, { cohortId, completing: 1, notCompleting: 0 });
  const verbs = await db.auditEntry.findMany({ where: { subjectId: enrolmentId }, orderBy: { id: "desc" }, take: 3 });
  expect(verbs.map(({ verb }) => verb)).toEqual(["enrolment.complete", "enrolment.recordResults", "enrolment.reverse"]);
});

test("R52, R53: a valid certificate is voided first, its number is never given again", async () => {
  const { cohortId, enrolmentId } = await completed();
  await issue(cohortId);
  await expect(reverseOutcome(head, await wish(enrolmentId))).rejects.toMatchObject({ figures: { case: "CERTIFIED" } });

  const { id: certificateId } = await db.certificate.findFirstOrThrow({ where: { cohortId } });
  await proposeVoid(clerk, { certificateId, reason: "成绩登错" });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { certificateId } });
  await approveRequest(head, { requestId });
  await reverseOutcome(head, await wish(enrolmentId));
  await decideCompletions(clerk, { cohortId, completing: 1, notCompleting: 0 });
  await issue(cohortId);

  const numbers = await db.certificate.findMany({ where: { cohortId }, orderBy: { personNumber: "asc" } });
  expect(numbers.map(({ personNumber }) => personNumber)).toEqual([1, 2]);
  expect(await sql("owner", "SELECT * FROM checks.certificate_gap")).toEqual([]);
});

test("R53: once closed the county does it, and the cohort is in its exam until it is closed anew", async () => {
  const { cohortId, enrolmentId } = await completed();
  await close(cohortId);

  await expect(reverseOutcome(head, await wish(enrolmentId))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await reopenOutcome(county, await wish(enrolmentId));

  expect(await cohortOf(cohortId)).toMatchObject({ state: "EXAM", closedById: null, closingProposedById: null });
  expect(await enrolmentOf(enrolmentId)).toMatchObject({ state: "IN_TRAINING", outcomeReversedById: county.id });
  await decideCompletions(clerk, { cohortId, completing: 1, notCompleting: 0 });
  await close(cohortId);
  expect(await sql("owner", "SELECT * FROM checks.counter_drift")).toEqual([]);
});

test("I16: the database keeps it to these roles and to a reason, whoever writes", async () => {
  const { cohortId, enrolmentId } = await completed();
  const force = (statement: string) =>
    sql(
      "app",
      `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
       VALUES ('psql', '-', 'x.force', 'x', '${cohortId}'), ('psql', '-', 'x.force', 'x', '${enrolmentId}'); ${statement}`,
    );
  const back = (by: string, reason: string) =>
    force(
      `UPDATE enrolments SET state = 'IN_TRAINING', outcome_reversed_by_id = '${by}', outcome_reversal_reason = ${reason}
       WHERE id = '${enrolmentId}'`,
    );

  for (const [by, reason] of [
    [clerk.id, "'x'"],
    [county.id, "'x'"],
    [head.id, "NULL"],
  ] as const)
    await expect(back(by, reason)).rejects.toThrow("WRONG_STATE");
  await close(cohortId);
  await expect(back(head.id, "'x'")).rejects.toThrow("WRONG_STATE");
  for (const by of [head.id, clerk.id])
    await expect(
      force(
        `UPDATE cohorts SET state = 'EXAM', reopened_by_id = '${by}', reopen_reason = 'x' WHERE id = '${cohortId}'`,
      ),
    ).rejects.toThrow("WRONG_STATE");
});
