import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { bookLesson, bookLessons } from "@/lib/lesson/commands/book";
import { cancelLesson, joinLesson, moveLesson } from "@/lib/lesson/commands/change";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import type { BookLesson } from "@/lib/lesson/schema/book";
import { addDays, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { changeLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();

const move = (id: string, wanted: BookLesson, change: Partial<BookLesson> = {}, version = 1) => {
  const { cohortIds: _, ...what } = { ...wanted, ...change };
  return moveLesson(actor, { lessonId: id, version, ...what });
};

const timesOf = (traineeId: string) =>
  sql("app", "SELECT lower(during) AT TIME ZONE 'Asia/Shanghai' AS from FROM trainee_lessons WHERE trainee_id = $1", [
    traineeId,
  ]);

test("I11: a moved lesson takes its people along and leaves the old time free", async () => {
  const [one, other] = [await make.cohort(), await make.cohort()];
  const { traineeId } = await make.enrolment(one.id);
  await make.enrolment(other.id, { traineeId });
  const wanted = await wish(one.id);
  const { id } = await bookLesson(actor, wanted);

  await move(id, wanted, { day: day("2018-08-08"), startsAt: "14:30", endsAt: "17:30" });

  expect(await timesOf(traineeId)).toEqual([{ from: new Date("2018-08-08T14:30:00") }]);
  await bookLesson(actor, await wish(other.id, { classroomNumber: 3 }));
  const clash = bookLesson(
    actor,
    await wish(other.id, { classroomNumber: 3, day: day("2018-08-08"), startsAt: "17:00", endsAt: "18:00" }),
  );
  await expect(clash).rejects.toMatchObject({ refusal: "TRAINEE_CLASH", figures: { lesson: id } });
});

test("I11: a lesson moved by hand takes its people along too, or is refused", async () => {
  const [one, other] = [await make.cohort(), await make.cohort()];
  const { traineeId } = await make.enrolment(one.id);
  await make.enrolment(other.id, { traineeId });
  const { id } = await bookLesson(actor, await wish(one.id, { classroomNumber: 1 }));
  await bookLesson(actor, await wish(other.id, { classroomNumber: 2, startsAt: "14:30", endsAt: "17:30" }));

  await expect(sql("app", changeLesson(id, "starts_at = '13:00', ends_at = '15:00'"))).rejects.toMatchObject({
    message: "TRAINEE_CLASH",
  });
  await sql("app", changeLesson(id, "starts_at = '13:00', ends_at = '14:30'"));

  expect((await timesOf(traineeId)).map(({ from }) => from)).toContainEqual(new Date("2018-08-07T13:00:00"));
});

test("R36: a lesson moved onto another one stays where it was, and its own time is not in its way", async () => {
  const cohort = await make.cohort();
  const wanted = await wish(cohort.id, { classroomNumber: 4 });
  const { id } = await bookLesson(actor, wanted);
  const { id: other } = await bookLesson(
    actor,
    await wish(cohort.id, { classroomNumber: 4, startsAt: "14:30", endsAt: "17:30" }),
  );

  await expect(move(id, wanted, { startsAt: "14:00", endsAt: "15:00" })).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { lesson: other },
  });
  await move(id, wanted, { startsAt: "09:30", endsAt: "12:30" });

  expect((await listLessonsOfCohort(cohort.id)).map(({ startsAt }) => startsAt)).toEqual(["09:30", "14:30"]);
});

test("I27: who changes what somebody else has changed meanwhile is refused", async () => {
  const cohort = await make.cohort();
  const wanted = await wish(cohort.id, { classroomNumber: 5 });
  const { id } = await bookLesson(actor, wanted);
  await move(id, wanted, { title: "面部护理" });

  await expect(move(id, wanted, { title: "修眉" })).rejects.toMatchObject({ refusal: "STALE" });
  await expect(cancelLesson(actor, { lessonId: id, version: 1, reason: "停电" })).rejects.toMatchObject({
    refusal: "STALE",
  });
});

