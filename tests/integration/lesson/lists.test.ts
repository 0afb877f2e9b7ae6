import { beforeAll, expect, test } from "vitest";
import { closeClassroom } from "@/lib/classroom/commands/close";
import { listCohortLessons } from "@/lib/cohort/queries/teaching";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { copyTimetable } from "@/lib/lesson/commands/copy";
import { listHeavyDays, listObstacles } from "@/lib/lesson/queries/alternatives";
import { listLessons } from "@/lib/lesson/queries/record";
import { listStandIns } from "@/lib/lesson/queries/stand-ins";
import { findLesson, listCohortsToBook, listLessonsOfDay } from "@/lib/lesson/queries/timetable";
import { day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const monday = day("2031-03-03");
const tuesday = day("2031-03-04");
const of = { one: "", other: "", joint: "", late: "", off: "", trainer: "" };

// One week: a joint lesson on Monday morning, one of the first cohort in the evening, one that was cancelled.
beforeAll(async () => {
  [of.one, of.other] = [
    (await make.cohort({ startsOn: monday, seats: 6, title: "第一班" })).id,
    (await make.cohort({ startsOn: monday, seats: 8, title: "第二班" })).id,
  ];
  of.trainer = (await make.trainer("泽翁")).id;
  const here = { day: monday, classroomNumber: 3, trainerId: of.trainer };
  of.joint = (await make.lesson({ ...here, cohorts: [of.one, of.other], title: "合班" })).id;
  of.late = (await make.lesson({ ...here, cohorts: [of.one], startsAt: "19:00", endsAt: "22:00", title: "晚课" })).id;
  of.off = (await make.lesson({ ...here, cohorts: [of.one], startsAt: "15:00", endsAt: "18:00" })).id;
  await make.cancelLesson(of.off);
});

test("what is taught on a day comes in the order it begins, without what was cancelled", async () => {
  const lessons = await listLessonsOfDay(monday);

  expect(lessons.map(({ id }) => id)).toEqual([of.joint, of.late]);
  expect(lessons[0]).toMatchObject({
    title: "合班",
    classroom: { number: 3 },
    trainer: { id: of.trainer, name: "泽翁" },
    cohorts: [{ id: of.one }, { id: of.other }],
  });
  expect(await listLessonsOfDay(tuesday)).toEqual([]);
  expect((await listCohortLessons(of.one)).map(({ id, _count }) => [id, _count.cohorts])).toEqual([
    [of.joint, 2],
    [of.late, 1],
  ]);
});

test("R37: while nobody is confirmed a lesson counts the seats that are kept, afterwards who is expected", async () => {
  expect(await findLesson(of.joint)).toMatchObject({ expected: 0, seatsNeeded: 8, heads: 8 });

  await make.enrolment(of.other);

  expect(await findLesson(of.joint)).toMatchObject({ expected: 1, seatsNeeded: 8, heads: 1 });
  const [cancelled] = await listLessons(db, Prisma.sql`l.id = ${of.off}::uuid`);
  expect(cancelled).toMatchObject({ cancelReason: "测试", cancelledAt: expect.any(Date) });
});

test("R41: a lesson names the cohorts whose day is long, each with its own 课时", async () => {
  expect(await listHeavyDays(of.joint)).toEqual([]);
  await make.lesson({
    day: monday,
    cohorts: [of.one],
    classroomNumber: 4,
    startsAt: "13:00",
    endsAt: "13:45",
    periods: 1,
  });

  const { number } = await db.cohort.findUniqueOrThrow({ where: { id: of.one }, select: { number: true } });
  expect(await listHeavyDays(of.joint)).toEqual([{ number, much: 8, periods: 9 }]);
  expect(await listHeavyDays(of.off)).toEqual([]);
});

test("R36: the same lesson on several days: each day names what stands in its way", async () => {
  const { id: free } = await make.cohort({ startsOn: monday, endsOn: day("2031-03-06") });
  const at = (on: string, time: string) => ({ startsOn: day(on), endsOn: day(on), startsAt: time, endsAt: "18:00" });
  await closeClassroom(actor, { classroomNumber: 3, ...at("2031-03-05", "08:00"), reason: "检修" });
  const { id: trainerId } = await make.trainer();
  const wanted = { cohortIds: [free], classroomNumber: 3, trainerId, startsAt: "09:00", endsAt: "12:00" };
  const days = ["2031-03-03", "2031-03-04", "2031-03-05", "2031-03-07"].map(day);

  const found = await listObstacles(wanted, days);

  expect(found.map((one) => [one.day, one.outside, one.closed, one.lesson?.id])).toEqual([
    [monday, false, null, of.joint],
    [tuesday, false, null, undefined],
    ["2031-03-05", false, "检修", undefined],
    ["2031-03-07", true, null, undefined],
  ]);
  // In another classroom the trainer alone is in the way.
  const [same] = await listObstacles({ ...wanted, classroomNumber: 5, trainerId: of.trainer }, [monday]);
  expect(same?.lesson?.id).toBe(of.joint);
});

test("R36, R37: another classroom lacks the lessons it has no seats or no time for, the best one comes first", async () => {
  await make.lesson({ day: monday, classroomNumber: 2, startsAt: "21:00", endsAt: "22:00" });

  const span = { from: new Date("2031-03-03T00:00:00+08:00"), to: new Date("2031-03-04T00:00:00+08:00") };
  const rooms = await listStandIns(db, { classroomNumber: 3, ...span });

  expect(rooms).toHaveLength(10);
  expect(rooms[0]?.lacking).toEqual([]);
  expect(rooms.find(({ number }) => number === 2)?.lacking).toEqual(["2031-03-03 19:00 晚课"]);
  expect(rooms.map(({ lacking }) => lacking.length)).toEqual([...rooms.map(({ lacking }) => lacking.length)].sort());
});

test("a cohort is booked until its last day, and not once it is over, cancelled or refused", async () => {
  const startsOn = day("2032-03-01");
  const made = new Map<string, string>();
  for (const state of ["DRAFT", "APPROVED", "CLOSED", "CANCELLED", "REJECTED"] as const)
    made.set((await make.cohort({ state, startsOn, endsOn: day("2032-03-05") })).id, state);
  const offered = async (from: string) =>
    (await listCohortsToBook(day(from))).flatMap(({ id }) => made.get(id) ?? []).sort();

  expect(await offered("2032-03-05")).toEqual(["APPROVED", "DRAFT"]);
  expect(await offered("2032-03-06")).toEqual([]);
});

test("R40: a lesson ends after it begins and has at least one 课时", async () => {
  const book = async (change: object) => bookLesson(actor, await wish(of.one, { day: tuesday, ...change }));
  const refused = (of: string) => ({ refusal: "INPUT_WRONG", field: "endsAt", figures: { case: of } });

  await expect(book({ endsAt: "09:00" })).rejects.toMatchObject(refused("ENDS_BEFORE_START"));
  await expect(book({ endsAt: "09:44" })).rejects.toMatchObject(refused("SHORTER_THAN_PERIOD"));
  expect(await db.lesson.count({ where: { day: new Date(tuesday) } })).toBe(0);
});

test("R31: a lesson against which somebody of the cohort sits elsewhere is refused with both sides", async () => {
  const [{ traineeId }, { id: cohortId }] = [await make.enrolment(of.one), await make.cohort({ startsOn: monday })];
  await make.enrolment(cohortId, { traineeId });

  const booking = bookLesson(actor, await wish(cohortId, { day: monday, classroomNumber: 9, startsAt: "11:00" }));

  await expect(booking).rejects.toMatchObject({
    refusal: "TRAINEE_CLASH",
    field: "cohortIds",
    figures: { case: "LESSON", day: monday, startsAt: "11:00" },
    lists: { offers: expect.arrayContaining([expect.objectContaining({ day: expect.stringContaining("2031-03") })]) },
  });
});

test("a lesson or a cohort that is not there is neither cancelled, copied nor booked", async () => {
  const [lessonId, cohortId] = [newId(), newId()];
  const unknown = { refusal: "INPUT_WRONG", figures: { case: "UNKNOWN_LESSON" } };

  await expect(cancelLesson(actor, { lessonId, version: 1, reason: "停电" })).rejects.toMatchObject(unknown);
  // One that was cancelled is not copied either.
  const copy = { cohortId: of.other, shift: 7, classroomNumber: null };
  await expect(copyTimetable(actor, { ...copy, lessonIds: [of.late, of.off] })).rejects.toMatchObject(unknown);
  await expect(bookLesson(actor, await wish(cohortId))).rejects.toMatchObject({
    field: "cohortIds",
    figures: { case: "UNKNOWN_COHORT" },
  });
});
