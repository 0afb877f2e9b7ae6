import { expect, test } from "vitest";
import { closeClassroom, reopenClassroom } from "@/lib/classroom/commands/close";
import { editClassroom } from "@/lib/classroom/commands/edit";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { bookLesson } from "@/lib/lesson/commands/book";
import { clearClassroom } from "@/lib/lesson/commands/clear-classroom";
import { listWeek } from "@/lib/lesson/queries/week";
import { addDays, type Day, day, type Week } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { insertLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();

const closure = (classroomNumber: number, on: Day, startsAt = "08:00", endsAt = "18:00") => ({
  classroomNumber,
  startsOn: on,
  startsAt,
  endsOn: on,
  endsAt,
  reason: "检修",
});

/** A time out of service as psql would write it, with its audit entry. */
function insertClosure(classroomNumber: number, from: string, to: string): string {
  const id = newId();
  return `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'classroom.force', 'closure', '${id}');
    INSERT INTO classroom_closures (id, classroom_number, starts_at, ends_at, reason, created_by_id)
    VALUES ('${id}', ${classroomNumber}, '${from}+08', '${to}+08', '检修', '${newId()}')`;
}

test("R36: a lesson is not booked into a classroom that is out of service, through the form and to raw SQL", async () => {
  const cohort = await make.cohort();
  const { id } = await closeClassroom(actor, closure(1, day("2018-08-07"), "08:00", "11:00"));
  const wanted = await wish(cohort.id, { classroomNumber: 1 });

  await expect(bookLesson(actor, wanted)).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { closure: id, closureReason: "检修" },
  });
  await expect(sql("app", insertLesson(wanted))).rejects.toMatchObject({
    message: "CLASSROOM_TAKEN",
    detail: expect.stringContaining(id),
  });
  await bookLesson(actor, { ...wanted, startsAt: "11:00" });
});

test("R36: a classroom with a lesson is not taken out of service for that time, through the form and to raw SQL", async () => {
  const cohort = await make.cohort();
  const { id } = await bookLesson(actor, await wish(cohort.id, { classroomNumber: 2 }));

  await expect(closeClassroom(actor, closure(2, day("2018-08-07")))).rejects.toMatchObject({
    refusal: "CLASSROOM_TAKEN",
    figures: { lesson: id },
  });
  const raw = sql("app", insertClosure(2, "2018-08-07 11:59", "2018-08-07 13:00"));
  await expect(raw).rejects.toMatchObject({ message: "CLASSROOM_TAKEN" });
  await sql("app", insertClosure(2, "2018-08-07 12:00", "2018-08-07 13:00"));
});

