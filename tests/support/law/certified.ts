import { proposeIssue } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { approveRequest } from "@/lib/completion/commands/request";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-09-04");

/** Somebody who completed and whose certificate was asked for; `issue` lets the director approve it. */
export async function examPassed() {
  const [clerk, head] = [await make.signer("BASE_STAFF", today), await make.signer("BASE_DIRECTOR", today)];
  const { id: cohortId, enrolments } = await make.examined();
  const [enrolmentId] = enrolments as [string];
  const row = { cohortId, heldOns: [today], enrolmentIds: enrolments, versions: [1] };
  await recordResults(clerk, { ...row, attended: [9], theory: [700], practice: [700], plans: [] });
  await decideCompletions(clerk, { cohortId, completing: 1, notCompleting: 0 });
  await proposeIssue(clerk, { cohortId });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId } });
  const { traineeId } = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  return { cohortId, enrolmentId, traineeId, clerk, head, issue: () => approveRequest(head, { requestId }) };
}

/** The name of a trainee as the database takes it, with its entry. */
export const renaming = (traineeId: string, name: string) => `
  INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id, before, after)
    VALUES ('psql', '-', 'trainee.edit', 'trainee', '${traineeId}', '{"name": "拥**"}', '{"name": "拥**"}');
  UPDATE trainees SET name = '${name}' WHERE id = '${traineeId}'`;

export const rename = (traineeId: string, name: string) => sql("app", `BEGIN; ${renaming(traineeId, name)}; COMMIT`);
