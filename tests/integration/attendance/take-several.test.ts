import { expect, test } from "vitest";
import { takeRoll } from "@/lib/attendance/commands/take";
import { takeSeveral } from "@/lib/attendance/commands/take-several";
import { findAttendance } from "@/lib/attendance/queries/grid";
import { listPending } from "@/lib/attendance/queries/pending";
import { mostMarks } from "@/lib/attendance/rules";
import { takeSeveralInput } from "@/lib/attendance/schema";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { inClass, marksOf, roll } from "@/tests/support/rolls/scene";

const staff = () => make.actor("BASE_STAFF", day("2018-08-22"));

async function sheet(days = [day("2018-08-07"), day("2018-08-08")]) {
  const scene = await inClass({ people: 2, days });
  const [one, two] = scene.people as [string, string];
  const [first, second] = scene.lessons as [string, string];
  const line = (traineeId: string, text: string, seen = 0) => ({ traineeId, text, seen });
  const save = (changes: { lessonId: string; lines: ReturnType<typeof line>[] }[], actor = staff()) =>
    takeSeveral(actor, { cohortId: scene.id, changes });
  return { ...scene, one, two, first, second, line, save };
}

test("R44: changed cells of many lessons are saved at once, each with its own entry, the others are left alone", async () => {
  const { id, one, two, first, second, line, save } = await sheet();

  const done = await save([
    { lessonId: first, lines: [line(one, "√"), line(two, "L")] },
    { lessonId: second, lines: [line(two, "病假")] },
  ]);

  expect(done).toMatchObject({ taken: 3, pending: 0 });
  expect(done.lessons.map(({ taken }) => taken).sort()).toEqual([1, 2]);
  expect(await marksOf(first)).toEqual({ [one]: "PRESENT", [two]: "LATE" });
  expect(await marksOf(second)).toEqual({ [two]: "SICK_LEAVE" });
  expect(await db.auditEntry.count({ where: { subjectId: { startsWith: first }, verb: "attendance.take" } })).toBe(2);
  const [row] = (await findAttendance(id)).people.filter(({ traineeId }) => traineeId === two);
  expect(row?.versions).toEqual({ [first]: 1, [second]: 1 });
});

test("I36: a stale cell is not written over, it waits beside what stands; the others of the sheet are saved", async () => {
  const { id, one, two, first, line, save } = await sheet();
  await roll(staff(), first, { [one]: "ABSENT" });

  expect(await save([{ lessonId: first, lines: [line(one, "√"), line(two, "√")] }])).toMatchObject({
    taken: 1,
    pending: 1,
  });

  expect(await marksOf(first)).toEqual({ [one]: "ABSENT", [two]: "PRESENT" });
  expect(await listPending({ cohortId: id })).toMatchObject([
    { mark: "PRESENT", standing: "ABSENT", cause: "OTHER_FIRST" },
  ]);
});

test("R45: a corrected cell keeps its note, and the old mark in its entry", async () => {
  const { one, first, line, save } = await sheet();
  const told = { lessonId: first, traineeIds: [one], marks: ["ABSENT" as const], notes: ["家中有事"], versions: [0] };
  await takeRoll(staff(), told);

  await save([{ lessonId: first, lines: [line(one, "事", 1)] }]);

  const entry = await db.auditEntry.findFirstOrThrow({
    where: { subjectId: `${first}:${one}`, verb: "attendance.correct" },
  });
  expect([entry.before, entry.after]).toEqual([{ mark: "ABSENT" }, { mark: "PERSONAL_LEAVE" }]);
  expect(await db.attendance.findFirst({ where: { lessonId: first } })).toMatchObject({ note: "家中有事", version: 2 });
});

test("R46: cells that hold no mark refuse the whole by name, and nothing is half written", async () => {
  const { one, two, first, second, line, save } = await sheet();
  const { name } = await db.trainee.findUniqueOrThrow({ where: { id: two }, select: { name: true } });

  await expect(
    save([
      { lessonId: first, lines: [line(one, "√")] },
      { lessonId: second, lines: [line(two, "来了"), line(one, "")] },
    ]),
  ).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "changes",
    figures: { case: "UNKNOWN_MARKS", count: 2 },
    lists: { cells: [`${name} 08-08 09:00 “来了”`, expect.stringContaining("“”")] },
  });
  expect(await marksOf(first)).toEqual({});
});

test("R44: a lesson ahead, a stranger, and a lesson that is not there refuse the whole", async () => {
  const { one, first, second, line, save } = await sheet([day("2018-08-07"), day("2037-08-07")]);
  const stranger = (await make.trainee()).id;
  const good = { lessonId: first, lines: [line(one, "√")] };

  const refused: [typeof good, string][] = [
    [{ lessonId: second, lines: [line(one, "√")] }, "LESSON_AHEAD"],
    [{ lessonId: first, lines: [line(stranger, "√")] }, "NOT_IN_LESSON"],
    [{ lessonId: newId(), lines: [line(one, "√")] }, "UNKNOWN_LESSON"],
  ];
  for (const [bad, named] of refused)
    await expect(save([good, bad])).rejects.toMatchObject({ figures: { case: named } });
  expect(await marksOf(first)).toEqual({});
});

test("ten thousand marks at once, none, and a cell that comes twice are each told in a sentence", async () => {
  const { one, two, first, line, save } = await sheet();
  const many = Array.from({ length: 50 }, () => ({
    lessonId: newId(),
    lines: Array.from({ length: 200 }, () => line(newId(), "√")),
  }));

  await expect(save(many)).rejects.toMatchObject({ figures: { case: "MANY_MARKS", count: 10_000, most: mostMarks } });
  await expect(save([])).rejects.toMatchObject({ figures: { case: "NOTHING_CHANGED" } });
  const twice = [
    { lessonId: first, lines: [line(one, "√"), line(two, "√")] },
    { lessonId: first, lines: [line(one, "迟")] },
  ];
  await expect(save(twice)).rejects.toMatchObject({ refusal: "INPUT_WRONG", field: "changes" });
  expect(await marksOf(first)).toEqual({});
});

test("a sheet as the page sends it is read, and what is no sheet is none", () => {
  const [cohortId, lessonId, traineeId] = [newId(), newId(), newId()];
  const sent = (changes: string[]) => takeSeveralInput.safeParse({ cohortId, changes });

  expect(sent([JSON.stringify({ lessonId, lines: [{ traineeId, seen: 2, text: "√" }] })]).data?.changes).toEqual([
    { lessonId, lines: [{ traineeId, seen: 2, text: "√" }] },
  ]);
  for (const broken of ["", "{", "[]", "null", JSON.stringify({ lessonId, lines: [] }), JSON.stringify({ lessonId })])
    expect(sent([broken]).success).toBe(false);
});

test("invariants 4, I32: a reviewer saves no sheet, and a trainer none of lessons that are others'", async () => {
  const { one, first, line, save } = await sheet();
  const changes = [{ lessonId: first, lines: [line(one, "√")] }];

  await expect(save(changes, make.actor("COUNTY_REVIEWER", day("2018-08-22")))).rejects.toMatchObject({
    refusal: "NOT_ALLOWED",
  });
  await expect(save(changes, make.actor("TRAINER", day("2018-08-22")))).rejects.toMatchObject({
    figures: { case: "UNKNOWN_LESSON" },
  });
});
