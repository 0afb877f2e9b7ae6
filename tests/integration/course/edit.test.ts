import { expect, test } from "vitest";
import { endCode } from "@/lib/code/commands";
import { createCourse, editCourse } from "@/lib/course/commands/edit";
import { archiveCourse, openCourse } from "@/lib/course/commands/move";
import { findCourse } from "@/lib/course/queries";
import { createCourseInput } from "@/lib/course/schema";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { addDays, dayOfInstant } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const typed = {
  ...{ name: "组合", type: "SKILL", theoryPeriods: "30", practicePeriods: "40", minPeriods: "70" },
  covered: "美容师 五级\n中式烹调师 4-03-02-01 五级",
};
let codes = 0;
/** A draft by this form, and the values with which it would be edited to something else. */
async function draft(change: Partial<typeof typed> = {}) {
  const { code, ...fields } = createCourseInput.parse({ code: `E${++codes}`, ...typed, ...change });
  const { id: courseId } = await createCourse(make.actor(), { code, ...fields });
  return { courseId, edited: (other: Partial<typeof fields>) => ({ courseId, version: 1, ...fields, ...other }) };
}

const changeOf = (id: string, verb: string) =>
  db.auditEntry.findFirstOrThrow({
    where: { subjectId: id, verb },
    select: { before: true, after: true, actorName: true },
  });

test("I27: what somebody changed meanwhile is neither opened nor archived, and stays as it was", async () => {
  const { courseId } = await draft();
  const stale = { refusal: "STALE", figures: { case: "RELOAD" } };

  await expect(openCourse(make.actor(), { courseId, version: 2 })).rejects.toMatchObject(stale);
  await expect(archiveCourse(make.actor(), { courseId, version: 2 })).rejects.toMatchObject(stale);

  expect(await findCourse(courseId)).toMatchObject({ state: "DRAFT", version: 1 });
});

test("I15: an archived course is not archived again, and one that is not there is neither opened nor archived", async () => {
  const { courseId } = await draft();
  await archiveCourse(make.actor(), { courseId, version: 1 });
  const refused = { refusal: "WRONG_STATE" };

  await expect(archiveCourse(make.actor(), { courseId, version: 2 })).rejects.toMatchObject(refused);
  for (const move of [openCourse, archiveCourse])
    await expect(move(make.actor(), { courseId: newId(), version: 1 })).rejects.toMatchObject(refused);
});

test("R42: exactly as many periods as it asks for open a course; open, it is not cut below them, a draft may be", async () => {
  const { courseId, edited } = await draft();
  const { courseId: other, edited: shorter } = await draft();
  await openCourse(make.actor(), { courseId, version: 1 });

  await expect(editCourse(make.actor(), { ...edited({ theoryPeriods: 29 }), version: 2 })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "minPeriods",
    figures: { case: "COURSE_TOO_SHORT", planned: 69, minimum: 70 },
  });
  await editCourse(make.actor(), shorter({ theoryPeriods: 29 }));

  expect(await findCourse(courseId)).toMatchObject({ state: "OPEN", theoryPeriods: 30, version: 2 });
  expect(await findCourse(other)).toMatchObject({ state: "DRAFT", theoryPeriods: 29, version: 2 });
});

test("R33: the occupations are replaced by those of the form, shown by name, and told in the audit as they are printed", async () => {
  const { courseId, edited } = await draft();
  const [cook, beautician] = [
    { occupation: "中式烹调师", occupationCode: "4-03-02-01", level: "五级" },
    { occupation: "美容师", occupationCode: null, level: "四级" },
  ];

  await editCourse(make.actor(), edited({ covered: [beautician, cook] }));

  expect((await findCourse(courseId))?.covered).toEqual([cook, beautician]);
  expect(await changeOf(courseId, "course.edit")).toMatchObject({
    before: { covered: "中式烹调师 4-03-02-01 五级\n美容师 五级" },
    after: { covered: "中式烹调师 4-03-02-01 五级\n美容师 四级" },
  });
});

test("R33: the same occupations in another order are no change, and none may be left", async () => {
  const { courseId, edited } = await draft();
  const { covered } = edited({});

  await editCourse(make.actor(), edited({ covered: covered.toReversed(), name: "组合班" }));
  await editCourse(make.actor(), { ...edited({ covered: [], name: "组合班" }), version: 2 });

  expect(await changeOf(courseId, "course.edit")).toMatchObject({ before: { name: "组合" } });
  expect((await changeOf(courseId, "course.edit")).after).toEqual({ name: "组合班" });
  expect((await findCourse(courseId))?.covered).toEqual([]);
});

