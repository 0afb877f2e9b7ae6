import pg from "pg";
import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { appUrl } from "@/tests/support/database";
import { changeLesson } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

// R36: what rests on each other waits for each other. While one transaction is open the other is not judged by what it cannot see yet.

const tuesday = day("2018-08-07");

/** The second statement while the first is written and not committed: it waits, which is told by the end of its patience. */
async function whileOpen(first: string, second: string) {
  const [one, other] = [connection(), connection()];
  await Promise.all([one.connect(), other.connect()]);
  try {
    await one.query(`BEGIN; ${first}`);
    await other.query(`BEGIN; SET LOCAL lock_timeout = '300ms'; ${second}`);
  } finally {
    await one.query("ROLLBACK");
    await Promise.all([one.end(), other.end()]);
  }
}

const connection = () => new pg.Client({ connectionString: appUrl() });
const waits = { code: "55P03" };

async function lessonAndHelper() {
  const { id: cohortId } = await make.cohort();
  const { id: lessonId } = await make.lesson({ cohorts: [cohortId], day: tuesday, classroomNumber: null });
  return { cohortId, lessonId, trainerId: (await make.trainer()).id };
}

const help = (lessonId: string, trainerId: string): string =>
  noted(`INSERT INTO lesson_helpers VALUES ('${lessonId}', '${trainerId}', 'INTERPRETER')`, lessonId);

function leave(trainerId: string, on: string): string {
  const id = newId();
  return noted(
    `INSERT INTO trainer_leaves (id, trainer_id, starts_on, ends_on, reason, created_by_id)
     VALUES ('${id}', '${trainerId}', '${on}', '${on}', '探亲', '${newId()}')`,
    id,
  );
}

test("R36: a helper waits for a leave that is being granted", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();

  await expect(whileOpen(leave(trainerId, tuesday), help(lessonId, trainerId))).rejects.toMatchObject(waits);
});

test("R36: a helper waits for a lesson that is being moved", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();
  const moved = changeLesson(lessonId, "day = '2018-08-09'");

  await expect(whileOpen(moved, help(lessonId, trainerId))).rejects.toMatchObject(waits);
});

test("R36: a lesson that is being moved waits for a leave of its helper", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();
  await make.helper(lessonId, trainerId);
  const moved = changeLesson(lessonId, "day = '2018-08-09'");

  await expect(whileOpen(leave(trainerId, "2018-08-09"), moved)).rejects.toMatchObject(waits);
});

test("a class teacher waits for a farewell that is being written", async () => {
  const { cohortId, trainerId } = await lessonAndHelper();
  const farewell = noted(`UPDATE trainers SET left_on = '2018-08-09' WHERE id = '${trainerId}'`, trainerId);
  const post = `INSERT INTO cohort_teachers (id, cohort_id, trainer_id, from_day, created_by_id)
    VALUES ('${newId()}', '${cohortId}', '${trainerId}', '${tuesday}', '${newId()}')`;

  await expect(whileOpen(farewell, noted(post, cohortId))).rejects.toMatchObject(waits);
});

test("what has nothing to do with each other does not wait", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();

  await whileOpen(leave((await make.trainer()).id, tuesday), help(lessonId, trainerId));
});
