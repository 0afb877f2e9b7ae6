import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { bookLesson, bookLessons, moveLesson } from "@/lib/lesson/actions";
import { leaveTrainer } from "@/lib/trainer/commands";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { type Action, wrongFields } from "@/tests/support/wrong-fields";

// What only a running Next can say: who is signed in, and in which language.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const wrongAt = (actor: Actor, action: Action, typed: Record<string, string | string[]>) => {
  request.actor = actor;
  return wrongFields(action, typed);
};

const staff = make.actor();

test("U24: a lesson's times, classroom and trainer are told at once, whether its subject is empty or not", async () => {
  const { id: cohortId } = await make.cohort({ atBase: false, place: "扎格村" });
  const { id: trainerId } = await make.trainer();
  await leaveTrainer(make.actor("BASE_DIRECTOR"), { trainerId, version: 1, leftOn: day("2018-08-01") });
  const lesson = {
    ...{ "cohortIds[]": cohortId, title: "皮肤护理", kind: "PRACTICE", trainerId, classroomNumber: "10" },
    ...{ startsAt: "12:00", endsAt: "09:00", day: "2018-08-07" },
  };

  expect(await wrongAt(staff, bookLesson, lesson)).toEqual(["classroomNumber", "endsAt", "trainerId"]);
  expect(await wrongAt(staff, bookLesson, { ...lesson, title: "" })).toEqual([
    ...["classroomNumber", "endsAt", "title", "trainerId"],
  ]);
  const { day: first, ...several } = lesson;
  expect(await wrongAt(staff, bookLessons, { ...several, "days[]": [first, "2018-08-08"] })).toEqual([
    ...["classroomNumber", "endsAt", "trainerId"],
  ]);
});

test("U24: so are those of a lesson that moves, and a day that is full", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2018-09-03") });
  await make.lesson({ cohorts: [cohortId], day: day("2018-09-05"), periods: 8, startsAt: "13:00", endsAt: "19:00" });
  const { id: lessonId, trainerId } = await lessonOf(cohortId);
  const move = {
    ...{ lessonId, version: "1", title: "皮肤护理", kind: "PRACTICE", trainerId, classroomNumber: "none" },
    ...{ startsAt: "08:00", endsAt: "12:00", day: "2018-09-05" },
  };

  expect(await wrongAt(staff, moveLesson, move)).toEqual(["classroomNumber", "day"]);
  expect(await wrongAt(staff, moveLesson, { ...move, endsAt: "08:10" })).toEqual(["classroomNumber", "endsAt"]);
});

test("U24: a holiday asks for its tick together with what has to be mended, and not when it was ticked", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2018-09-17"), endsOn: day("2018-10-31") });
  const { id: trainerId } = await make.trainer();
  const lesson = {
    ...{ "cohortIds[]": cohortId, title: "", kind: "PRACTICE", trainerId, classroomNumber: "10" },
    ...{ startsAt: "09:00", endsAt: "12:00", day: "2018-10-01" },
  };
  const { day: on, ...several } = lesson;

  expect(await wrongAt(staff, bookLesson, lesson)).toEqual(["accepted", "title"]);
  expect(await wrongAt(staff, bookLesson, { ...lesson, "accepted[]": "HOLIDAY" })).toEqual(["title"]);
  expect(await wrongAt(staff, bookLessons, { ...several, "days[]": on })).toEqual(["accepted", "title"]);
  expect(await wrongAt(staff, bookLessons, { ...several, "holidays[]": on })).toEqual(["title"]);
});

async function lessonOf(cohortId: string) {
  const { id: trainerId } = await make.trainer();
  const { id } = await make.lesson({ cohorts: [cohortId], day: day("2018-09-04"), trainerId, classroomNumber: 9 });
  return { id, trainerId };
}