test("R36: booking and taking out of service at the same moment: exactly one of them happens", async () => {
  const cohort = await make.cohort();
  for (let round = 0; round < 20; round++) {
    const on = addDays(day("2018-08-07"), round);
    const wanted = await wish(cohort.id, { classroomNumber: 3, day: on });

    const answers = await Promise.allSettled([
      bookLesson(make.actor(), wanted),
      closeClassroom(make.actor(), closure(3, on)),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
  const both = await sql(
    "app",
    "SELECT FROM lessons l JOIN classroom_closures c USING (classroom_number) WHERE l.during && tstzrange(c.starts_at, c.ends_at) AND classroom_number = 3",
  );
  expect(both).toEqual([]);
});

test("R36: a time out of service that is taken back makes the classroom free again", async () => {
  const cohort = await make.cohort();
  const { id } = await closeClassroom(actor, closure(4, day("2018-08-07")));

  await reopenClassroom(actor, { classroomNumber: 4, closureId: id });

  await bookLesson(actor, await wish(cohort.id, { classroomNumber: 4 }));
  await expect(reopenClassroom(actor, { classroomNumber: 4, closureId: id })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
  });
});

test("R37: seats are not reduced below what the cohorts in the classroom need; the right number is noted", async () => {
  const cohort = await make.cohort({ seats: 14 });
  await bookLesson(actor, await wish(cohort.id, { classroomNumber: 5 }));

  const tooFew = editClassroom(actor, { classroomNumber: 5, version: 1, name: "超市", kind: "SHOP", seats: 13 });
  await expect(tooFew).rejects.toMatchObject({
    refusal: "ROOM_TOO_SMALL",
    field: "seats",
    figures: { wanted: 14, seats: 13 },
  });
  await editClassroom(actor, { classroomNumber: 5, version: 1, name: "超市", kind: "SHOP", seats: 14 });

  expect(await db.classroom.findUnique({ where: { number: 5 }, select: { seats: true, version: true } })).toEqual({
    seats: 14,
    version: 2,
  });
  expect(
    await sql("app", "SELECT after->'seats' AS seats FROM audit_entries WHERE subject_id = '105' ORDER BY 1"),
  ).toEqual([{ seats: 14 }]);
  await expect(
    editClassroom(actor, { classroomNumber: 5, version: 1, name: "超市", kind: "SHOP", seats: 20 }),
  ).rejects.toMatchObject({ refusal: "STALE" });
});

test("I2: a cohort growing and its classroom shrinking at the same moment never pass each other", async () => {
  for (let round = 0; round < 10; round++) {
    const cohort = await make.cohort({ seats: 10 });
    const on = addDays(day("2018-08-07"), round);
    await bookLesson(actor, await wish(cohort.id, { classroomNumber: 6, day: on }));
    const { version, seats } = await db.classroom.findUniqueOrThrow({
      where: { number: 6 },
      select: { version: true, seats: true },
    });
    const grow = `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'cohort.force', 'cohort', '${cohort.id}');
      UPDATE cohorts SET seats = ${seats} WHERE id = '${cohort.id}'`;

    await Promise.allSettled([
      editClassroom(actor, { classroomNumber: 6, version, name: "电器", kind: "APPLIANCE", seats: seats - 1 }),
      sql("app", grow),
    ]);

    expect(await sql("app", "SELECT * FROM checks.cohort_over_seats")).toEqual([]);
  }
});

test("U18: the week tells what is used and what is out of service", async () => {
  const { count } = await listWeek("2018-W32" as Week, "room");
  const trainers = await listWeek("2018-W32" as Week, "trainer");

  expect(count.all).toBe(11 * 2 * (await listWeek("2018-W32" as Week, "room")).days.length);
  expect(count.used).toBeGreaterThan(0);
  expect(count.closed).toBeGreaterThan(0);
  expect(trainers.rows.flatMap(({ halves }) => halves.flatMap(({ lessons }) => lessons)).length).toBeGreaterThanOrEqual(
    count.used,
  );
});

test("R36: lessons of a classroom that closes move together to one that can take them all, or nothing happens", async () => {
  const from = day("2019-03-04");
  const cohort = await make.cohort({ startsOn: from, seats: 12 });
  for (const days of [0, 1, 2])
    await make.lesson({ day: addDays(from, days), cohorts: [cohort.id], classroomNumber: 1 });
  const other = await make.cohort({ startsOn: from, seats: 12 });
  await make.lesson({ day: addDays(from, 1), cohorts: [other.id], classroomNumber: 2, title: "占用" });
  const closing = (moveTo?: number) => ({
    ...closure(1, from),
    endsOn: addDays(from, 4),
    ...(moveTo && { move: true, moveTo }),
  });
  const roomsOf = async () =>
    (
      await db.lesson.findMany({
        where: { cohorts: { some: { cohortId: cohort.id } }, cancelledAt: null },
        select: { classroomNumber: true },
      })
    ).map(({ classroomNumber }) => classroomNumber);

  const refused = await clearClassroom(actor, closing()).catch((error) => error);
  const taken = await clearClassroom(actor, closing(2)).catch((error) => error);
  const before = await roomsOf();
  const { moved } = await clearClassroom(actor, closing(3));

  const rooms = refused.lists.rooms as { number: number; lacking: string[] }[];
  expect(refused).toMatchObject({ refusal: "CLASSROOM_TAKEN", figures: { case: "TAUGHT", count: 3 } });
  expect(rooms.find(({ number }) => number === 3)?.lacking).toEqual([]);
  expect(rooms.find(({ number }) => number === 2)?.lacking).toHaveLength(1);
  expect(taken).toMatchObject({ refusal: "CLASSROOM_TAKEN", figures: { case: "CANNOT_MOVE", count: 1 } });
  expect(before).toEqual([1, 1, 1]);
  expect(moved).toBe(3);
  expect(await roomsOf()).toEqual([3, 3, 3]);
  expect(
    await db.classroomClosure.count({
      where: { classroomNumber: 1, reason: "检修", startsAt: { gte: new Date("2019-03-03") } },
    }),
  ).toBe(1);
});
