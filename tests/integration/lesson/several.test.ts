import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { bookLesson, bookLessons } from "@/lib/lesson/commands/book";
import {
  cancelLessons,
  changeClassroom,
  postponeLessons,
  substituteSeveral,
  substituteTrainer,
} from "@/lib/lesson/commands/several";
import { listBegun, listChosen } from "@/lib/lesson/queries/several";
import { listRoomsFor, listSubstitutes } from "@/lib/lesson/queries/stand-ins";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
let year = 2040;

/** A cohort of a year to come with a lesson on each of four mornings, Thursday to Tuesday. */
async function fourLessons(classroomNumber: number) {
  year += 1;
  const thursday = thursdayOf(year);
  const { id: cohortId } = await make.cohort({ startsOn: thursday });
  const days = [0, 1, 4, 5].map((step) => addDays(thursday, step));
  const { day: _, ...wanted } = await wish(cohortId, { classroomNumber });
  const { ids } = await bookLessons(actor, { ...wanted, days });
  return {
    cohortId,
    thursday,
    days,
    trainerId: wanted.trainerId,
    lessons: ids.map((lessonId) => ({ lessonId, version: 1 })),
  };
}

const thursdayOf = (of: number): Day => {
  const first = day(`${of}-06-01`);
  return addDays(first, (11 - new Date(`${first}T00:00:00Z`).getUTCDay()) % 7);
};
const daysOf = async (cohortId: string) => (await listLessonsOfCohort(cohortId)).map((lesson) => lesson.day);
const verbsOf = async (lessons: { lessonId: string }[]) =>
  sql(
    "app",
    "SELECT verb, count(*)::int AS times FROM audit_entries WHERE subject_id = ANY ($1::text[]) GROUP BY verb ORDER BY verb",
    [lessons.map(({ lessonId }) => lessonId)],
  );

test("13: several lessons are cancelled with one reason, each noted, and stay on record", async () => {
  const { cohortId, lessons } = await fourLessons(1);

  expect(await cancelLessons(actor, { lessons: lessons.slice(1), reason: "大雪封路" })).toEqual({ count: 3 });

  expect(await daysOf(cohortId)).toHaveLength(1);
  const found = await db.lesson.findMany({
    where: { cohorts: { some: { cohortId } } },
    select: { cancelReason: true },
  });
  expect(found.filter(({ cancelReason }) => cancelReason === "大雪封路")).toHaveLength(3);
  expect(await verbsOf(lessons)).toEqual([
    { verb: "lesson.book", times: 4 },
    { verb: "lesson.cancel", times: 3 },
  ]);
});

test("13: put off by a teaching day they follow one another over the weekend, each noted, none in the way of the next", async () => {
  const { cohortId, days, lessons } = await fourLessons(2);

  await postponeLessons(actor, { lessons, steps: 1, by: "TEACHING_DAYS" });
  const [, friday, monday, tuesday] = days as [Day, Day, Day, Day];
  expect(await daysOf(cohortId)).toEqual([friday, monday, tuesday, addDays(tuesday, 1)]);
  expect(await verbsOf(lessons)).toContainEqual({ verb: "lesson.move", times: 4 });

  const again = lessons.map(({ lessonId }) => ({ lessonId, version: 2 }));
  await postponeLessons(actor, { lessons: again, steps: 7, by: "DAYS" });
  expect(await daysOf(cohortId)).toEqual([friday, monday, tuesday, addDays(tuesday, 1)].map((one) => addDays(one, 7)));
});

test("U18: put off onto a holiday they ask for one tick that names each of the days", async () => {
  const { cohortId, lessons, days } = await fourLessons(3);
  const off = days.slice(2).map((one) => addDays(one, 7));
  await sql(
    "owner",
    `SET session_replication_role = replica; INSERT INTO calendar_days (day, kind, name) VALUES ('${off[0]}', 'HOLIDAY', '端午节'), ('${off[1]}', 'HOLIDAY', '端午节')`,
  );
  const put = { lessons, steps: 7, by: "DAYS" as const };

  await expect(postponeLessons(actor, put)).rejects.toMatchObject({
    figures: { case: "WARNINGS" },
    lists: { HOLIDAY: off.map((one) => `${one} 端午节`) },
  });
  expect(await daysOf(cohortId)).toEqual(days);
  await postponeLessons(actor, { ...put, accepted: ["HOLIDAY"] });
  expect(await daysOf(cohortId)).toEqual(days.map((one) => addDays(one, 7)));
});

