import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { unseal } from "@/lib/database/seal";
import type { Refusal } from "@/lib/refusal/refusal";
import { editTrainee } from "@/lib/trainee/commands/edit";
import { registerTrainee } from "@/lib/trainee/commands/register";
import { revealNumber } from "@/lib/trainee/commands/reveal";
import { searchTrainees } from "@/lib/trainee/queries/search";
import { editTraineeInput, registerTraineeInput } from "@/lib/trainee/schema";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const person = { villageContact: "村委会", villageCode: "513338101201", ethnicity: "04", category: "NZY" };
const director = () => make.actor("BASE_DIRECTOR");

async function register(name: string, typed: Record<string, unknown> = {}) {
  const notice = { noticeWay: "ORAL", noticeGivenOn: "2018-06-01" };
  const input = registerTraineeInput.parse({ ...person, ...notice, idNumber: make.idNumber(), name, ...typed });
  return { ...(await registerTrainee(make.actor(), input)), name, idNumber: input.idNumber };
}

const edit = (id: string, name: string, typed: Record<string, unknown> = {}) =>
  editTraineeInput.parse({ ...person, traineeId: id, version: "1", name, ...typed });
const refusalOf = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error("was not refused")),
    (error) => error,
  );
const lastEntry = (id: string) =>
  db.auditEntry.findFirst({
    where: { subjectId: id },
    orderBy: { id: "desc" },
    select: { verb: true, before: true, after: true },
  });

test("I27: the second of two who edit at once is refused and told what stands there now, and by whom", async () => {
  const { id, name } = await register("格桑");
  const first = make.actor();
  await editTrainee(first, edit(id, name, { education: "70", phone: "13800000011" }));

  const refused = await refusalOf(editTrainee(make.actor(), edit(id, name, { education: "80" })));

  expect(refused).toMatchObject({
    refusal: "STALE",
    figures: { version: 2, by: first.name, education: "70", phone: "138****0011" },
  });
  expect(await db.trainee.findUnique({ where: { id }, select: { education: true, version: true } })).toEqual({
    education: "70",
    version: 2,
  });
});

test("I27: of ten edits at once one is saved", async () => {
  const { id, name } = await register("德吉");

  const answers = await Promise.allSettled(
    ["70", "80", "60", "40", "30", "20", "10", "90", "91", "70"].map((education) =>
      editTrainee(make.actor(), edit(id, name, { education })),
    ),
  );

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.trainee.findUnique({ where: { id }, select: { version: true } })).toEqual({ version: 2 });
});

test("I29: an edit leaves one entry with the changed fields, old and new, personal ones masked", async () => {
  const { id, name } = await register("曲珍", { phone: "13800000021" });

  await editTrainee(make.actor(), edit(id, name, { phone: "13900000022", education: "70" }));

  expect(await lastEntry(id)).toEqual({
    verb: "trainee.edit",
    before: { phone: "138****0021", education: "" },
    after: { phone: "139****0022", education: "70" },
  });
});

test("R5: a name is corrected by the director only, and the person is found by the new one", async () => {
  const { id } = await register("洛桑");

  const refused = await refusalOf(editTrainee(make.actor("BASE_STAFF"), edit(id, "罗布")));
  await editTrainee(director(), edit(id, "罗布"));

  expect(refused).toMatchObject({ refusal: "NOT_ALLOWED", field: "name" });
  expect((await searchTrainees("luobu")).map((one) => one.id)).toEqual([id]);
  expect(await searchTrainees("luosang")).toEqual([]);
});

test("R1, R3: number and birth date stay out of the form, and the portal has no right to change them", async () => {
  expect(Object.keys(editTraineeInput.shape)).not.toEqual(expect.arrayContaining(["idNumber"]));
  for (const column of ["id_number_sealed", "id_number_hash", "birth_date", "sex"]) {
    await expect(sql("app", `UPDATE trainees SET ${column} = ${column}`)).rejects.toThrow("permission denied");
  }
});

test("R11: an empty telephone keeps the known one; without it a village contact is needed", async () => {
  const { id, name } = await register("卓玛", { phone: "13800000031", villageContact: "" });
  await editTrainee(make.actor(), edit(id, name, { villageContact: "" }));

  const refused = await refusalOf(
    editTrainee(make.actor(), edit(id, name, { version: "2", withoutPhone: "on", villageContact: "" })),
  );
  const { phoneSealed } = await db.trainee.findUniqueOrThrow({ where: { id }, select: { phoneSealed: true } });
  await editTrainee(make.actor(), edit(id, name, { version: "2", withoutPhone: "on" }));

  expect(refused).toMatchObject({ field: "phone", figures: { case: "UNREACHABLE" } });
  expect(unseal("trainees", "phone", id, phoneSealed as string)).toBe("13800000031");
  expect(await db.trainee.findUnique({ where: { id }, select: { phoneSealed: true, phoneHash: true } })).toEqual({
    phoneSealed: null,
    phoneHash: null,
  });
});

test("U08: an edit warns only of what it brings up itself", async () => {
  await register("益西", { phone: "13800000041" });
  const { id, name } = await register("益西", { villageCode: "513338101202" });

  await editTrainee(make.actor(), edit(id, name, { villageCode: "513338101202", education: "70" }));
  const village = await refusalOf(editTrainee(make.actor(), edit(id, name, { version: "2" })));
  const phone = await refusalOf(
    editTrainee(make.actor(), edit(id, name, { version: "2", villageCode: "513338101202", phone: "13800000041" })),
  );

  expect(village.lists.warnings).toEqual(["SAME_NAME_AND_VILLAGE"]);
  expect(phone.lists.warnings).toEqual(["PHONE_SHARED"]);
});

test("R92: a full number is given out once, with who, whose, which, why and from where", async () => {
  const { id, idNumber } = await register("次成", { phone: "13800000051" });
  const staff = make.actor();

  const shown = await revealNumber(staff, {
    traineeId: id,
    number: "idNumber",
    reason: "CARD_CHECK",
    reasonText: "报名核对",
  });
  await revealNumber(staff, { traineeId: id, number: "phone", reason: "CONTACT", reasonText: undefined });

  expect(shown).toEqual({ number: idNumber, of: "idNumber" });
  const looks = await db.accessEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
    select: { accountId: true, verb: true, field: true, reason: true, address: true },
  });
  const who = { accountId: staff.id, verb: "trainee.reveal", address: "127.0.0.1" };
  expect(looks).toEqual([
    { ...who, field: "idNumber", reason: "CARD_CHECK 报名核对" },
    { ...who, field: "phone", reason: "CONTACT" },
  ]);
});

test("R92: “other” without an explanation, or a number nobody gave, is refused and not logged", async () => {
  const { id } = await register("扎巴");

  const unexplained = await refusalOf(
    revealNumber(make.actor(), { traineeId: id, number: "idNumber", reason: "OTHER", reasonText: undefined }),
  );
  const missing = await refusalOf(
    revealNumber(make.actor(), { traineeId: id, number: "phone", reason: "CONTACT", reasonText: undefined }),
  );

  expect(unexplained).toMatchObject({ refusal: "INPUT_WRONG", field: "reasonText" });
  expect(missing).toMatchObject({ refusal: "WRONG_STATE" });
  expect(await db.accessEntry.count({ where: { subjectId: id } })).toBe(0);
});
