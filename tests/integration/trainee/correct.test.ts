import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { approveCorrection, proposeCorrection, rejectCorrection } from "@/lib/trainee/commands/correct";
import { findOpenCorrection } from "@/lib/trainee/queries/correction";
import { hashLastFour, idNumberOf } from "@/lib/trainee/queries/numbers";
import { searchKeys } from "@/lib/trainee/rules/search-keys";
import { addDays, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const today = day("2018-09-04");
let [clerk, head] = [make.actor(), make.actor()];

beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
  head = await make.signer("BASE_DIRECTOR", today);
});

let people = 0;

/** A man born on 28 February 1990, and the next ones a day later each. */
const rightNumber = () => make.idNumber(addDays(day("1990-02-28"), people++), "MALE");

async function asked(idNumber = rightNumber()) {
  const { id: traineeId, idNumber: wrong } = await make.trainee();
  await proposeCorrection(clerk, { traineeId, idNumber, reason: "登记时看错" });
  const { id: correctionId } = await db.identityCorrection.findFirstOrThrow({ where: { traineeId } });
  return { traineeId, correctionId, idNumber, wrong };
}

const traineeOf = (id: string) => db.trainee.findUniqueOrThrow({ where: { id } });

test("R5, R3: two people correct a number; birth date, sex and the keys it is found by follow, the audit keeps it masked", async () => {
  const { traineeId, correctionId, idNumber, wrong } = await asked();
  expect(idNumberOf(await traineeOf(traineeId))).toBe(wrong);
  expect(await findOpenCorrection(traineeId)).toMatchObject({ birthDay: "1990-02-28", sex: "MALE" });

  await approveCorrection(head, { correctionId });

  const trainee = await traineeOf(traineeId);
  expect(idNumberOf(trainee)).toBe(idNumber);
  expect(trainee).toMatchObject({ sex: "MALE", birthDate: new Date("1990-02-28"), version: 2 });
  const keys = await db.traineeSearchKey.findMany({ where: { traineeId }, select: { key: true } });
  const wanted = searchKeys({ name: trainee.name, idNumber }, hashLastFour);
  expect(keys.map(({ key }) => key)).toEqual(expect.arrayContaining(wanted));
  const entries = await db.auditEntry.findMany({ where: { subjectId: traineeId } });
  expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toMatch(/\d{17}/);
});

test("R5: a number somebody has is refused, a second wish waits for the first, and one that is turned down changes nothing", async () => {
  const { idNumber: taken } = await make.trainee();
  const { traineeId, correctionId, wrong } = await asked();
  await expect(
    proposeCorrection(clerk, { traineeId: (await make.trainee()).id, idNumber: taken, reason: "x" }),
  ).rejects.toMatchObject({ refusal: "ID_NUMBER_KNOWN" });
  await expect(proposeCorrection(clerk, { traineeId, idNumber: make.idNumber(), reason: "x" })).rejects.toMatchObject({
    figures: { case: "CORRECTION_OPEN" },
  });

  await rejectCorrection(head, { correctionId, reason: "与身份证不符" });

  expect(idNumberOf(await traineeOf(traineeId))).toBe(wrong);
  await expect(approveCorrection(head, { correctionId })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

test("I18: of two wishes for one number the first that is approved stands", async () => {
  const [one, other] = [await asked(), await make.trainee()];
  await proposeCorrection(clerk, { traineeId: other.id, idNumber: one.idNumber, reason: "x" });
  const second = await db.identityCorrection.findFirstOrThrow({ where: { traineeId: other.id } });
  await approveCorrection(head, { correctionId: one.correctionId });

  await expect(approveCorrection(head, { correctionId: second.id })).rejects.toMatchObject({
    refusal: "ID_NUMBER_KNOWN",
  });
});

test("I16: nobody corrects alone, whoever writes", async () => {
  const { traineeId, correctionId } = await asked();
  const own = make.idNumber(day("1991-03-01"));
  const { id: mine } = await make.trainee();
  await proposeCorrection(clerk, { traineeId: mine, idNumber: own, reason: "x" });
  const { id: ownWish } = await db.identityCorrection.findFirstOrThrow({ where: { traineeId: mine } });
  const promoted = { ...clerk, role: "BASE_DIRECTOR" as const };
  await expect(approveCorrection(clerk, { correctionId: ownWish })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(approveCorrection(promoted, { correctionId: ownWish })).rejects.toMatchObject({
    refusal: "SAME_PERSON",
  });

  const force = (statement: string) =>
    sql(
      "app",
      `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'x', '${traineeId}'); ${statement}`,
    );
  for (const statement of [
    `UPDATE identity_corrections SET approved = true, decided_by_id = '${clerk.id}' WHERE id = '${correctionId}'`,
    `UPDATE identity_corrections SET approved = true, decided_by_id = gen_random_uuid() WHERE id = '${correctionId}'`,
    `UPDATE identity_corrections SET id_number_hash = 'x' WHERE id = '${correctionId}'`,
    `UPDATE trainees SET birth_date = '1990-01-01' WHERE id = '${traineeId}'`,
    `UPDATE trainees SET sex = 'MALE' WHERE id = '${traineeId}'`,
  ])
    await expect(force(statement)).rejects.toThrow(/WRONG_STATE|SAME_PERSON|permission denied/);
});
