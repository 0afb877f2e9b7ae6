import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { changeLesson } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import {
  decide,
  director,
  force,
  forceEnrolment,
  insert,
  insertPending,
  refused,
  reviewer,
  staff,
} from "@/tests/support/rolls/force";
import { inClass, led, roll } from "@/tests/support/rolls/scene";
import { standNowhere, standOn } from "@/tests/support/rolls/term";

// R44–R46, I13, I35, I36 through SQL, as the portal's own login.

test("I13: one mark a lesson and person, only of somebody expected, only of a lesson that has begun", async () => {
  const { lesson, people, id } = await inClass();
  const [one] = people as [string];
  const stranger = (await make.trainee()).id;
  const ahead = await make.lesson({ cohorts: [id], day: day("2037-05-04"), classroomNumber: null });

  await force(lesson, one, insert(lesson, one));

  await expect(force(lesson, one, insert(lesson, one))).rejects.toThrow("attendances_pkey");
  await expect(force(lesson, stranger, insert(lesson, stranger))).rejects.toMatchObject(refused("NOT_IN_LESSON"));
  await expect(force(ahead.id, one, insert(ahead.id, one))).rejects.toMatchObject(refused("LESSON_AHEAD"));
});

test("I13: nothing is marked in a cohort that is closed, nor of somebody whose training has completed", async () => {
  const before = await make.cohort({ startsOn: day("2018-08-07"), atBase: false, place: "松麦" });
  const { id: lesson } = await make.lesson({ cohorts: [before.id], day: day("2018-08-07"), classroomNumber: null });
  const { traineeId } = await make.enrolment(before.id);

  await expect(force(lesson, traineeId, insert(lesson, traineeId))).rejects.toMatchObject(refused("ROLL_CLOSED"));
});

test("I29: a mark without its entry is not taken", async () => {
  const { lesson, people } = await inClass();

  await expect(sql("app", insert(lesson, people[0] as string))).rejects.toThrow("AUDIT_MISSING");
});

test("I36: a mark is changed from the version that stands, by one, and keeps lesson and person", async () => {
  const { lesson, people } = await inClass();
  const [one, other] = people as [string, string];
  await force(lesson, one, insert(lesson, one));
  const change = (what: string) =>
    force(lesson, one, `UPDATE attendances SET ${what} WHERE lesson_id = '${lesson}' AND trainee_id = '${one}'`);

  await expect(change("mark = 'ABSENT'")).rejects.toThrow("STALE");
  await expect(change("mark = 'ABSENT', version = version + 2")).rejects.toThrow("STALE");
  await expect(change(`trainee_id = '${other}', version = version + 1`)).rejects.toThrow("permission denied");
  await expect(change("marked_at = now() - interval '1 day', version = version + 1")).rejects.toThrow(
    "permission denied",
  );
  await change("mark = 'ABSENT', version = version + 1");
  await expect(force(lesson, one, `DELETE FROM attendances WHERE lesson_id = '${lesson}'`)).rejects.toThrow(
    "permission denied",
  );
});

test("I16: a mark is signed by staff or director", async () => {
  const { lesson, people } = await inClass();
  const [one] = people as [string];

  for (const by of [newId(), reviewer])
    await expect(force(lesson, one, insert(lesson, one, { by }))).rejects.toMatchObject(refused("SIGNATURE"));
});

test("R45: hours after the lesson a mark needs a pending one that somebody else adopts in the same act", async () => {
  const { lesson, people } = await inClass({ people: 1 });
  const [one] = people as [string];
  const pending = newId();
  await standOn(day("2018-08-12"));
  try {
    await expect(force(lesson, one, insert(lesson, one))).rejects.toMatchObject(refused("ROLL_OVER"));
    await force(lesson, one, insertPending(pending, lesson, one));

    // Alone it is no approval, by its own sender none, and by staff none.
    await expect(force(lesson, one, insert(lesson, one, { pending }))).rejects.toMatchObject(refused("SIGNATURE"));
    await expect(force(lesson, one, decide(pending, staff))).rejects.toThrow("SAME_PERSON");
    const clerk = (await make.signer("BASE_STAFF")).id;
    if (clerk !== staff) await expect(force(lesson, one, decide(pending, clerk))).rejects.toThrow("NOT_ALLOWED");
    await expect(
      force(lesson, one, decide(pending, director) + insert(lesson, one, { by: director, pending, mark: "LATE" })),
    ).rejects.toMatchObject(refused("SIGNATURE"));

    await force(lesson, one, decide(pending, director) + insert(lesson, one, { by: director, pending }));
    await expect(force(lesson, one, decide(pending, director))).rejects.toMatchObject(refused("DECIDED"));
  } finally {
    await standNowhere();
  }
});

test("a lesson in which a roll was taken is not cancelled and not put later; its time may be corrected", async () => {
  const { lesson, people } = await inClass();
  await roll(make.actor(), lesson, { [people[0] as string]: "PRESENT" });

  for (const change of ["cancelled_at = now(), cancel_reason = 'x'", "day = '2037-05-05'"])
    await expect(sql("app", changeLesson(lesson, change))).rejects.toMatchObject(refused("LESSON_ROLLED"));
  await sql("app", changeLesson(lesson, "day = '2018-08-08'"));
});

test("R26: whoever was marked as there has not stayed away", async () => {
  const { lesson, people, enrolments } = await inClass();
  const [one] = people as [string];
  const id = enrolments[0]?.id as string;
  await roll(make.actor(), lesson, { [one]: "LATE" });

  await expect(forceEnrolment(id, `UPDATE enrolments SET state = 'NO_SHOW' WHERE id = '${id}'`)).rejects.toMatchObject(
    refused("NO_SHOW_CAME"),
  );
});

test("R46, R47: the sums of a roll: late and early whole, every third of them costs one, leave and absence none", async () => {
  const days = Array.from({ length: 8 }, (_, n) => day(`2018-08-${String(7 + n).padStart(2, "0")}`));
  const { lessons, people, id } = await inClass({ people: 1, days });
  const [one] = people as [string];
  const marks = ["LATE", "LEFT_EARLY", "LATE", "PRESENT", "SICK_LEAVE", "ABSENT", "PERSONAL_LEAVE"] as const;
  for (const [n, mark] of marks.entries()) await roll(make.actor(), lessons[n] as string, { [one]: mark });

  const [sums] = await sql(
    "app",
    `SELECT s.* FROM attendance_standings s JOIN enrolments e ON e.id = s.enrolment_id WHERE e.cohort_id = '${id}'`,
  );

  expect(sums).toMatchObject({ scheduled: 32, held: 32, marked: 7, attended: 15, waiting: 1 });
  await led(id, "EXAM");
});
