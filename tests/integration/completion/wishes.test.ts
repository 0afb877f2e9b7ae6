import { beforeAll, expect, test } from "vitest";
import { closeCohort, proposeClosing } from "@/lib/cohort/commands/close";
import { proposeIssue, proposeVoid } from "@/lib/completion/commands/certificate";
import { approveRequest, rejectRequest } from "@/lib/completion/commands/request";
import { reopenOutcome } from "@/lib/completion/commands/reverse";
import { listCertificates, listOpenRequests, listValidNumbers } from "@/lib/completion/queries/certificates";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { complete, issue, openRequest } from "@/tests/support/results";

const today = day("2018-09-04");
let [clerk, head, county] = [make.actor(), make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
  head = await make.signer("BASE_DIRECTOR", today);
  county = await make.signer("COUNTY_REVIEWER", today);
});

/** A cohort off the base in which everybody has completed. */
async function completed(people = 1) {
  const { id, number, enrolments } = await make.examined({ people });
  await complete(clerk, id, enrolments);
  return { id, number, enrolments, first: enrolments[0] as string };
}

async function certified() {
  const { id, first } = await completed();
  const [certificate] = await issue(clerk, head, id);
  return { id, first, certificateId: certificate?.id ?? "" };
}

const wrongState = { refusal: "WRONG_STATE" };
const entriesOf = async (subjectId: string) =>
  db.auditEntry.findMany({
    where: { subjectId, verb: { startsWith: "certificate." } },
    orderBy: { id: "asc" },
    select: { verb: true, before: true, after: true, reason: true },
  });

test("R52: while a wish for certificates waits there is no second one, and after it nothing left to issue", async () => {
  const { id } = await completed(2);
  const refused = { ...wrongState, figures: { case: "NONE_TO_ISSUE" } };

  expect(await proposeIssue(clerk, { cohortId: id })).toEqual({ count: 2 });
  await expect(proposeIssue(clerk, { cohortId: id })).rejects.toMatchObject(refused);
  await approveRequest(head, { requestId: (await openRequest(id)).id });
  await expect(proposeIssue(clerk, { cohortId: id })).rejects.toMatchObject(refused);
  await expect(proposeIssue(clerk, { cohortId: newId() })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "UNKNOWN_COHORT" },
  });
});

test("R52: of a certificate one wish to void it waits at a time; turned down, it stays valid and may be doubted again", async () => {
  const { id, first, certificateId } = await certified();
  const doubt = () => proposeVoid(clerk, { certificateId, reason: "姓名有误" });
  await doubt();
  await expect(doubt()).rejects.toMatchObject(wrongState);

  const { id: requestId } = await openRequest(id);
  expect(await rejectRequest(head, { requestId, reason: "姓名无误" })).toEqual({ cohortId: id, certificateId });

  expect(await listCertificates(first)).toMatchObject([{ voidedOn: null, isDoubted: false }]);
  await doubt();
  expect(await listCertificates(first)).toMatchObject([{ isDoubted: true }]);
});

test("I16: nobody decides the own wish, and what is decided is not decided again", async () => {
  const { id, certificateId } = await certified();
  await proposeVoid(clerk, { certificateId, reason: "姓名有误" });
  const { id: requestId } = await openRequest(id);
  const promoted = { ...clerk, role: "BASE_DIRECTOR" as const };

  const same = { refusal: "SAME_PERSON" };
  await expect(approveRequest(promoted, { requestId })).rejects.toMatchObject(same);
  await expect(rejectRequest(promoted, { requestId, reason: "无误" })).rejects.toMatchObject(same);
  await rejectRequest(head, { requestId, reason: "无误" });

  await expect(approveRequest(head, { requestId })).rejects.toMatchObject(wrongState);
  await expect(rejectRequest(head, { requestId, reason: "再次" })).rejects.toMatchObject(wrongState);
});

