import { expect, test } from "vitest";
import { bookLesson } from "@/lib/lesson/commands/book";
import { copyTimetable } from "@/lib/lesson/commands/copy";
import { findCopy } from "@/lib/lesson/queries/copy";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const later = { startsOn: day("2018-09-26"), endsOn: day("2018-10-12"), seats: 14, atBase: true };

/** An earlier run from Wednesday on, with a lesson on each of five days, and a later one that meets the holidays of October. */
async function runs(classroomNumber: number) {
  const earlier = await make.cohort({ startsOn: day("2018-08-01"), endsOn: day("2018-08-20") });
  const { id: trainerId } = await make.trainer();
  const lessonIds: string[] = [];
  for (const on of ["2018-08-01", "2018-08-02", "2018-08-03", "2018-08-06", "2018-08-07", "2018-08-08", "2018-08-09"]) {
    const lesson = await wish(earlier.id, { day: day(on), trainerId, classroomNumber, title: on.slice(5) });
    lessonIds.push((await bookLesson(actor, lesson)).id);
  }
  const { id } = await make.cohort({ state: "DRAFT", courseId: earlier.courseId, ...later });
  return { earlier, target: { id, ...later }, trainerId, lessonIds };
}

const daysOf = (lessons: readonly { day: string; title: string }[]) =>
  lessons.map(({ day, title }) => `${title} ${day.slice(5)}`);

test("copy: on the teaching days of the later run the order of days stays, over holidays and a classroom that is closed", async () => {
  const { earlier, target, lessonIds } = await runs(1);
  await sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO classroom_closures (id, classroom_number, starts_at, ends_at, reason, created_by_id)
     VALUES (gen_random_uuid(), 1, '2018-09-28 08:00+08', '2018-09-28 20:00+08', '检修', gen_random_uuid())`,
  );

  const copy = await findCopy(target, earlier.id, {
    firstDay: undefined,
    classroomNumber: null,
    order: "TEACHING_DAYS",
  });

  const onto = [
    "08-01 09-26",
    "08-02 09-27",
    "08-03 09-29",
    "08-06 09-30",
    "08-07 10-08",
    "08-08 10-09",
    "08-09 10-10",
  ];
  expect(daysOf(copy?.copies ?? [])).toEqual(onto);
  expect(copy).toMatchObject({ firstDay: "2018-09-26", lastDay: "2018-10-10" });
  const placed = (copy?.copies ?? []).map(({ id, day, startsAt, endsAt, classroom }) => ({
    ...{ lessonId: id, day, startsAt, endsAt, classroomNumber: classroom?.number ?? null },
  }));
  await copyTimetable(actor, { cohortId: target.id, placed, shift: 0, classroomNumber: null });
  expect(daysOf(await listLessonsOfCohort(target.id))).toEqual(onto);
  expect(lessonIds).toHaveLength(7);
});

test("copy: the last day that the timetable needs is told", async () => {
  const { earlier, target } = await runs(3);

  const copy = await findCopy({ ...target }, earlier.id, { firstDay: day("2018-10-10"), classroomNumber: null });

  expect(copy?.lastDay).toBe("2018-10-18");
  expect(copy?.copies.filter(({ obstacle }) => obstacle?.outside)).toHaveLength(4);
});

test("copy: what is in the way gets the nearest free place, no two of them the same, and is booked there", async () => {
  const { earlier, target } = await runs(2);
  const other = await make.cohort(later);
  const book = async (on: string, startsAt: string, endsAt: string) =>
    bookLesson(actor, await wish(other.id, { day: day(on), classroomNumber: 2, startsAt, endsAt }));
  await book("2018-09-26", "08:30", "12:00");
  await book("2018-09-26", "14:30", "17:30");
  await book("2018-09-27", "08:30", "12:00");
  // In the second classroom only, so that each day tells.
  await sql("owner", "SET session_replication_role = replica; UPDATE classrooms SET seats = 1 WHERE number <> 2");

  const copy = await findCopy(target, earlier.id, { firstDay: undefined, classroomNumber: null });

  const inTheWay = copy?.copies.filter(({ obstacle }) => obstacle?.lesson) ?? [];
  const offers = inTheWay.map(({ offer }) => `${offer?.day} ${offer?.startsAt} ${offer?.classroom?.number}`);
  expect(offers).toEqual(["2018-09-27 14:30 2", "2018-09-28 14:30 2"]);
  const [{ id, offer }] = inTheWay as [(typeof inTheWay)[0]];
  const place = { day: day("2018-09-27"), startsAt: "14:30", endsAt: "17:30", classroomNumber: 2 };
  expect(offer).toMatchObject({ keeps: "classroom" });
  const sent = { cohortId: target.id, shift: 56, classroomNumber: null };
  await expect(
    copyTimetable(actor, { ...sent, lessonIds: [id], placed: [{ lessonId: id, ...place }] }),
  ).rejects.toMatchObject({ field: "placed", figures: { case: "LESSON_TWICE", title: "08-01" } });
  await copyTimetable(actor, { ...sent, placed: [{ lessonId: id, ...place }] });
  expect(daysOf(await listLessonsOfCohort(target.id))).toEqual(["08-01 09-27"]);
});