test("R36: a cancelled lesson frees classroom, trainer, cohort and trainees, and cannot come back", async () => {
  const cohort = await make.cohort();
  const { traineeId } = await make.enrolment(cohort.id);
  const wanted = await wish(cohort.id, { classroomNumber: 6 });
  const { id } = await bookLesson(actor, wanted);

  await cancelLesson(actor, { lessonId: id, version: 1, reason: "停电" });
  await bookLesson(actor, wanted);

  expect(await timesOf(traineeId)).toHaveLength(1);
  expect(await db.lesson.findUnique({ where: { id }, select: { cancelReason: true } })).toEqual({
    cancelReason: "停电",
  });
  await expect(move(id, wanted, {}, 2)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await expect(sql("app", changeLesson(id, "cancelled_at = NULL"))).rejects.toMatchObject({ message: "WRONG_STATE" });
});

test("R41: a day of ten 课时 is booked with a warning that is kept, one of eleven is refused", async () => {
  const cohort = await make.cohort();
  const on = day("2018-08-20");
  await bookLesson(actor, await wish(cohort.id, { day: on, classroomNumber: 7 }));
  await bookLesson(actor, await wish(cohort.id, { day: on, classroomNumber: 7, startsAt: "14:30", endsAt: "17:30" }));

  const { id } = await bookLesson(
    actor,
    await wish(cohort.id, { day: on, classroomNumber: 7, startsAt: "19:00", endsAt: "20:30" }),
  );
  const tooMuch = bookLesson(
    actor,
    await wish(cohort.id, { day: on, classroomNumber: 7, startsAt: "20:30", endsAt: "21:15" }),
  );

  await expect(tooMuch).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "day",
    figures: { case: "DAY_FULL", periods: 11, most: 10 },
  });
  expect(await sql("app", "SELECT after->'heavyDay' AS heavy FROM audit_entries WHERE subject_id = $1", [id])).toEqual([
    { heavy: 10 },
  ]);
});

test("repeat: all lessons are booked or none", async () => {
  const [one, other] = [await make.cohort(), await make.cohort()];
  const days = [0, 7, 14].map((step) => addDays(day("2018-08-09"), step));
  await bookLesson(actor, await wish(other.id, { classroomNumber: 8, day: days[1] as (typeof days)[0] }));
  const { day: _, ...wanted } = await wish(one.id, { classroomNumber: 8 });

  await expect(bookLessons(actor, { ...wanted, days })).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { day: days[1] },
  });
  expect(await listLessonsOfCohort(one.id)).toEqual([]);

  const { ids } = await bookLessons(actor, { ...wanted, days: days.filter((_, n) => n !== 1) });
  expect((await listLessonsOfCohort(one.id)).map(({ id }) => id)).toEqual(ids);
});

test("R27: at the base a lesson needs a classroom, elsewhere it has none", async () => {
  const [inside, outside] = [await make.cohort(), await make.cohort({ atBase: false, place: "扎格村" })];

  const [nowhere, atBase] = [
    await wish(inside.id, { classroomNumber: null }),
    await wish(outside.id, { classroomNumber: 9 }),
  ];

  await expect(bookLesson(actor, nowhere)).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "NEEDS_CLASSROOM" },
  });
  await expect(bookLesson(actor, atBase)).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "HAS_NO_CLASSROOM" },
  });
  await bookLesson(actor, await wish(outside.id, { classroomNumber: null }));
});

test("R37: a cohort that joins a lesson makes it a joint lesson for both", async () => {
  const [one, other] = [await make.cohort({ seats: 5 }), await make.cohort({ seats: 5 })];
  await make.enrolment(one.id);
  const { traineeId } = await make.enrolment(other.id);
  const { id } = await bookLesson(actor, await wish(one.id, { classroomNumber: 9, day: day("2018-08-21") }));

  await joinLesson(actor, { lessonId: id, version: 1, cohortIds: [other.id] });

  expect(await listLessonsOfCohort(other.id)).toMatchObject([{ id, heads: 2 }]);
  expect(await timesOf(traineeId)).toHaveLength(1);
});