test("R111: the base asks, its director decides; the county and the staff do neither of the other's", async () => {
  const { id, certificateId } = await certified();
  await proposeVoid(clerk, { certificateId, reason: "姓名有误" });
  const { id: requestId } = await openRequest(id);
  const refused = { refusal: "NOT_ALLOWED" };

  await expect(proposeIssue(county, { cohortId: id })).rejects.toMatchObject(refused);
  await expect(proposeVoid(county, { certificateId, reason: "x" })).rejects.toMatchObject(refused);
  for (const actor of [clerk, county]) {
    await expect(approveRequest(actor, { requestId })).rejects.toMatchObject(refused);
    await expect(rejectRequest(actor, { requestId, reason: "x" })).rejects.toMatchObject(refused);
  }
});

test("I29: issuing tells the cohort from which number to which, each person the own number, voiding the reason", async () => {
  const { id, number, first } = await completed(2);
  const prefix = `DR${number.replace("-", "")}`;
  await proposeIssue(clerk, { cohortId: id });
  const { id: requestId } = await openRequest(id);
  expect(await approveRequest(head, { requestId })).toEqual({ cohortId: id, certificateId: null, count: 2 });
  const [certificate] = await listCertificates(first);
  await proposeVoid(clerk, { certificateId: certificate?.id ?? "", reason: "照片有误" });
  await approveRequest(head, { requestId: (await openRequest(id)).id });

  expect(await entriesOf(id)).toEqual([
    { verb: "certificate.propose", before: {}, after: { count: 2 }, reason: null },
    {
      verb: "certificate.approve",
      before: {},
      after: { count: 2, from: `${prefix}001`, to: `${prefix}002` },
      reason: null,
    },
    { verb: "certificate.proposeVoid", before: {}, after: { number: certificate?.number }, reason: "照片有误" },
    { verb: "certificate.approveVoid", before: {}, after: { number: certificate?.number }, reason: null },
  ]);
  expect(await entriesOf(first)).toEqual([
    { verb: "certificate.issue", before: {}, after: { number: certificate?.number }, reason: null },
    { verb: "certificate.void", before: { number: certificate?.number }, after: {}, reason: "照片有误" },
  ]);
});

test("R52: the wishes of a cohort come the oldest first, each with who asked; another cohort's stay with it", async () => {
  const { id, certificateId } = await certified();
  const { id: other } = await completed();
  const late = { ...clerk, today: day("2018-09-06") };
  await proposeVoid(late, { certificateId, reason: "姓名有误" });
  await proposeIssue(clerk, { cohortId: other });

  expect(await listOpenRequests(id)).toMatchObject([
    { kind: "VOID", reason: "姓名有误", proposedOn: "2018-09-06", number: expect.stringMatching(/^DR/) },
  ]);
  expect(await listOpenRequests(other)).toMatchObject([{ kind: "ISSUE", number: "", proposedById: clerk.id }]);
});

test("R52: a person's valid numbers are those of every cohort, and a void one leaves the list", async () => {
  const { id, first, certificateId } = await certified();
  const { traineeId } = await db.enrolment.findUniqueOrThrow({ where: { id: first } });
  const [before] = await listValidNumbers(traineeId);
  await proposeVoid(clerk, { certificateId, reason: "姓名有误" });
  await approveRequest(head, { requestId: (await openRequest(id)).id });
  await issue(clerk, head, id);

  const after = await listValidNumbers(traineeId);

  expect(after).toHaveLength(1);
  expect(after).not.toEqual([before]);
  expect((await listCertificates(first)).map(({ number, voidedOn }) => [number, voidedOn])).toEqual([
    [before, today],
    [after[0], null],
  ]);
  expect(await listValidNumbers(newId())).toEqual([]);
});

test("R53: the county does not reopen a cohort over a valid certificate; the cohort stays closed", async () => {
  const { id, first } = await certified();
  const version = async () => (await db.cohort.findUniqueOrThrow({ where: { id } })).version;
  await proposeClosing(head, { cohortId: id, version: await version() });
  await closeCohort(county, { cohortId: id, version: await version() });
  const { version: seen } = await db.enrolment.findUniqueOrThrow({ where: { id: first } });

  await expect(reopenOutcome(county, { enrolmentId: first, version: seen, reason: "成绩登错" })).rejects.toMatchObject({
    ...wrongState,
    field: "enrolmentId",
    figures: { case: "CERTIFIED" },
  });

  expect(await db.cohort.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "CLOSED", reopenedById: null });
});
