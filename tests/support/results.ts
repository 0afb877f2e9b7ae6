import type { Actor } from "@/lib/auth/actor";
import { proposeIssue } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { approveRequest } from "@/lib/completion/commands/request";
import { db } from "@/lib/database/db";
import type { Day } from "@/lib/value/calendar";

export type Result = { attended: number | null; theory?: number | null; practice?: number | null; heldOn?: Day };

/** A sheet as the page sends it, one row a person, as each of them stands now. */
export async function sheetOf(cohortId: string, heldOn: Day, results: [enrolmentId: string, Result][]) {
  const found = await db.enrolment.findMany({ where: { cohortId }, select: { id: true, version: true } });
  const versions = new Map(found.map(({ id, version }) => [id, version]));
  return {
    cohortId,
    enrolmentIds: results.map(([id]) => id),
    versions: results.map(([id]) => versions.get(id) ?? 1),
    attended: results.map(([, { attended }]) => attended),
    theory: results.map(([, { theory = null }]) => theory),
    practice: results.map(([, { practice = null }]) => practice),
    plans: [],
    heldOns: results.map(([, one]): Day | undefined => one.heldOn ?? heldOn),
  };
}

/** Everybody of these passes the exam and has completed. */
export async function complete(clerk: Actor, cohortId: string, enrolments: string[]) {
  const passed: Result = { attended: 10, theory: 700, practice: 800 };
  const rows = enrolments.map((id): [string, Result] => [id, passed]);
  await recordResults(clerk, await sheetOf(cohortId, clerk.today, rows));
  await decideCompletions(clerk, { cohortId, completing: enrolments.length, notCompleting: 0 });
}

/** The wish of a cohort that waits for the second person. */
export const openRequest = (cohortId: string) =>
  db.certificateRequest.findFirstOrThrow({ where: { cohortId, approved: null }, select: { id: true } });

/** Certificates of all who completed and have none; those of the cohort come back. */
export async function issue(clerk: Actor, head: Actor, cohortId: string) {
  await proposeIssue(clerk, { cohortId });
  await approveRequest(head, { requestId: (await openRequest(cohortId)).id });
  return db.certificate.findMany({ where: { cohortId }, orderBy: { personNumber: "asc" } });
}
