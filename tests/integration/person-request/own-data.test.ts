import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { roles } from "@/lib/auth/permissions";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { handOutOwnData } from "@/lib/person-request/commands/hand-out";
import { declineRequest, grantOwnData, noteRequest } from "@/lib/person-request/commands/request";
import { listRequests } from "@/lib/person-request/queries";
import { findTraineeFile } from "@/lib/trainee-file/queries/file";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { provedBy, prover } from "@/tests/support/exports";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

const today = day("2018-09-04");
let clerk = make.actor();
beforeAll(async () => {
  clerk = await make.signer("BASE_STAFF", today);
});

async function asked() {
  const { id: traineeId, idNumber } = await make.trainee();
  await noteRequest(clerk, { traineeId, kind: "ACCESS", askedOn: today, note: "本人到场" });
  const [request] = await listRequests(traineeId);
  return { traineeId, idNumber, personRequestId: request?.id ?? "" };
}

async function granted() {
  const one = await asked();
  const { actor, proof } = await prover();
  const { grant } = await grantOwnData(actor, { personRequestId: one.personRequestId, ...proof });
  return { ...one, actor, grant };
}

const numberIn = (text: string | undefined): string => JSON.parse(text ?? "{}").person.idNumber;

describe("R98: the own data of a person", () => {
  test("is handed out whole for password and code, once; the request is answered by it and all of it is written down", async () => {
    const { traineeId, idNumber, actor, grant } = await granted();

    const handed = await handOutOwnData(actor, { traineeId, grant });

    expect(numberIn(handed?.text)).toBe(idNumber);
    expect(await listRequests(traineeId)).toMatchObject([{ kind: "ACCESS", approved: true, decidedBy: actor.name }]);
    expect(await db.export.findUnique({ where: { id: grant } })).toMatchObject({
      ...{ kind: "own-data", format: "json", isFull: true, purpose: "OWN_DATA", state: "DONE", rows: 1 },
    });
    expect(await db.accessEntry.findMany({ where: { subjectId: grant } })).toMatchObject([
      { accountId: actor.id, verb: "report.exportFull", field: "own-data", reason: "OWN_DATA", rows: 1 },
    ]);
    const entries = await db.auditEntry.findMany({ where: { subjectId: traineeId }, orderBy: { id: "asc" } });
    expect(entries.slice(-2).map(({ verb }) => verb)).toEqual(["personRequest.note", "personRequest.handOut"]);
    expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toMatch(/\d{17}/);
    expect((await findTraineeFile(traineeId, actor)).looks).toMatchObject([{ field: "own-data" }]);
  });

  test("is not handed out a second time, to somebody else, or of somebody else", async () => {
    const { traineeId, actor, grant } = await granted();
    const { actor: other } = await prover();
    const over = { refusal: "WRONG_STATE", figures: { case: "EXPORT_OVER" } };
    const { id: another } = await make.trainee();

    await expect(handOutOwnData(other, { traineeId, grant })).rejects.toMatchObject(over);
    await expect(handOutOwnData(actor, { traineeId: another, grant })).rejects.toMatchObject(over);
    await expect(handOutOwnData(actor, { traineeId, grant: newId() })).rejects.toMatchObject(over);
    await expect(handOutOwnData(actor, { traineeId, grant: "x" })).rejects.toMatchObject(over);
    expect(await db.export.findUnique({ where: { id: grant } })).toMatchObject({ state: "GRANTED" });

    const both = await Promise.allSettled([1, 2].map(() => handOutOwnData(actor, { traineeId, grant })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("R91: without a grant every number is masked, and the file is written down as such", async () => {
    const { id: traineeId, idNumber } = await make.trainee();

    const handed = await handOutOwnData(clerk, { traineeId });

    expect(handed?.text).not.toContain(idNumber);
    expect(numberIn(handed?.text)).toContain("***");
    expect(JSON.parse(handed?.text ?? "{}")).not.toHaveProperty("looks");
    expect(await db.export.findUnique({ where: { id: handed?.id ?? "" } })).toMatchObject({
      isFull: false,
      purpose: null,
    });
    expect(await handOutOwnData(clerk, { traineeId: newId() })).toBeNull();
  });

  test("holds what was registered, reached and issued, in words", async () => {
    const { id: traineeId } = await make.trainee();
    const cohort = await make.cohort();
    await make.enrolment(cohort.id, { traineeId });

    const { text = "" } = (await handOutOwnData(clerk, { traineeId })) ?? {};

    expect(JSON.parse(text)).toMatchObject({
      format: "own-data/1",
      person: { name: "拥忠卓玛", sex: "女", ethnicity: "藏", notice: { version: "1", givenOn: "2018-06-01" } },
      cohorts: [{ number: cohort.number, state: "已确认", attendance: { attended: null } }],
      certificates: [],
    });
  });
});

describe("R98, R111: a request", () => {
  test("is noted by staff only, answered by the director only", async () => {
    const { personRequestId } = await asked();
    const { id: traineeId } = await make.trainee();
    const proof = { currentPassword: provedBy, factorCode: "000000" };
    const no = { refusal: "NOT_ALLOWED" };

    for (const role of roles) {
      const actor: Actor = make.actor(role, today);
      if (role !== "BASE_STAFF")
        await expect(noteRequest(actor, { traineeId, kind: "ACCESS", askedOn: today, note: "" })).rejects.toMatchObject(
          no,
        );
      if (role === "BASE_DIRECTOR") continue;
      await expect(grantOwnData(actor, { personRequestId, ...proof })).rejects.toMatchObject(no);
      await expect(declineRequest(actor, { personRequestId, reason: "x" })).rejects.toMatchObject(no);
    }
  });

  test("R93: a wrong password opens nothing", async () => {
    const { personRequestId, traineeId } = await asked();
    const { actor, proof } = await prover();

    await expect(grantOwnData(actor, { personRequestId, ...proof, currentPassword: "x" })).rejects.toMatchObject({
      refusal: "INPUT_WRONG",
      field: "currentPassword",
    });
    expect(await db.export.count({ where: { filter: { path: ["trainee"], equals: traineeId } } })).toBe(0);
  });

  test("that is declined keeps the reason, and is answered once", async () => {
    const { traineeId, personRequestId } = await asked();
    const { actor, proof } = await prover();

    await declineRequest(actor, { personRequestId, reason: "不是本人" });

    expect(await listRequests(traineeId)).toMatchObject([{ approved: false, decision: "不是本人" }]);
    const answered = { refusal: "WRONG_STATE", figures: { case: "REQUEST_ANSWERED" } };
    await expect(declineRequest(actor, { personRequestId, reason: "x" })).rejects.toMatchObject(answered);
    await expect(grantOwnData(actor, { personRequestId, ...proof })).rejects.toMatchObject(answered);
  });

  test("waits once: a second of its kind is refused, and so is one of tomorrow or of nobody", async () => {
    const { traineeId } = await asked();
    const wish = { traineeId, kind: "ACCESS" as const, askedOn: today, note: "" };

    await expect(noteRequest(clerk, wish)).rejects.toMatchObject({ figures: { case: "REQUEST_OPEN" } });
    await expect(noteRequest(clerk, { ...wish, askedOn: day("2099-01-01") })).rejects.toMatchObject({
      figures: { case: "REQUEST_AHEAD" },
    });
    await expect(noteRequest(clerk, { ...wish, traineeId: newId() })).rejects.toMatchObject({
      figures: { case: "UNKNOWN_TRAINEE" },
    });
  });

  test("I16, I29: raw SQL answers none as its noter, as somebody without the role, twice, or in silence", async () => {
    const { traineeId, personRequestId } = await asked();
    const { actor } = await prover();
    const answer = (by: string, more = "") =>
      `UPDATE person_requests SET approved = true, decided_by_id = '${by}'${more} WHERE id = '${personRequestId}'`;
    const send = (statement: string) => sql("app", noted(statement, traineeId));

    await expect(send(answer(clerk.id))).rejects.toMatchObject({ message: "SAME_PERSON" });
    await expect(send(answer(newId()))).rejects.toMatchObject({ message: "WRONG_STATE" });
    await expect(send(answer(actor.id, ", note = 'x'"))).rejects.toMatchObject({ code: "42501" });
    await expect(sql("app", answer(actor.id))).rejects.toMatchObject({ message: "AUDIT_MISSING" });
    await send(answer(actor.id));
    await expect(send(answer(actor.id))).rejects.toMatchObject({ message: "WRONG_STATE" });
    await expect(sql("app", `DELETE FROM person_requests WHERE id = '${personRequestId}'`)).rejects.toMatchObject({
      code: "42501",
    });
  });
});
