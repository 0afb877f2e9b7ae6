import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { bookLesson, bookLessons } from "@/lib/lesson/commands/book";
import { moveLesson } from "@/lib/lesson/commands/change";
import { copyTimetable } from "@/lib/lesson/commands/copy";
import { listObstacles } from "@/lib/lesson/queries/alternatives";
import type { Offer } from "@/lib/lesson/rules/alternatives";
import type { BookLesson } from "@/lib/lesson/schema/book";
import { addDays, day, dayFromDate } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const autumn = { startsOn: day("2018-09-17"), endsOn: day("2018-10-31") };
const [nationalDay, afterwards] = [day("2018-10-01"), day("2018-10-08")];
/** What asks for a tick: the warning, and the days it is about by name. */
const asked = (...days: string[]) => ({
  ...{ refusal: "INPUT_WRONG", field: "accepted", figures: { case: "WARNINGS", count: 1 } },
  lists: { warnings: ["HOLIDAY"], HOLIDAY: days },
});
const daysOf = async (cohortId: string) =>
  (
    await db.lesson.findMany({
      where: { cancelledAt: null, cohorts: { some: { cohortId } } },
      orderBy: [{ day: "asc" }, { startsAt: "asc" }],
      select: { day: true },
    })
  ).map((lesson) => dayFromDate(lesson.day));
const ticked = (id: string) =>
  sql("app", "SELECT verb, after->>'accepted' AS accepted FROM audit_entries WHERE subject_id = $1 ORDER BY id", [id]);

test("U18: a lesson on a holiday is booked once somebody has ticked that it is one, and the audit keeps the tick", async () => {
  const { id: cohortId } = await make.cohort(autumn);
  const wanted = await wish(cohortId, { day: nationalDay, classroomNumber: 1 });

  await expect(bookLesson(actor, wanted)).rejects.toMatchObject(asked("2018-10-01 国庆节"));
  expect(await daysOf(cohortId)).toEqual([]);

  const { id } = await bookLesson(actor, { ...wanted, accepted: ["HOLIDAY"] });
  expect(await daysOf(cohortId)).toEqual([nationalDay]);
  expect(await ticked(id)).toEqual([{ verb: "lesson.book", accepted: "HOLIDAY" }]);
});

test("U18: a Saturday that is worked for a holiday is booked like any working day", async () => {
  const { id: cohortId } = await make.cohort(autumn);

  const { id } = await bookLesson(actor, await wish(cohortId, { day: day("2018-09-29"), classroomNumber: 2 }));

  expect(await ticked(id)).toEqual([{ verb: "lesson.book", accepted: null }]);
});

test("U18: a lesson is moved onto a holiday with a tick; one that stands there is changed without", async () => {
  const { id: cohortId } = await make.cohort(autumn);
  const wanted = await wish(cohortId, { day: afterwards, classroomNumber: 3 });
  const { id: lessonId } = await bookLesson(actor, wanted);
  const { cohortIds: _, ...what } = { ...wanted, day: nationalDay };

  await expect(moveLesson(actor, { lessonId, version: 1, ...what })).rejects.toMatchObject(asked("2018-10-01 国庆节"));
  await moveLesson(actor, { lessonId, version: 1, ...what, accepted: ["HOLIDAY"] });
  await moveLesson(actor, { lessonId, version: 2, ...what, title: "修眉" });

  expect(await daysOf(cohortId)).toEqual([nationalDay]);
  expect((await ticked(lessonId)).map(({ accepted }) => accepted)).toEqual([null, "HOLIDAY", null]);
});

test("U18: what cannot be booked at all is said before the holiday is asked about", async () => {
  const { id: cohortId } = await make.cohort(autumn);
  const there = await wish(cohortId, { day: nationalDay, classroomNumber: 4 });
  await bookLesson(actor, { ...there, accepted: ["HOLIDAY"] });

  await expect(bookLesson(actor, there)).rejects.toMatchObject({ refusal: "CLASSROOM_TAKEN" });
});

