import { beforeAll, expect, test } from "vitest";
import { proposeIssue, proposeVoid } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordMakeUp, recordResults } from "@/lib/completion/commands/record";
import { approveRequest, rejectRequest } from "@/lib/completion/commands/request";
import { listCertificates, listOpenRequests, listValidNumbers } from "@/lib/completion/queries/certificates";
import { listCompletions } from "@/lib/completion/queries/people";
import { findTerms } from "@/lib/completion/queries/standing";
import { listGroupTallies } from "@/lib/completion/queries/tally";
import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { type Day, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const examDay = day("2018-09-04");
const staff = await make.signer("BASE_STAFF", examDay);
const director = await make.signer("BASE_DIRECTOR", examDay);

/** A sheet as the page sends it, one mark a person. */
const sheet = (cohortId: string, enrolmentIds: string[], marks: (number | null)[]) => ({
  cohortId,
  enrolmentIds,
  versions: marks.map(() => 1),
  attended: marks.map((): number | null => 10),
  theory: marks,
  practice: marks,
  plans: [],
  heldOns: marks.map((): Day | undefined => examDay),
});

// One who passes, one who fails, one without marks.
let cohortId = "";
let enrolments: [string, string, string];
beforeAll(async () => {
  const made = await make.examined({ people: 3 });
  cohortId = made.id;
  enrolments = made.enrolments as typeof enrolments;
  await recordResults(staff, sheet(cohortId, enrolments, [800, 500, null]));
  await decideCompletions(staff, { cohortId, completing: 1, notCompleting: 0 });
});

test("R48: everybody of the training stands with what was reached and what the rules say; an outcome is not judged again", async () => {
  const rows = await listCompletions(cohortId, await findTerms(db, cohortId), examDay);
  const of = (id: string) => rows.find((row) => row.id === id);

  expect(rows).toHaveLength(3);
  expect(of(enrolments[0])).toMatchObject({ state: "COMPLETED", judged: null, attended: 10, held: 10 });
  expect(of(enrolments[1])).toMatchObject({ state: "IN_TRAINING", exam: { heldOn: examDay, theory: 500 } });
  expect(of(enrolments[1])?.judged?.reasons.map(({ name }) => name)).toEqual(["MARK_LOW", "MARK_LOW", "MAKE_UP_UNTIL"]);
  expect(of(enrolments[2])?.judged?.reasons.map(({ name }) => name)).toEqual(["MARK_MISSING", "MARK_MISSING"]);
  expect(JSON.stringify(rows)).not.toMatch(/\d{17}/);
});

test("R56, A1: the groups of a tally add up to all, and nobody is counted in two of one kind", async () => {
  const groups = await transaction((tx) => listGroupTallies(tx, { cohortId }, "zh-CN"));
  const sum = (kind: string) =>
    groups.filter((one) => one.kind === kind).reduce((total, { personTimes }) => total + personTimes, 0);

  expect(groups.find(({ kind }) => kind === "ALL")).toMatchObject({
    enrolled: 3,
    personTimes: 3,
    headcount: 3,
    completed: 1,
    attended: 30,
    scheduled: 30,
    theory: 1_300,
    theories: 2,
  });
  for (const kind of ["SEX", "ETHNICITY", "AGE", "TOWNSHIP"]) expect([kind, sum(kind)]).toEqual([kind, 3]);
});

test("R52: what waits for the second person is told with who asked, and is gone once it is decided", async () => {
  await proposeIssue(staff, { cohortId });
  const [issue] = await listOpenRequests(cohortId);
  expect(issue).toMatchObject({ kind: "ISSUE", number: "", proposedOn: examDay, proposedById: staff.id });
  expect(issue?.proposer).toMatch(/^base-staff-/);

  // I16: whoever the page let through, the database asks for the post of the person who decides.
  const clerk = await make.signer("BASE_STAFF", examDay);
  await expect(
    approveRequest({ ...clerk, role: "BASE_DIRECTOR" }, { requestId: issue?.id ?? "" }),
  ).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "SIGNATURE" },
  });
  await approveRequest(director, { requestId: issue?.id ?? "" });
  const [certificate] = await listCertificates(enrolments[0]);
  await proposeVoid(staff, { certificateId: certificate?.id ?? "", reason: "姓名有误" });

  const [doubt] = await listOpenRequests(cohortId);
  expect(doubt).toMatchObject({ kind: "VOID", reason: "姓名有误", number: certificate?.number });
  expect((await listCertificates(enrolments[0]))[0]).toMatchObject({ isDoubted: true, voidedOn: null });
  await approveRequest(director, { requestId: doubt?.id ?? "" });
  expect(await listOpenRequests(cohortId)).toEqual([]);
});

test("R52: a void certificate is not voided again, and its number is no longer among the valid ones", async () => {
  const [certificate] = await listCertificates(enrolments[0]);
  const { traineeId } = await db.enrolment.findUniqueOrThrow({ where: { id: enrolments[0] } });

  await expect(proposeVoid(staff, { certificateId: certificate?.id ?? "", reason: "再次" })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    figures: { case: "VOIDED" },
  });

  expect(certificate).toMatchObject({ voidedOn: examDay, voidReason: "姓名有误" });
  expect(await listValidNumbers(traineeId)).toEqual([]);
});

test("R52: a certificate or a wish that is not there is neither voided, approved nor turned down", async () => {
  const unknown = { refusal: "INPUT_WRONG", figures: { case: "UNKNOWN_CERTIFICATE" } };

  await expect(proposeVoid(staff, { certificateId: newId(), reason: "姓名有误" })).rejects.toMatchObject(unknown);
  await expect(approveRequest(director, { requestId: newId() })).rejects.toMatchObject(unknown);
  await expect(rejectRequest(director, { requestId: newId(), reason: "照片未交" })).rejects.toMatchObject(unknown);
});

test("R48: before the exam has begun 课时 are written down and marks refused, at the row", async () => {
  // Off the base and under way, one person in it, its lesson over.
  const { id } = await make.cohort({ atBase: false, place: "扎格村", state: "IN_PROGRESS" });
  await make.lesson({ cohorts: [id], day: day("2018-08-06"), periods: 10, classroomNumber: null });
  const people = [(await make.enrolment(id, { state: "IN_TRAINING" })).id];

  await expect(recordResults(staff, sheet(id, people, [700]))).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    field: "heldOns.0",
    figures: { case: "EXAM_NOT_BEGUN", row: 1 },
  });
  expect(await recordResults(staff, sheet(id, people, [null]))).toEqual({ recorded: 1 });
});

test("a row of another cohort is refused at its line, in the exam and in the make-up", async () => {
  const { enrolments: strangers } = await make.examined();
  const { attended: _, ...makeUp } = sheet(cohortId, strangers, [700]);
  const unknown = { refusal: "INPUT_WRONG", field: "attended.0", figures: { case: "UNKNOWN_ENROLMENT" } };

  await expect(recordResults(staff, sheet(cohortId, strangers, [700]))).rejects.toMatchObject(unknown);
  await expect(recordMakeUp(staff, makeUp)).rejects.toMatchObject(unknown);
});
