import { expect, test } from "vitest";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { director, force, insert, refused, reviewer, unseen } from "@/tests/support/rolls/force";
import { inClass } from "@/tests/support/rolls/scene";

// I13, I35, R46, R47: in which lessons, cohorts and states a mark is taken, and what counts of them, whoever writes it.

/** One person in class; what is done to the scene stands only until the mark is refused. */
async function oneInClass() {
  const { lesson, people, id, enrolments } = await inClass({ people: 1 });
  const one = people[0] as string;
  const marked = (before: string) => force(lesson, one, unseen(before) + insert(lesson, one), "owner");
  return { id, lesson, one, enrolmentId: enrolments[0]?.id as string, marked };
}

test("I13: no mark of a person whose training has completed", async () => {
  const { enrolmentId, marked } = await oneInClass();

  await expect(marked(`UPDATE enrolments SET state = 'COMPLETED' WHERE id = '${enrolmentId}'`)).rejects.toMatchObject(
    refused("ROLL_CLOSED"),
  );
});

test("I13: no mark in a closed cohort, though another cohort of the lesson goes on", async () => {
  const { id, lesson, marked } = await oneInClass();
  const other = await inClass({ people: 1 });
  const joined = `INSERT INTO lesson_cohorts (lesson_id, cohort_id) VALUES ('${lesson}', '${other.id}')`;

  await expect(
    marked(
      `${joined}; UPDATE cohorts SET state = 'CLOSED', closing_proposed_by_id = '${director}', closed_by_id = '${reviewer}' WHERE id = '${id}'`,
    ),
  ).rejects.toMatchObject(refused("ROLL_CLOSED"));
});

test("I35: no mark of a lesson that was cancelled", async () => {
  const { lesson, one } = await oneInClass();
  await make.cancelLesson(lesson);

  await expect(force(lesson, one, insert(lesson, one))).rejects.toMatchObject(refused("LESSON_CANCELLED"));
});

test("R47: no mark in a cohort whose 课时 are typed, and no lesson of it waits for a roll", async () => {
  const { lesson, one, enrolmentId } = await oneInClass();
  await sql("owner", unseen(`UPDATE enrolments SET attended_periods = 3 WHERE id = '${enrolmentId}'`));

  await expect(force(lesson, one, insert(lesson, one))).rejects.toMatchObject(refused("ATTENDANCE_TYPED"));
  expect(await standing(enrolmentId)).toMatchObject({ attended: 3, waiting: 0 });
});

test("R46, R47: a lesson ahead is expected but neither held nor waiting, and unknown is not none", async () => {
  const { enrolmentId, id } = await oneInClass();
  await make.lesson({ cohorts: [id], day: day("2037-05-04"), classroomNumber: null });

  expect(await standing(enrolmentId)).toMatchObject({ scheduled: 8, held: 4, waiting: 1, attended: null });
});

async function standing(enrolmentId: string) {
  const [row] = await sql("app", `SELECT * FROM attendance_standings WHERE enrolment_id = '${enrolmentId}'`);
  return row;
}
