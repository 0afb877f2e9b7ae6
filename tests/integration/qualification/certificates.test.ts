import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { endCertificate, recordCertificate } from "@/lib/qualification/commands/certificates";
import { findLapse, listCertificates } from "@/lib/qualification/queries/certificates";
import { endCertificateInput, recordCertificateInput } from "@/lib/qualification/schema";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

const actor = make.actor("BASE_STAFF", day("2018-08-22"));
const paper = (trainerId: string, change: object = {}) => ({
  ...{ trainerId, name: "职业资格证书", number: newId().slice(-12), level: "三级", issuedOn: day("2016-03-01") },
  validUntil: day("2019-03-01"),
  ...change,
});

test("a certificate is recorded as its paper says, and a replaced one ends with its reason and stays", async () => {
  const { id: trainerId } = await make.trainer("李蓉");
  await recordCertificate(actor, paper(trainerId, { number: "1651003000300001", validUntil: undefined }));
  const [{ id: paperId } = { id: "" }] = await listCertificates(trainerId);

  await endCertificate(actor, { paperId, reason: "已换新证" });

  expect(await listCertificates(trainerId)).toEqual([
    {
      ...{ id: paperId, name: "职业资格证书", number: "1651003000300001", level: "三级" },
      ...{ issuedOn: "2016-03-01", validUntil: null, endedOn: "2018-08-22", endReason: "已换新证" },
    },
  ]);
  expect(
    await sql("app", "SELECT verb, after, reason FROM audit_entries WHERE subject_id = $1 ORDER BY id", [paperId]),
  ).toMatchObject([
    { verb: "trainerCertificate.record", after: { trainer: "李蓉", issuedOn: "2016-03-01" } },
    { verb: "trainerCertificate.end", reason: "已换新证" },
  ]);
  await expect(endCertificate(actor, { paperId, reason: "再停用" })).rejects.toMatchObject({
    ...{ refusal: "WRONG_STATE", figures: { case: "CERTIFICATE_ENDED" } },
  });
});

test("R91: the number of an identity card is no number of a certificate, through the form and to raw SQL", async () => {
  const { id: trainerId } = await make.trainer();
  for (const number of ["51333819850101001X", "513338198501010011"])
    await expect(recordCertificate(actor, paper(trainerId, { number }))).rejects.toMatchObject({
      ...{ refusal: "INPUT_WRONG", field: "number", figures: { case: "CERTIFICATE_ID_NUMBER" } },
    });
  await expect(sql("app", insert(trainerId, "51333819850101001x"))).rejects.toMatchObject({
    constraint: "certificate_number_is_no_id_number",
  });
  await recordCertificate(actor, paper(trainerId, { number: "20165133842000123" }));
});

test("a certificate is of somebody, issued before tomorrow, ends after it begins, and is recorded once while it is in use", async () => {
  const { id: trainerId } = await make.trainer();
  const no = (change: object) => expect(recordCertificate(actor, paper(trainerId, change))).rejects;

  await no({ trainerId: newId() }).toMatchObject({ figures: { case: "UNKNOWN_TRAINER" } });
  await no({ issuedOn: day("2018-08-23") }).toMatchObject({
    field: "issuedOn",
    figures: { case: "CERTIFICATE_AHEAD" },
  });
  await no({ validUntil: day("2016-02-29") }).toMatchObject({
    ...{ field: "validUntil", figures: { case: "CERTIFICATE_TURNED" } },
  });
  const number = newId().slice(-12);
  await recordCertificate(actor, paper(trainerId, { number }));
  await no({ number }).toMatchObject({ field: "number", figures: { case: "CERTIFICATE_KNOWN" } });
  const [{ id: paperId } = { id: "" }] = await listCertificates(trainerId);
  await endCertificate(actor, { paperId, reason: "登记有误" });
  await recordCertificate(actor, paper(trainerId, { number }));
});

test("what a certificate says is never edited or deleted, and nothing about it goes unnoted", async () => {
  const { id: trainerId } = await make.trainer();
  const { id } = await make.trainerCertificate(trainerId);
  const act = (statement: string) => sql("app", noted(statement, id));

  await expect(act(`UPDATE trainer_certificates SET number = '1' WHERE id = '${id}'`)).rejects.toMatchObject({
    code: "42501",
  });
  await expect(act(`DELETE FROM trainer_certificates WHERE id = '${id}'`)).rejects.toMatchObject({ code: "42501" });
  const end = `UPDATE trainer_certificates SET ended_on = '2018-08-22', end_reason = 'x' WHERE id = '${id}'`;
  await expect(sql("app", end)).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await expect(act(`UPDATE trainer_certificates SET ended_on = '2018-08-22' WHERE id = '${id}'`)).rejects.toMatchObject(
    {
      constraint: "certificate_ends_for_a_reason",
    },
  );
  await act(end);
  await expect(
    act(`UPDATE trainer_certificates SET ended_on = NULL, end_reason = NULL WHERE id = '${id}'`),
  ).rejects.toMatchObject({ message: "WRONG_STATE" });
});

test("on a lesson's day a trainer without certificates lacks nothing, one whose certificates have all expired does", async () => {
  const { id: trainerId } = await make.trainer();
  expect(await findLapse(trainerId, day("2018-08-07"))).toBeNull();

  await make.trainerCertificate(trainerId, { validUntil: day("2018-08-06") });

  expect([await findLapse(trainerId, day("2018-08-06")), await findLapse(trainerId, day("2018-08-07"))]).toEqual([
    ...[null, "2018-08-06"],
  ]);
});

test("U24: a certificate needs its name, its number and its day, and an end needs its reason", () => {
  const lacking = recordCertificateInput.safeParse({
    trainerId: newId(),
    name: " ",
    number: "",
    issuedOn: "2018-02-30",
  });
  expect(lacking.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`).sort()).toEqual([
    ...["issuedOn day", "name required", "number required"],
  ]);
  expect(endCertificateInput.safeParse({ paperId: newId(), reason: " " }).success).toBe(false);
});

const insert = (trainerId: string, number: string): string => {
  const id = newId();
  return noted(
    `INSERT INTO trainer_certificates (id, trainer_id, name, number, issued_on, created_by_id)
     VALUES ('${id}', '${trainerId}', '教师资格证书', '${number}', '2016-03-01', '${newId()}')`,
    id,
  );
};
