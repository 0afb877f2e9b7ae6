import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { undoImport } from "@/lib/roster-import/commands/undo";
import { findImport } from "@/lib/roster-import/queries/imports";
import { findOpened } from "@/lib/trainee/queries/record";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { lineOf, nobody, staff, taken } from "@/tests/support/rosters/scene";

const reason = "传错了名册";
const undo = (importId: string) => undoImport(staff, { importId, reason });
const isThere = async (id: string) => (await db.trainee.count({ where: { id } })) === 1;

test("R81: whom an import brought leaves the register, with all he is found by, and stays in the audit", async () => {
  const { id, traineeIds } = await taken([await lineOf(), await lineOf()]);

  expect(await undo(id)).toMatchObject({ TAKEN_BACK: 2, KEPT: 0, STUCK: 0 });
  expect(await isThere(traineeIds[0])).toBe(false);
  expect(await db.traineeSearchKey.count({ where: { traineeId: { in: traineeIds } } })).toBe(0);
  expect((await findImport(id))?.lines.map(({ name, endedAs }) => [name, endedAs])).toEqual([
    [null, "TAKEN_BACK"],
    [null, "TAKEN_BACK"],
  ]);
  const told = await db.auditEntry.findMany({ where: { subjectId: traineeIds[0] }, select: { verb: true } });
  expect(told.map(({ verb }) => verb)).toEqual(["trainee.register", "trainee.undoImport"]);
});

test("R81: what an import changed becomes what it was, an empty telephone too; what was changed since is kept", async () => {
  const [one, other] = [make.idNumber(), make.idNumber()];
  const [name, second] = [nobody(), nobody()];
  const before = [await lineOf({ name, idNumber: one, note: "旧" }), await lineOf({ name: second, idNumber: other })];
  const [traineeId, changed] = (await taken(before)).traineeIds as [string, string];
  const { id } = await taken([
    await lineOf({ name, idNumber: one, note: "新", phone: "13999000111" }),
    await lineOf({ name: second, idNumber: other, note: "新" }),
  ]);
  await taken([await lineOf({ name: second, idNumber: other, note: "后来" })]);

  expect(await undo(id)).toMatchObject({ TAKEN_BACK: 1, KEPT: 1, STUCK: 0 });
  expect(await findOpened(db, traineeId)).toMatchObject({ note: "旧", phone: undefined });
  expect(await findOpened(db, changed)).toMatchObject({ note: "后来" });
  expect((await findImport(id))?.lines[1]).toMatchObject({ endedAs: "KEPT", endFigures: { case: "IMPORT_CHANGED" } });
  expect(
    await sql("owner", "SELECT FROM roster_import_lines WHERE import_id = $1 AND before_sealed IS NOT NULL", [id]),
  ).toEqual([]);
});

test("R26, R81: enrolments of an import are cancelled and give their places back; who has one stays in the register", async () => {
  const cohort = await make.cohort({ startsOn: day("2018-08-06"), seats: 5 });
  const known = nobody();
  const idNumber = make.idNumber();
  await taken([await lineOf({ name: known, idNumber })]);
  const { id, traineeIds } = await taken([await lineOf({ name: known, idNumber }), await lineOf()], cohort.id);
  const confirmed = () =>
    db.cohort.findUniqueOrThrow({ where: { id: cohort.id }, select: { confirmed: true } }).then((row) => row.confirmed);
  expect(await confirmed()).toBe(2);

  expect(await undo(id)).toMatchObject({ TAKEN_BACK: 1, KEPT: 1, STUCK: 0 });
  expect(await confirmed()).toBe(0);
  expect(await isThere(traineeIds[1] as string)).toBe(true);
  expect((await findImport(id))?.lines.map(({ endFigures }) => endFigures?.case)).toEqual([
    undefined,
    "IMPORT_ENROLLED",
  ]);
});

test("R81: an import is undone once and within a day, by who may import", async () => {
  const { id } = await taken([await lineOf()]);
  await expect(undoImport(make.actor("AUDITOR"), { importId: id, reason })).rejects.toMatchObject({
    refusal: "NOT_ALLOWED",
  });
  await undo(id);
  await expect(undo(id)).rejects.toMatchObject({ refusal: "WRONG_STATE", figures: { case: "IMPORT_UNDONE" } });

  const old = await taken([await lineOf()]);
  await aged(old.id);
  await expect(undo(old.id)).rejects.toMatchObject({ refusal: "WRONG_STATE", figures: { case: "IMPORT_OLD" } });
  expect(await isThere(old.traineeIds[0])).toBe(true);
});

test("I28: through SQL nobody leaves the register whom no import undone at that moment brought (control: without the law he does)", async () => {
  const { traineeIds } = await taken([await lineOf()]);
  const gone = `DELETE FROM trainees WHERE id = '${traineeIds[0]}'`;

  await expect(sql("app", gone)).rejects.toMatchObject({ message: expect.stringContaining("WRONG_STATE") });
  await sql("owner", "ALTER TABLE trainees DISABLE TRIGGER trainee_goes_with_his_import");
  await expect(sql("app", gone)).rejects.toMatchObject({ message: expect.stringContaining("AUDIT_MISSING") });
  await sql("owner", "ALTER TABLE trainees ENABLE TRIGGER trainee_goes_with_his_import");
});

/** As if it had been imported the day before. */
const aged = (id: string) =>
  sql(
    "owner",
    `ALTER TABLE roster_imports DISABLE TRIGGER USER;
     UPDATE roster_imports SET imported_at = imported_at - interval '25 hours' WHERE id = '${id}';
     ALTER TABLE roster_imports ENABLE TRIGGER USER;`,
  );