test("I27, U26: an edit on an older version is told what stands there, by whom and since when", async () => {
  const { courseId, edited } = await draft({ covered: "" });
  const other = { ...make.actor(), name: "央金" };
  await editCourse(other, edited({ name: "茶艺", level: "五级" }));

  await expect(editCourse(make.actor(), edited({ name: "家政" }))).rejects.toMatchObject({
    refusal: "STALE",
    figures: {
      version: 2,
      by: "央金",
      at: expect.stringMatching(/^\d{4}-/),
      name: "茶艺",
      level: "五级",
      covered: "",
    },
  });

  expect(await findCourse(courseId)).toMatchObject({ name: "茶艺", version: 2 });
});

test("R111: who may not draw up courses is refused before anything is written, and the try is logged", async () => {
  const { courseId, edited } = await draft();
  const officer = make.actor("AID_OFFICER");
  const tries = [
    createCourse(officer, createCourseInput.parse({ code: "NO", ...typed })),
    editCourse(officer, edited({ name: "x" })),
    openCourse(officer, { courseId, version: 1 }),
    archiveCourse(officer, { courseId, version: 1 }),
  ];

  for (const { status, ...answer } of await Promise.allSettled(tries))
    expect({ status, ...answer }).toMatchObject({ status: "rejected", reason: { refusal: "NOT_ALLOWED" } });

  const logged = await db.accessEntry.findMany({ where: { accountId: officer.id, verb: "refused" } });
  expect(logged.map(({ field }) => field).sort()).toEqual([
    "course.archive",
    "course.create",
    "course.edit",
    "course.open",
  ]);
  expect(await findCourse(courseId)).toMatchObject({ state: "DRAFT", version: 1 });
});

test("what a demo account draws up is marked as such", async () => {
  const form = createCourseInput.parse({ code: "DEMO", ...typed });

  const { id } = await createCourse({ ...make.actor(), isDemo: true }, form);

  expect(await findCourse(id)).toMatchObject({ isDemo: true, state: "DRAFT" });
  expect(await findCourse((await draft()).courseId)).toMatchObject({ isDemo: false });
});

test("U30: what practice needs is noted by its codes; an ended or unknown one is refused, a kept one stays", async () => {
  const { courseId, edited } = await draft();
  const needs = { practiceKinds: ["BEAUTY", "GENERAL"], practiceEquipment: ["BEAUTY_BED"] };
  await editCourse(make.actor(), edited(needs));

  expect(await findCourse(courseId)).toMatchObject(needs);
  expect((await changeOf(courseId, "course.edit")).after).toEqual({
    practiceKinds: "BEAUTY GENERAL",
    practiceEquipment: "BEAUTY_BED",
  });
  const ended = (field: string) => ({ refusal: "INPUT_WRONG", field, figures: { case: "CODE_ENDED" } });
  await expect(
    editCourse(make.actor(), { ...edited({ practiceKinds: ["NOBODY"] }), version: 2 }),
  ).rejects.toMatchObject(ended("practiceKinds"));
  await expect(
    editCourse(make.actor(), { ...edited({ practiceEquipment: ["NOBODY"] }), version: 2 }),
  ).rejects.toMatchObject(ended("practiceEquipment"));

  const yesterday = addDays(dayOfInstant(new Date()), -1);
  await endCode(make.actor("SYS_ADMIN"), { kind: "CLASSROOM_KIND", code: "GENERAL", validTo: yesterday });
  await editCourse(make.actor(), { ...edited({ ...needs, name: "组合二" }), version: 2 });
  await editCourse(make.actor(), { ...edited({ practiceKinds: ["BEAUTY"] }), version: 3 });
  await expect(editCourse(make.actor(), { ...edited(needs), version: 4 })).rejects.toMatchObject(
    ended("practiceKinds"),
  );
});

test("I27: who saves a course second sees what it needs now, as the form sends it", async () => {
  const { edited } = await draft();
  await editCourse(make.actor(), edited({ practiceKinds: ["BEAUTY", "TRADE"] }));

  await expect(editCourse(make.actor(), edited({}))).rejects.toMatchObject({
    refusal: "STALE",
    figures: { practiceKinds: "BEAUTY TRADE", practiceEquipment: "" },
  });
});
