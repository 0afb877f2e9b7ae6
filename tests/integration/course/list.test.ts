import { beforeAll, expect, test } from "vitest";
import { createCourse, editCourse } from "@/lib/course/commands/edit";
import { findCourse, findLeastShare, listCourseNames, listCourses, listOpenCourses } from "@/lib/course/queries";
import { courseListQuery, createCourseInput } from "@/lib/course/schema";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id);

beforeAll(async () => {
  const of = async (code: string, change: Parameters<typeof make.course>[0]) => {
    ids[code] = (await make.course({ code, ...change })).id;
  };
  await of("A1", { name: "茶艺师", occupation: "茶艺", theoryPeriods: 40, practicePeriods: 60 });
  await of("B2", { name: "创业培训", type: "ENTREPRENEURSHIP", theoryPeriods: 40, practicePeriods: 30 });
  await of("C3", { name: "家政服务", state: "DRAFT", theoryPeriods: 10, practicePeriods: 20 });
  await of("D4", { name: "美容师 Basic", state: "ARCHIVED", theoryPeriods: 99, practicePeriods: 20 });
  for (const courseId of [ids.D4, ids.D4, ids.A1]) await make.cohort({ courseId: courseId as string, state: "DRAFT" });
});

async function list(query: object) {
  const { total, courses } = await listCourses(courseListQuery.parse(query));
  return { total, codes: courses.map(({ code }) => code) };
}

test("a course is found by code, name and occupation, whatever the case", async () => {
  expect(await list({ q: "a1" })).toEqual({ total: 1, codes: ["A1"] });
  expect(await list({ q: "茶艺" })).toEqual({ total: 1, codes: ["A1"] });
  expect(await list({ q: "BASIC" })).toEqual({ total: 1, codes: ["D4"] });
  expect(await list({ q: "没有" })).toEqual({ total: 0, codes: [] });
});

test("type and state narrow the list, and both at once", async () => {
  expect((await list({ type: "ENTREPRENEURSHIP" })).codes).toEqual(["B2"]);
  expect((await list({ state: "DRAFT" })).codes).toEqual(["C3"]);
  expect((await list({ state: "DRAFT", type: "ENTREPRENEURSHIP" })).codes).toEqual([]);
});

test.each([
  ["code", ["A1", "B2", "C3", "D4"]],
  ["-code", ["D4", "C3", "B2", "A1"]],
  ["name", ["B2", "C3", "D4", "A1"]],
  ["-name", ["A1", "D4", "C3", "B2"]],
  ["periods", ["C3", "B2", "A1", "D4"]],
  ["-periods", ["D4", "A1", "B2", "C3"]],
  ["cohorts", ["B2", "C3", "A1", "D4"]],
  ["-cohorts", ["D4", "A1", "B2", "C3"]],
])("the list is ordered by %s, of two alike by code", async (sort, codes) => {
  expect((await list({ sort })).codes).toEqual(codes);
});

test("a page has its size, and the total is that of all pages", async () => {
  const { total, courses } = await listCourses({ sort: "code", page: 2, size: 3 as never });

  expect(total).toBe(4);
  expect(courses.map(({ code, _count }) => [code, _count.cohorts])).toEqual([["D4", 2]]);
});

test("a cohort is drafted in an open course, and keeps the archived one that it has", async () => {
  const open = (await listOpenCourses()).map(({ id }) => nameOf(id));
  const kept = (await listOpenCourses(ids.D4)).map(({ id }) => nameOf(id));

  expect(open.sort()).toEqual(["A1", "B2"]);
  expect(kept.sort()).toEqual(["A1", "B2", "D4"]);
});

test("the filter of cohorts names each course that has any, once, also an archived one", async () => {
  expect((await listCourseNames()).map(({ id }) => nameOf(id)).sort()).toEqual(["A1", "D4"]);
});

test("R43: the least share is that in force on the day", async () => {
  expect(await findLeastShare(day("2018-08-22"))).toBe(40);
});

test("R42: a course without a single period is refused, new and edited, and nobody edits one that is not there", async () => {
  const typed = { name: "空课", type: "SKILL", theoryPeriods: "0", practicePeriods: "0", minPeriods: "0" };
  const empty = createCourseInput.parse({ code: "NONE", ...typed });
  const refused = { refusal: "INPUT_WRONG", field: "theoryPeriods", figures: { case: "NO_PERIODS" } };
  const { code: _, ...fields } = empty;

  await expect(createCourse(make.actor(), empty)).rejects.toMatchObject(refused);
  await expect(editCourse(make.actor(), { courseId: ids.A1 as string, version: 1, ...fields })).rejects.toMatchObject(
    refused,
  );
  await expect(
    editCourse(make.actor(), { courseId: newId(), version: 1, ...fields, theoryPeriods: 8 }),
  ).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  expect((await list({ q: "NONE" })).total).toBe(0);
  expect([await findCourse("nothing"), await findCourse(newId())]).toEqual([null, null]);
});