test("U18: a repetition takes in a holiday that was ticked in its list, and asks about one that was not", async () => {
  const { id: cohortId } = await make.cohort(autumn);
  const { day: _, ...wanted } = await wish(cohortId, { classroomNumber: 5 });
  const [second, third] = [addDays(nationalDay, 1), addDays(nationalDay, 2)];
  const days = [afterwards, second, nationalDay];

  await expect(bookLessons(actor, { ...wanted, days })).rejects.toMatchObject(
    asked("2018-10-01 国庆节", "2018-10-02 国庆节"),
  );
  await expect(bookLessons(actor, { ...wanted, days, holidays: [second] })).rejects.toMatchObject(
    asked("2018-10-01 国庆节"),
  );
  expect(await daysOf(cohortId)).toEqual([]);

  const { ids } = await bookLessons(actor, { ...wanted, days: [afterwards], holidays: [third, second] });
  expect(await daysOf(cohortId)).toEqual([second, third, afterwards]);
  expect((await Promise.all(ids.map(ticked))).map(([entry]) => entry?.accepted)).toEqual(["HOLIDAY", "HOLIDAY", null]);
});

test("U24: a repetition or a copy of nothing says what to tick", async () => {
  const { id: cohortId } = await make.cohort(autumn);
  const { day: _, ...wanted } = await wish(cohortId);

  await expect(bookLessons(actor, wanted)).rejects.toMatchObject({ field: "days", figures: { case: "NO_DAYS" } });
  await expect(copyTimetable(actor, { cohortId, shift: 7, classroomNumber: null })).rejects.toMatchObject({
    field: "lessonIds",
    figures: { case: "NO_LESSONS" },
  });
});

test("U18: a copy leaves the lessons on holidays out unless they were ticked as such", async () => {
  const [earlier, later] = [
    await make.cohort({ startsOn: day("2018-08-06"), endsOn: day("2018-09-10") }),
    await make.cohort(autumn),
  ];
  const { id: trainerId } = await make.trainer();
  const book = async (on: string) =>
    (await bookLesson(actor, await wish(earlier.id, { day: day(on), classroomNumber: 6, trainerId }))).id;
  const [onHoliday, onWorkday] = [await book("2018-09-03"), await book("2018-09-10")];
  const copy = { cohortId: later.id, shift: 28, classroomNumber: null };

  await expect(copyTimetable(actor, { ...copy, lessonIds: [onHoliday, onWorkday] })).rejects.toMatchObject(
    asked("2018-10-01 国庆节"),
  );
  expect(await daysOf(later.id)).toEqual([]);

  await copyTimetable(actor, { ...copy, lessonIds: [onWorkday], holidayLessonIds: [onHoliday] });
  expect(await daysOf(later.id)).toEqual([nationalDay, afterwards]);
});

test("U18: the days of a repetition say which of them are holidays, and which the trainer is on leave", async () => {
  const { id: cohortId } = await make.cohort(autumn);
  const { trainerId, ...wanted } = await wish(cohortId, { classroomNumber: 7 });
  await make.leave(trainerId, afterwards);

  const found = await listObstacles({ ...wanted, trainerId }, [day("2018-09-29"), nationalDay, afterwards]);

  expect(found.map(({ day, holiday, onLeave }) => [day, holiday, onLeave])).toEqual([
    ["2018-09-29", null, false],
    ["2018-10-01", "国庆节", false],
    ["2018-10-08", null, true],
  ]);
});

test("U18: the ways out of a clash lie on working days, the weekend that is worked among them, and on no leave", async () => {
  const { id: cohortId } = await make.cohort({ startsOn: day("2018-09-28"), endsOn: day("2018-10-12") });
  const { id: other } = await make.cohort(autumn);
  const friday = await wish(other, { day: day("2018-09-28"), classroomNumber: 8 });
  await bookLesson(actor, friday);
  const wanted = await wish(cohortId, { day: day("2018-09-28"), classroomNumber: 8 });

  // In the eighth classroom only, so that each day tells.
  await sql("owner", "SET session_replication_role = replica; UPDATE classrooms SET seats = 1 WHERE number <> 8");
  const at = async (change: Partial<BookLesson>) =>
    bookLesson(actor, { ...wanted, ...change }).then(
      () => [],
      (no: { lists: { offers: Offer[] } }) => no.lists.offers.map((offer) => `${offer.day} ${offer.startsAt}`),
    );

  expect(await at({})).toEqual(["2018-09-28 14:30", "2018-09-29 09:00", "2018-09-29 14:30"]);
  await make.leave(wanted.trainerId, day("2018-09-29"), afterwards);
  expect(await at({})).toEqual(["2018-09-28 14:30", "2018-10-09 09:00", "2018-10-09 14:30"]);
});
