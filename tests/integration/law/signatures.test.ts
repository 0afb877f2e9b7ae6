import { expect, test } from "vitest";
import { grantOf, may, mayApprove, mayPropose, type Permission, roles } from "@/lib/auth/permissions";
import { closeCohort, proposeClosing } from "@/lib/cohort/commands/close";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

// I16, R111: each statement goes as the portal's own login, with its audit entry, so that only the law can refuse it.
const tell = (id: string, statement: string) =>
  sql(
    "app",
    `DO $$ BEGIN
       INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'x', '${id}');
       ${statement};
     END $$`,
  );

const person = (role: Role) => make.actor(role).id;
const [staff, director, reviewer] = (["BASE_STAFF", "BASE_DIRECTOR", "COUNTY_REVIEWER"] as const).map(person);

/** An account that signed in once and may no more. */
async function disabled(role: Role) {
  const id = newId();
  await sql(
    "owner",
    `SET session_replication_role = replica; INSERT INTO accounts (id, username, name, role, disabled_at)
     VALUES ('${id}', 'gone-${id.slice(-8)}', 'gone', '${role}', now()) ON CONFLICT DO NOTHING`,
  );
  return id;
}

test("I16: the roles that may sign in the database are those of the permission table", async () => {
  const acts: [string, (role: Role) => boolean][] = [
    ...(["cohort:draft", "cohort:submit", "enrolment:create", "enrolment:transfer"] as const).map(
      (act): [string, (role: Role) => boolean] => [act, (role) => may(role, act)],
    ),
    ["cohort:proposeClosing", (role) => grantOf(role, "cohort:close") === "P"],
    ...(["money:record", "month:submit"] as const).map((act): [string, (role: Role) => boolean] => [
      act,
      (role) => mayPropose(role, act),
    ]),
    ["year:proposeClosing", (role) => mayPropose(role, "year:close")],
    ["money:approve", (role) => mayApprove(role, "money:record")],
    ["setting:propose", (role) => mayPropose(role, "setting:change")],
    ["yearCapacity:propose", (role) => mayPropose(role, "yearCapacity:change")],
    ...(
      [
        "cohort:approve",
        "cohort:close",
        "enrolment:late",
        "enrolment:transferLate",
        "month:lock",
        "year:close",
      ] as const
    ).map((act: Permission): [string, (role: Role) => boolean] => [act, (role) => mayApprove(role, act)]),
  ];

  for (const [act, granted] of acts) {
    const [{ signers } = { signers: "" }] = await sql<{ signers: string }>(
      "app",
      "SELECT signers($1)::text AS signers",
      [act],
    );
    expect(signers, act).toBe(`{${roles.filter(granted)}}`);
  }
});

