import { expect, test } from "vitest";
import { editClassroom } from "@/lib/classroom/commands/edit";
import { equipClassroom } from "@/lib/classroom/commands/equip";
import { findClassroom, listClassrooms } from "@/lib/classroom/queries";
import { addCode, endCode } from "@/lib/code/commands";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { bookLesson } from "@/lib/lesson/commands/book";
import { listWeek } from "@/lib/lesson/queries/week";
import { addDays, day, dayOfInstant, type Week } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const versionOf = async (number: number) =>
  (await db.classroom.findUniqueOrThrow({ where: { number }, select: { version: true } })).version;
const equip = async (classroomNumber: number, equipment: string, count: number) =>
  equipClassroom(actor, { classroomNumber, version: await versionOf(classroomNumber), equipment, count });
const listed = async (number: number) => (await findClassroom(number))?.equipment;

/** An entry of a code table that nobody chooses any more. */
async function endedCode(kind: "CLASSROOM_KIND" | "EQUIPMENT") {
  const admin = make.actor("SYS_ADMIN");
  const [code, yesterday] = [`T${newId().slice(-8).toUpperCase()}`, addDays(dayOfInstant(new Date()), -1)];
  await addCode(admin, { kind, code, zh: "旧项", en: "Former", position: 900, validFrom: day("2000-01-01") });
  await endCode(admin, { kind, code, validTo: yesterday });
  return code;
}

test("U30: equipment is noted with its count, corrected, and taken off with none; each with an entry of its own", async () => {
  await equip(9, "STOVE", 15);
  await equip(9, "PROJECTOR", 1);
  await equip(9, "STOVE", 12);
  expect(await listed(9)).toEqual([
    { code: "PROJECTOR", count: 1 },
    { code: "STOVE", count: 12 },
  ]);
  expect((await listClassrooms()).find(({ number }) => number === 9)?.equipment).toEqual(["PROJECTOR", "STOVE"]);

  await equip(9, "PROJECTOR", 0);

  expect(await listed(9)).toEqual([{ code: "STOVE", count: 12 }]);
  const entries = await db.auditEntry.findMany({
    where: { subjectId: "109", verb: "classroom.equip" },
    orderBy: { id: "asc" },
    select: { before: true, after: true },
  });
  expect(entries.slice(-2)).toEqual([
    { before: { equipment: "STOVE", count: 15 }, after: { equipment: "STOVE", count: 12 } },
    { before: { equipment: "PROJECTOR", count: 1 }, after: { equipment: "PROJECTOR", count: 0 } },
  ]);
});

test("U30: what is not there is not taken off, and a page that was overtaken changes nothing", async () => {
  await expect(equip(8, "LOOM", 0)).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "count",
    figures: { case: "EQUIPMENT_NOT_THERE" },
  });
  const version = await versionOf(8);
  await equipClassroom(actor, { classroomNumber: 8, version, equipment: "LOOM", count: 10 });
  await expect(
    equipClassroom(actor, { classroomNumber: 8, version, equipment: "LOOM", count: 11 }),
  ).rejects.toMatchObject({ refusal: "STALE" });
  expect(await listed(8)).toEqual([{ code: "LOOM", count: 10 }]);
});

test("U30: a kind or a piece that has ended or that nobody knows is not chosen, through the form and to raw SQL", async () => {
  const ended = { refusal: "INPUT_WRONG", figures: { case: "CODE_ENDED" } };
  const [kind, piece] = [await endedCode("CLASSROOM_KIND"), await endedCode("EQUIPMENT")];
  const version = await versionOf(7);

  await expect(
    editClassroom(actor, { classroomNumber: 7, version, name: "木作", kind, seats: 20 }),
  ).rejects.toMatchObject({ ...ended, field: "kind" });
  await expect(equip(7, piece, 1)).rejects.toMatchObject({ ...ended, field: "equipment" });
  await expect(equip(7, "NOBODY", 1)).rejects.toMatchObject({ ...ended, field: "equipment" });
  await expect(
    sql("app", `INSERT INTO classroom_equipment (classroom_number, code, count) VALUES (7, '${piece}', 1)`),
  ).rejects.toMatchObject({ message: "INPUT_WRONG", detail: expect.stringContaining("CODE_ENDED") });
  await expect(sql("app", `UPDATE classrooms SET kind = '${kind}' WHERE number = 7`)).rejects.toMatchObject({
    message: "INPUT_WRONG",
  });
});

test("I29: equipment written past the audit is refused at COMMIT", async () => {
  const past = sql(
    "app",
    "INSERT INTO classroom_equipment (classroom_number, code, count) VALUES (6, 'REPAIR_BENCH', 4)",
  );
  await expect(past).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  expect(await listed(6)).toEqual([]);
});

test("R93: who may not edit classrooms notes no equipment", async () => {
  await expect(
    equipClassroom(make.actor("COUNTY_REVIEWER"), { classroomNumber: 5, version: 1, equipment: "CHECKOUT", count: 2 }),
  ).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
});

test("U18: the week of one classroom has its own lessons and no others", async () => {
  const cohort = await make.cohort();
  const { id } = await bookLesson(actor, await wish(cohort.id, { classroomNumber: 6, day: day("2018-08-08") }));
  await bookLesson(actor, await wish(cohort.id, { classroomNumber: 7, day: day("2018-08-09") }));

  const { rows, count } = await listWeek("2018-W32" as Week, "room", { kind: "room", id: String(6) });

  expect(rows.map((row) => row.id)).toEqual(["6"]);
  expect(rows.flatMap(({ halves }) => halves.flatMap(({ lessons }) => lessons.map((lesson) => lesson.id)))).toEqual([
    id,
  ]);
  expect(count).toMatchObject({ used: 1, closed: 0 });
});
