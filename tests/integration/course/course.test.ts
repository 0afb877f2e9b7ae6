import { expect, test } from "vitest";
import { createCourse, editCourse } from "@/lib/course/commands/edit";
import { archiveCourse, openCourse } from "@/lib/course/commands/move";
import { createCourseInput } from "@/lib/course/schema";
import { db } from "@/lib/database/db";
import * as make from "@/tests/support/make";

const typed = {
  code: "MRS5",
  name: "美容师 五级",
  type: "SKILL",
  theoryPeriods: "80",
  practicePeriods: "120",
  minPeriods: "0",
};
const input = (change: Partial<typeof typed> = {}) => createCourseInput.parse({ ...typed, ...change });
const rowOf = (id: string) =>
  db.course.findUniqueOrThrow({ where: { id }, select: { state: true, name: true, version: true } });

test("a course begins as a draft, is opened, archived and opened again, with an entry each", async () => {
  const { id } = await createCourse(make.actor(), input());

  await openCourse(make.actor(), { courseId: id, version: 1 });
  await archiveCourse(make.actor(), { courseId: id, version: 2 });
  await openCourse(make.actor(), { courseId: id, version: 3 });

  expect(await rowOf(id)).toMatchObject({ state: "OPEN", version: 4 });
  const entries = await db.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
    select: { verb: true },
  });
  expect(entries.map(({ verb }) => verb)).toEqual(["course.create", "course.open", "course.archive", "course.open"]);
});

test("two courses of one code there cannot be, also from two desks at once", async () => {
  const answers = await Promise.allSettled([1, 2].map(() => createCourse(make.actor(), input({ code: "TWICE" }))));

  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { refusal: "INPUT_WRONG", field: "code", figures: { case: "COURSE_CODE_TAKEN" } },
  });
});

test("R42: a course with fewer class periods than it asks for is not opened", async () => {
  const { id } = await createCourse(
    make.actor(),
    input({ code: "SYB", theoryPeriods: "30", practicePeriods: "39", minPeriods: "70" }),
  );

  const opened = openCourse(make.actor(), { courseId: id, version: 1 });

  await expect(opened).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "COURSE_TOO_SHORT", planned: 69, minimum: 70 },
  });
});

test("an open course cannot be opened twice, nor edited on an older version", async () => {
  const { code: _, ...fields } = input();
  const { id } = await make.course();

  await expect(openCourse(make.actor(), { courseId: id, version: 1 })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
  });
  await editCourse(make.actor(), { courseId: id, version: 1, ...fields, name: "美容师 四级" });
  await expect(editCourse(make.actor(), { courseId: id, version: 1, ...fields })).rejects.toMatchObject({
    refusal: "STALE",
    figures: { version: 2, name: "美容师 四级" },
  });

  expect(await rowOf(id)).toMatchObject({ name: "美容师 四级", version: 2 });
});

test("I29: the entry of an edit holds what changed and nothing else", async () => {
  const { id } = await createCourse(make.actor(), input({ code: "ONLY" }));
  const { code: _, ...fields } = input();

  await editCourse(make.actor(), { courseId: id, version: 1, ...fields, theoryPeriods: 90 });

  const entry = await db.auditEntry.findFirst({
    where: { subjectId: id, verb: "course.edit" },
    select: { before: true, after: true },
  });
  expect(entry).toEqual({ before: { theoryPeriods: 80 }, after: { theoryPeriods: 90 } });
});