test("I16: nobody approves a cohort with another's name, in another's role, in advance or of long ago", async () => {
  const { id } = await make.cohort({ state: "SUBMITTED", createdById: staff as string });
  const approve = (set: string) =>
    tell(id, `UPDATE cohorts SET state = 'APPROVED', approval_document_no = '1', ${set} WHERE id = '${id}'`);
  const { submittedById } = await db.cohort.findUniqueOrThrow({ where: { id } });

  await expect(approve(`approved_by_id = '${submittedById}'`)).rejects.toThrow("SAME_PERSON");
  // The submitter put away in the same statement, to approve the own cohort.
  await expect(approve(`submitted_by_id = '${director}', approved_by_id = '${reviewer}'`)).rejects.toThrow(
    "WRONG_STATE",
  );
  await expect(approve(`approved_by_id = '${newId()}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(approve(`approved_by_id = '${director}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(approve(`approved_by_id = '${await disabled("COUNTY_REVIEWER")}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(tell(id, `UPDATE cohorts SET approved_by_id = '${reviewer}' WHERE id = '${id}'`)).rejects.toThrow(
    "WRONG_STATE",
  );
  await expect(tell(id, `UPDATE cohorts SET submitted_by_id = '${director}' WHERE id = '${id}'`)).rejects.toThrow(
    "WRONG_STATE",
  );

  await approve(`approved_by_id = '${reviewer}', approved_at = '2017-01-01'`);
  const { approvedAt } = await db.cohort.findUniqueOrThrow({ where: { id } });
  expect(approvedAt?.getUTCFullYear()).toBe(new Date().getUTCFullYear());
});

test("I16: a cohort is founded and submitted by somebody of the base who may, and not signed in advance", async () => {
  const { courseId, id } = await make.cohort({ state: "DRAFT" });
  const found = (columns: string, values: string) => {
    const fresh = newId();
    return tell(
      fresh,
      `INSERT INTO cohorts (id, title, course_id, starts_on, ends_on, seats, ${columns})
       VALUES ('${fresh}', 'x', '${courseId}', '2018-08-06', '2018-09-06', 9, ${values})`,
    );
  };

  await expect(found("created_by_id", `'${newId()}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(found("created_by_id", `'${reviewer}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(found("created_by_id, approved_by_id", `'${staff}', '${reviewer}'`)).rejects.toThrow("WRONG_STATE");
  await expect(found("created_by_id, approved_at", `'${staff}', now()`)).rejects.toThrow("WRONG_STATE");
  await expect(tell(id, `UPDATE cohorts SET state = 'SUBMITTED' WHERE id = '${id}'`)).rejects.toThrow("NOT_ALLOWED");
  await found("created_by_id", `'${staff}'`);
});

test("I16: approver, proposer and closer of a finished cohort stand", async () => {
  const { id } = await make.cohort({ state: "CLOSED" });
  const write = (set: string) => tell(id, `UPDATE cohorts SET ${set} WHERE id = '${id}'`);

  for (const column of ["submitted_by_id", "approved_by_id", "closing_proposed_by_id", "closed_by_id"])
    await expect(write(`${column} = '${person("COUNTY_REVIEWER")}'`), column).rejects.toThrow("WRONG_STATE");
  await expect(write("approved_at = '2017-01-01'")).rejects.toThrow("WRONG_STATE");
  await expect(write("approval_document_no = 'x'")).rejects.toThrow("WRONG_STATE");
});

test("I16: a cohort is closed by the county on the proposal of somebody else, who is not put there with the closing", async () => {
  const { id } = await make.cohort({ state: "EXAM" });
  const close = (set: string) => tell(id, `UPDATE cohorts SET state = 'CLOSED', ${set} WHERE id = '${id}'`);

  await expect(close(`closing_proposed_by_id = '${director}', closed_by_id = '${reviewer}'`)).rejects.toThrow(
    "WRONG_STATE",
  );
  await expect(
    tell(id, `UPDATE cohorts SET closing_proposed_by_id = '${reviewer}' WHERE id = '${id}'`),
  ).rejects.toThrow("NOT_ALLOWED");
  await proposeClosing(make.actor("BASE_DIRECTOR"), { cohortId: id, version: 1 });
  await expect(close(`closed_by_id = '${director}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(tell(id, `UPDATE cohorts SET closing_proposed_by_id = NULL WHERE id = '${id}'`)).rejects.toThrow(
    "NOT_ALLOWED",
  );
  await closeCohort(make.actor("COUNTY_REVIEWER"), { cohortId: id, version: 2 });
});

test("I42: the mark LATE stays, and nobody is confirmed without the approval of exactly what needs it", async () => {
  const cohort = await make.cohort({ state: "IN_PROGRESS", startsOn: day("2018-08-06") });
  const { id } = await make.application(cohort.id, { approvalNeeded: ["LATE"], createdById: staff as string });
  const write = (set: string) => tell(id, `UPDATE enrolments SET ${set} WHERE id = '${id}'`);
  const approve = (need: string, by: string | undefined) =>
    tell(
      id,
      `INSERT INTO enrolment_approvals (enrolment_id, need, approved_by_id) VALUES ('${id}', '${need}', '${by}')`,
    );

  await expect(write("approval_needed = '{}'")).rejects.toThrow("WRONG_STATE");
  await expect(write("approval_needed = '{}', state = 'CONFIRMED'")).rejects.toThrow("WRONG_STATE");
  await expect(write("approval_needed = NULL")).rejects.toMatchObject({ code: "23502" });
  await expect(write("state = 'CONFIRMED'")).rejects.toThrow("NOT_ALLOWED");
  await expect(approve("LATE", staff)).rejects.toThrow("SAME_PERSON");
  await expect(approve("LATE", person("BASE_STAFF"))).rejects.toThrow("NOT_ALLOWED");
  await expect(approve("LATE", newId())).rejects.toThrow("NOT_ALLOWED");
  await expect(approve("OVER_AGE", director)).rejects.toThrow("WRONG_STATE");

  await approve("LATE", director);
  await expect(write("state = 'CONFIRMED', approval_needed = '{LATE,OVER_AGE}'")).rejects.toThrow("NOT_ALLOWED");
  await expect(sql("app", `DELETE FROM enrolment_approvals WHERE enrolment_id = '${id}'`)).rejects.toMatchObject({
    code: "42501",
  });
  await write("state = 'CONFIRMED'");
});

test("R34: nobody is written into a cohort that has begun without an approval, whatever marks the row carries", async () => {
  const cohort = await make.cohort({ state: "IN_PROGRESS" });
  const { id: traineeId } = await make.trainee();
  const applied = await make.application(cohort.id);
  const fresh = newId();
  const insert = `INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id)
    VALUES ('${fresh}', '${traineeId}', '${cohort.id}', 'CONFIRMED', '${staff}')`;

  await expect(tell(fresh, insert)).rejects.toThrow("NOT_ALLOWED");
  await expect(
    tell(applied.id, `UPDATE enrolments SET state = 'CONFIRMED' WHERE id = '${applied.id}'`),
  ).rejects.toThrow("NOT_ALLOWED");
});

test("I5, I16: who enrols has an account that may, and chooses neither place in the queue nor day", async () => {
  const cohort = await make.cohort({ seats: 1 });
  await make.enrolment(cohort.id);
  const first = await make.enrolment(cohort.id, { state: "WAITLISTED" });
  const { id: traineeId } = await make.trainee();
  const enrol = (id: string, by: string | undefined) =>
    tell(
      id,
      `INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id, queue_no, applied_at, confirmed_at)
       VALUES ('${id}', '${traineeId}', '${cohort.id}', 'WAITLISTED', '${by}', -1, '2017-01-01', '2017-01-01')`,
    );

  await expect(enrol(newId(), newId())).rejects.toThrow("NOT_ALLOWED");
  await expect(enrol(newId(), reviewer)).rejects.toThrow("NOT_ALLOWED");
  const id = newId();
  await enrol(id, staff);

  const queue = await db.enrolment.findMany({
    where: { cohortId: cohort.id, state: "WAITLISTED" },
    orderBy: { queueNo: "asc" },
    select: { id: true, appliedAt: true, confirmedAt: true },
  });
  expect(queue.map((one) => one.id)).toEqual([first.id, id]);
  expect(queue[1]?.appliedAt.getUTCFullYear()).toBe(new Date().getUTCFullYear());
  expect(queue[1]?.confirmedAt).toBeNull();
});

test("R28, I16: a transfer is asked for and approved by accounts that may, each in its own act", async () => {
  const [from, to] = [await make.cohort(), await make.cohort({ startsOn: day("2018-10-08") })];
  const { id } = await make.enrolment(from.id, { createdById: staff as string });
  const write = (set: string) => tell(id, `UPDATE enrolments SET ${set} WHERE id = '${id}'`);
  const approve = (by: string | undefined) =>
    write(`cohort_id = transfer_to_id, transfer_to_id = NULL, transfer_approved_by_id = '${by}'`);

  await expect(write(`transfer_to_id = '${to.id}'`)).rejects.toThrow("NOT_ALLOWED");
  await expect(write(`transfer_to_id = '${to.id}', transfer_requested_by_id = '${reviewer}'`)).rejects.toThrow(
    "NOT_ALLOWED",
  );
  await write(`transfer_to_id = '${to.id}', transfer_requested_by_id = '${director}'`);
  await expect(write(`transfer_requested_by_id = '${staff}'`)).rejects.toThrow("WRONG_STATE");
  await expect(approve(staff)).rejects.toThrow("SAME_PERSON");
  await expect(approve(person("BASE_STAFF"))).rejects.toThrow("NOT_ALLOWED");
  await expect(approve(newId())).rejects.toThrow("NOT_ALLOWED");
  await approve(reviewer);
});

test.each([
  [
    "cohorts",
    "exam_begun_by_id",
    "exam_reason",
    "reopened_by_id",
    "reopen_reason",
    "closing_return_reason",
    "closed_at",
  ],
  ["enrolments", "attended_periods", "ended_on", "outcome_by_id", "outcome_reversed_by_id", "outcome_reversal_reason"],
])("I16, I35: what a later act writes is not written with the row: %s", async (table, ...columns) => {
  for (const column of columns)
    await expect(
      sql("app", `INSERT INTO ${table} (id, ${column}) VALUES (gen_random_uuid(), NULL)`),
      column,
    ).rejects.toMatchObject({
      code: "42501",
    });
});