test("R36: one that is in the way of another cohort's lesson stops all of them, and both sides are named", async () => {
  const { cohortId, days, lessons } = await fourLessons(4);
  const other = await make.cohort({ startsOn: days[0] as Day });
  const last = addDays(days[3] as Day, 1);
  const taken = await bookLesson(actor, await wish(other.id, { day: last, classroomNumber: 4, title: "编织配色" }));

  const put = postponeLessons(actor, { lessons, steps: 1, by: "TEACHING_DAYS" });

  await expect(put).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { title: "皮肤护理", day: last, lesson: taken.id, otherTitle: "编织配色" },
  });
  expect(await daysOf(cohortId)).toEqual(days);
});

test("R36: put off past the cohort's last day, onto a full day or a leave, the lesson in question is told by its new place", async () => {
  const { cohortId, days, lessons, trainerId } = await fourLessons(10);
  const last = days[3] as Day;

  await expect(postponeLessons(actor, { lessons, steps: 30, by: "DAYS" })).rejects.toMatchObject({
    figures: { case: "DAY_OUTSIDE_COHORT", day: addDays(last, 30), startsAt: "09:00" },
  });
  await make.lesson({
    ...{ cohorts: [cohortId], day: addDays(last, 1), classroomNumber: 11, periods: 8 },
    ...{ startsAt: "13:00", endsAt: "19:00" },
  });
  await expect(postponeLessons(actor, { lessons, steps: 1, by: "DAYS" })).rejects.toMatchObject({
    figures: { case: "DAY_FULL", periods: 12, day: addDays(last, 1), startsAt: "09:00" },
  });
  await make.leave(trainerId, addDays(last, 2));
  await expect(postponeLessons(actor, { lessons, steps: 2, by: "DAYS" })).rejects.toMatchObject({
    refusal: "TRAINER_TAKEN",
    figures: { case: "ON_LEAVE", day: addDays(last, 2) },
  });
  expect((await daysOf(cohortId)).filter((one) => days.includes(one))).toEqual(days);
});

test("R36, R37: all move to another classroom; one that cannot take them all says which, and refuses", async () => {
  const { cohortId, days, lessons } = await fourLessons(5);
  const ids = lessons.map(({ lessonId }) => lessonId);
  const other = await make.cohort({ startsOn: days[0] as Day });
  await bookLesson(actor, await wish(other.id, { day: days[1] as Day, classroomNumber: 6, title: "编织配色" }));

  const lacking = new Map((await listRoomsFor(ids)).map((room) => [room.number, room.lacking]));
  expect(lacking.get(5)).toEqual([]);
  expect(lacking.get(6)).toEqual([`${days[1]} 09:00 皮肤护理`]);
  await expect(changeClassroom(actor, { lessons, classroomNumber: 6 })).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { otherTitle: "编织配色" },
  });
  expect((await listLessonsOfCohort(cohortId)).every(({ classroom }) => classroom?.number === 5)).toBe(true);

  await changeClassroom(actor, { lessons, classroomNumber: 7 });
  expect((await listLessonsOfCohort(cohortId)).every(({ classroom }) => classroom?.number === 7)).toBe(true);
  const unknown = lessons.map(({ lessonId }) => ({ lessonId, version: 2 }));
  await expect(changeClassroom(actor, { lessons: unknown, classroomNumber: 98 })).rejects.toMatchObject({
    field: "classroomNumber",
  });
});

