import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { proposeIssue, proposeVoid } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { approveRequest, rejectRequest } from "@/lib/completion/commands/request";
import { listStandings } from "@/lib/completion/queries/standing";
import { db, transaction } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const examDay = day("2018-09-04");
const [clerk, head] = [await make.signer("BASE_STAFF", examDay), await make.signer("BASE_DIRECTOR", examDay)];
const staff = () => clerk;
const director = () => head;

/** A cohort whose people have all completed. */
async function completed(people: number) {
  const { id, number, enrolments } = await make.examined({ people });
  const each = <Value>(value: Value) => enrolments.map(() => value);
  const marks = { attended: each(10), theory: each(700), practice: each(700), plans: [] };
  await recordResults(staff(), {
    cohortId: id,
    heldOns: each(examDay),
    enrolmentIds: enrolments,
    versions: each(1),
    ...marks,
  });
  await decideCompletions(staff(), { cohortId: id, completing: people, notCompleting: 0 });
  return { id, prefix: `DR${number.replace("-", "")}` };
}

async function wish(cohortId: string, actor: Actor = staff()) {
  await proposeIssue(actor, { cohortId });
  return db.certificateRequest.findFirstOrThrow({ where: { cohortId, approved: null }, select: { id: true } });
}

const numbersOf = async (cohortId: string) =>
  (await db.certificate.findMany({ where: { cohortId }, orderBy: { personNumber: "asc" } })).map(
    ({ number }) => number,
  );

test("R52: certificates are numbered without a gap in the order of the roster", async () => {
  const { id, prefix } = await completed(3);
  const { id: requestId } = await wish(id);

  await approveRequest(director(), { requestId });

  expect(await numbersOf(id)).toEqual([`${prefix}001`, `${prefix}002`, `${prefix}003`]);
  const inOrder = await db.certificate.findMany({ where: { cohortId: id }, orderBy: { personNumber: "asc" } });
  expect(inOrder.map(({ enrolmentId }) => enrolmentId)).toEqual((await listStandings(db, id)).map((one) => one.id));
});

test("I16: who asked does not issue, and what is rejected leaves no number behind", async () => {
  const { id, prefix } = await completed(1);
  const asker = await make.signer("BASE_STAFF", examDay);
  const { id: requestId } = await wish(id, asker);
  const promoted = { ...asker, role: "BASE_DIRECTOR" as const };

  await expect(approveRequest(promoted, { requestId })).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await rejectRequest(director(), { requestId, reason: "照片未交" });
  const { id: second } = await wish(id);
  await approveRequest(director(), { requestId: second });

  expect(await numbersOf(id)).toEqual([`${prefix}001`]);
});

test("R52: a void certificate stays in the books, the next one gets a new number", async () => {
  const { id, prefix } = await completed(1);
  await approveRequest(director(), { requestId: (await wish(id)).id });
  const { id: certificateId } = await db.certificate.findFirstOrThrow({ where: { cohortId: id } });

  await proposeVoid(staff(), { certificateId, reason: "姓名有误" });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { certificateId } });
  await approveRequest(director(), { requestId });
  await approveRequest(director(), { requestId: (await wish(id)).id });

  expect(await numbersOf(id)).toEqual([`${prefix}001`, `${prefix}002`]);
  expect(await db.certificate.findUnique({ where: { id: certificateId } })).toMatchObject({ voidReason: "姓名有误" });
  await expect(proposeVoid(staff(), { certificateId, reason: "再次" })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
  });
});

// I17: the number comes from a row that is held until the COMMIT; the database's own count is looked at by checks.certificate_gap.
test("I17: many who approve at once issue once, and a rollback leaves no gap", async () => {
  const { id, prefix } = await completed(2);
  const { id: requestId } = await wish(id);
  await expect(
    transaction(async (tx) => {
      const [one] = await listStandings(tx, id);
      const decision = { approved: true, decidedById: director().id };
      await tx.certificateRequest.update({ where: { id: requestId }, data: decision, select: { id: true } });
      const by = { issuedOn: new Date("2018-09-04"), issuedById: director().id, requestId };
      await tx.certificate.create({ data: { id: make.actor().id, cohortId: id, enrolmentId: one?.id ?? "", ...by } });
      throw new Error("given up");
    }),
  ).rejects.toThrow("given up");

  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => approveRequest(director(), { requestId })));

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await numbersOf(id)).toEqual([`${prefix}001`, `${prefix}002`]);
  expect(await sql("owner", "SELECT * FROM checks.certificate_gap")).toEqual([]);
});

test("R52: nobody writes a number by hand, changes one, or takes one away", async () => {
  const { id } = await completed(1);
  await approveRequest(director(), { requestId: (await wish(id)).id });

  for (const statement of [
    "UPDATE certificates SET number = 'DR2018001999' WHERE cohort_id = $1",
    "DELETE FROM certificates WHERE cohort_id = $1",
    "UPDATE cohorts SET certificate_count = 0 WHERE id = $1",
  ])
    await expect(sql("app", statement, [id])).rejects.toThrow(/permission denied/);
});

test("only who has completed gets a certificate, whoever writes", async () => {
  const { id, enrolments } = await make.examined();

  await expect(proposeIssue(staff(), { cohortId: id })).rejects.toMatchObject({ figures: { case: "NONE_TO_ISSUE" } });
  await expect(
    sql(
      "app",
      "INSERT INTO certificates (id, cohort_id, enrolment_id, issued_on, issued_by_id) VALUES (gen_random_uuid(), $1, $2, '2018-09-04', gen_random_uuid())",
      [id, enrolments[0]],
    ),
  ).rejects.toMatchObject({ message: "WRONG_STATE" });
});
