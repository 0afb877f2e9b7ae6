import { createAccount } from "@/lib/account/commands/create";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted, wan } from "@/tests/support/money/rows";
import { signingAccount } from "@/tests/support/signers";

/** One thing of each kind that a law guards, as near to the edge as it gets: a locked month, a full year, a closed classroom. */
export async function laws() {
  return { ...(await money()), ...(await training()), ...(await people()) };
}

async function money() {
  const [somebody, another] = [signingAccount("AID_OFFICER"), signingAccount("AID_LEADER")] as [string, string];
  await make.plan(2018, "1000");
  const { id: project } = await make.project();
  await make.sum("appropriation", project, "200");
  const paid = await make.sum("disbursement", project, "160");
  const submitted = { projectId: project, datedOn: "2018-03-02", state: "SUBMITTED" as const };
  const tooMuch = await make.money("disbursement", { ...submitted, amount: wan("40.01") });
  const overPlan = await make.money("appropriation", { ...submitted, amount: wan("800.01") });
  const month = "2017-12";
  await sql("app", noted(`INSERT INTO fund_months (month) VALUES ('${month}')`, month));
  const set = (what: string) => sql("app", noted(`UPDATE fund_months SET ${what} WHERE month = '${month}'`, month));
  await set(`state = 'SUBMITTED', submitted_by_id = '${somebody}'`);
  await set(`state = 'LOCKED', locked_by_id = '${another}'`);
  return { project, paid: paid.id, tooMuch: tooMuch.id, overPlan: overPlan.id };
}

async function training() {
  const fullYear = await make.cohort({ startsOn: day("2019-03-01"), state: "IN_PROGRESS" });
  await sql("owner", "UPDATE training_years SET capacity = planned WHERE year = 2019");
  const applied = await make.approvedApplication(fullYear.id);
  const fullCohort = await make.cohort({ startsOn: day("2020-03-01"), seats: 1 });
  await make.enrolment(fullCohort.id);
  const draft = await make.cohort({ startsOn: day("2021-03-01"), state: "DRAFT" });
  const cancelled = await make.enrolment(draft.id, { state: "CANCELLED" });

  const [first, second] = [await make.cohort(), await make.cohort()];
  await make.lesson({ cohorts: [first.id] });
  await make.lesson({ cohorts: [second.id], classroomNumber: 9 });
  const busy = await make.enrolment(first.id);
  const trainer = await make.trainer();
  const closure = newId();
  const closed = `INSERT INTO classroom_closures (id, classroom_number, starts_at, ends_at, reason, created_by_id)
    VALUES ('${closure}', 11, '2018-08-09', '2018-08-10', 'x', '${newId()}')`;
  await sql("app", noted(closed, closure));
  const away = await make.trainer();
  await make.leave(away.id, day("2018-08-10"));
  return {
    applied: applied.id,
    fullCohort: fullCohort.id,
    waiting: (await make.trainee()).id,
    draft: draft.id,
    cancelled: cancelled.id,
    busy: busy.traineeId,
    sameHour: second.id,
    trainer: trainer.id,
    away: away.id,
  };
}

async function people() {
  const password = "a-long-enough-word-2018";
  const doer = { id: null, name: "make", role: "OPERATIONS" };
  const security = await createAccount(doer, { username: "security", name: "安全", role: "SEC_ADMIN", password });
  const clerk = await createAccount(doer, { username: "clerk", name: "经办", role: "BASE_STAFF", password });
  await sql("app", "INSERT INTO sign_ins (id, account_id, address) VALUES ($1, $2, '-')", [newId(), clerk.id]);
  return { security: security.id, clerk: clerk.id };
}