test("15: a substitute is offered who is free in all of the lessons, and gives them", async () => {
  const { cohortId, days, lessons, trainerId } = await fourLessons(8);
  const ids = lessons.map(({ lessonId }) => lessonId);
  const free = await make.trainer("次仁");
  const onLeave = await make.trainer("格桑");
  await make.leave(onLeave.id, days[2] as Day);
  const busy = await make.trainer("央宗");
  const other = await make.cohort({ startsOn: days[0] as Day });
  await bookLesson(actor, await wish(other.id, { day: days[0] as Day, classroomNumber: 9, trainerId: busy.id }));
  const left = await make.trainer("旺堆");
  await sql(
    "owner",
    `SET session_replication_role = replica; UPDATE trainers SET left_on = '${days[3]}' WHERE id = '${left.id}'`,
  );

  const offered = new Set((await listSubstitutes(ids)).map(({ id }) => id));

  const asked = { free: free.id, onLeave: onLeave.id, busy: busy.id, left: left.id, now: trainerId };
  expect(
    Object.entries(asked)
      .filter(([, id]) => offered.has(id))
      .map(([name]) => name),
  ).toEqual(["free"]);
  expect((await listSubstitutes(ids.slice(1, 2))).some(({ id }) => id === busy.id)).toBe(true);
  await expect(substituteSeveral(actor, { lessons, trainerId: busy.id })).rejects.toMatchObject({
    refusal: "TRAINER_TAKEN",
  });
  await expect(substituteSeveral(actor, { lessons, trainerId: onLeave.id })).rejects.toMatchObject({
    refusal: "TRAINER_TAKEN",
    figures: { case: "ON_LEAVE" },
  });
  await substituteSeveral(actor, { lessons: lessons.slice(1), trainerId: free.id });
  await substituteTrainer(actor, { ...(lessons[0] as (typeof lessons)[0]), trainerId: free.id });
  expect((await listLessonsOfCohort(cohortId)).every(({ trainer }) => trainer.id === free.id)).toBe(true);
  expect(await verbsOf(lessons)).toContainEqual({ verb: "lesson.move", times: 4 });
});

test("I27: a lesson changed or cancelled meanwhile stops all of them, and is named", async () => {
  const { cohortId, days, lessons } = await fourLessons(9);
  await cancelLessons(actor, { lessons: lessons.slice(0, 1), reason: "停电" });

  const stale = { refusal: "STALE", field: "lessons", figures: { case: "LESSONS", count: 1 } };
  await expect(cancelLessons(actor, { lessons, reason: "停电" })).rejects.toMatchObject({
    ...stale,
    lists: { which: [`${days[0]} 09:00 皮肤护理`] },
  });
  await expect(postponeLessons(actor, { lessons, steps: 1, by: "DAYS" })).rejects.toMatchObject(stale);
  expect(await daysOf(cohortId)).toHaveLength(3);
  await expect(cancelLessons(actor, { reason: "停电" })).rejects.toMatchObject({ figures: { case: "NO_LESSONS" } });
  const nowhere = [{ lessonId: "00000000-0000-7000-8000-000000000000", version: 1 }];
  await expect(cancelLessons(actor, { lessons: nowhere, reason: "停电" })).rejects.toMatchObject({
    figures: { case: "UNKNOWN_LESSON" },
  });
});

test("R44: a lesson that has begun stops all of them, and is left out of the page", async () => {
  const { id: cohortId } = await make.cohort();
  const { id } = await bookLesson(actor, await wish(cohortId, { classroomNumber: 1, title: "摆台" }));
  const lessons = [{ lessonId: id, version: 1 }];
  const begun = {
    refusal: "WRONG_STATE",
    figures: { case: "LESSONS_BEGUN", count: 1 },
    lists: { which: ["2018-08-07 09:00 摆台"] },
  };

  await expect(cancelLessons(actor, { lessons, reason: "停电" })).rejects.toMatchObject(begun);
  await expect(postponeLessons(actor, { lessons, steps: 1, by: "DAYS" })).rejects.toMatchObject(begun);
  await expect(changeClassroom(actor, { lessons, classroomNumber: 2 })).rejects.toMatchObject(begun);
  const { id: trainerId } = await make.trainer();
  await expect(substituteSeveral(actor, { lessons, trainerId })).rejects.toMatchObject(begun);
  await expect(substituteTrainer(actor, { lessonId: id, version: 1, trainerId })).rejects.toMatchObject(begun);
  expect(await listChosen(cohortId, [id, "nobody"])).toMatchObject([{ id, isBegun: true }]);
  expect(await listBegun([])).toEqual([]);
});
