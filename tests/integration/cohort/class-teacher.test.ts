import { expect, test } from "vitest";
import { appointTeacher, endTeacher } from "@/lib/class-teacher/commands";
import { listPosts } from "@/lib/class-teacher/queries";
import { newId } from "@/lib/database/id";
import { findCompany } from "@/lib/lesson-helper/queries";
import { leaveTrainer } from "@/lib/trainer/commands";
import { type Day, day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

const actor = make.actor();
const [first, last, after] = [day("2018-08-07"), day("2018-08-15"), day("2018-08-16")];

async function cohortAndTeacher(name = "卓玛") {
  const { id: cohortId } = await make.cohort();
  const { id: trainerId } = await make.trainer(name);
  return { cohortId, trainerId };
}

const post = async (cohortId: string) => (await listPosts({ cohortId }))[0]?.id ?? "";
const appoint = (cohortId: string, trainerId: string, fromDay: Day, untilDay?: Day) =>
  appointTeacher(actor, { cohortId, trainerId, fromDay, untilDay });

test("a class teacher is one of every lesson of the cohort from the first day of the post to the last, without a row each", async () => {
  const { cohortId, trainerId } = await cohortAndTeacher("卓玛");
  const on = async (at: Day) => (await make.lesson({ cohorts: [cohortId], day: at, classroomNumber: null })).id;
  const [early, inside, late] = [await on(day("2018-08-06")), await on(last), await on(after)];

  await appoint(cohortId, trainerId, first, last);

  const names = async (lessonId: string) => (await findCompany(lessonId)).teachers.map(({ name }) => name);
  expect([await names(early), await names(inside), await names(late)]).toEqual([[], ["卓玛"], []]);
  expect(await listPosts({ trainerId })).toMatchObject([{ cohortId, fromDay: first, untilDay: last }]);
});

test("no day of a cohort has two class teachers, through the form and to raw SQL; the next day has another", async () => {
  const { cohortId, trainerId } = await cohortAndTeacher();
  const { id: another } = await make.trainer();
  await appoint(cohortId, trainerId, first);

  await expect(appoint(cohortId, another, after)).rejects.toMatchObject({
    ...{ refusal: "WRONG_STATE", field: "fromDay", figures: { case: "TEACHER_STANDS" } },
  });
  await expect(sql("app", insert(cohortId, another, after))).rejects.toMatchObject({
    constraint: "one_class_teacher_a_day",
  });
  await endTeacher(actor, { cohortId, postId: await post(cohortId), untilDay: last });
  await appoint(cohortId, another, after);
  expect(await listPosts({ cohortId })).toHaveLength(2);
});

test("a post ends once, only earlier, and one that was never taken up leaves its days free", async () => {
  const { cohortId, trainerId } = await cohortAndTeacher();
  await appoint(cohortId, trainerId, first, last);
  const postId = await post(cohortId);
  const end = (untilDay: Day, change: object = {}) => endTeacher(actor, { cohortId, postId, untilDay, ...change });

  await expect(end(after)).rejects.toMatchObject({ figures: { case: "POST_ENDED", day: last } });
  await expect(end(day("2018-08-05"))).rejects.toMatchObject({ figures: { case: "TEACHER_TURNED" } });
  await expect(end(last, { postId: newId() })).rejects.toMatchObject({ figures: { case: "UNKNOWN_POST" } });
  await end(day("2018-08-06"));
  expect(await listPosts({ cohortId })).toEqual([]);
  await appoint(cohortId, trainerId, first, last);
});

test("days the wrong way round, nobody, somebody gone, and a cohort that is over are refused", async () => {
  const { cohortId, trainerId } = await cohortAndTeacher();
  const gone = await make.trainer();
  await leaveTrainer(actor, { trainerId: gone.id, version: 1, leftOn: after });

  await expect(appoint(cohortId, trainerId, last, first)).rejects.toMatchObject({
    ...{ field: "untilDay", figures: { case: "TEACHER_TURNED" } },
  });
  await expect(appoint(cohortId, newId(), first)).rejects.toMatchObject({ figures: { case: "UNKNOWN_TRAINER" } });
  await expect(appoint(cohortId, gone.id, first)).rejects.toMatchObject({ figures: { case: "TRAINER_LEFT" } });
  await expect(sql("app", insert(cohortId, gone.id, first))).rejects.toMatchObject({ message: "INPUT_WRONG" });
  await appoint(cohortId, gone.id, first, last);
  const { id: over } = await make.cohort({ state: "CANCELLED" });
  await expect(appoint(over, trainerId, first)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

test("a class teacher does not leave while the post lasts", async () => {
  const { cohortId, trainerId } = await cohortAndTeacher();
  await appoint(cohortId, trainerId, first);
  const leave = () => leaveTrainer(actor, { trainerId, version: 1, leftOn: after });

  await expect(leave()).rejects.toMatchObject({ field: "leftOn", figures: { case: "TRAINER_LEADS", posts: 1 } });
  await endTeacher(actor, { cohortId, postId: await post(cohortId), untilDay: last });
  await leave();
});

test("I29: a post is noted in the history of its cohort; the portal's role edits its last day and nothing else", async () => {
  const { cohortId, trainerId } = await cohortAndTeacher("卓玛");
  await appoint(cohortId, trainerId, first);
  const act = (statement: string) => sql("app", noted(statement, cohortId));

  await expect(
    sql("app", "UPDATE cohort_teachers SET until_day = '2018-08-20' WHERE cohort_id = $1", [cohortId]),
  ).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await expect(act(`UPDATE cohort_teachers SET trainer_id = '${newId()}'`)).rejects.toMatchObject({ code: "42501" });
  await expect(act("DELETE FROM cohort_teachers")).rejects.toMatchObject({ code: "42501" });
  await expect(
    act(`UPDATE cohort_teachers SET until_day = '2018-08-05' WHERE cohort_id = '${cohortId}'`),
  ).rejects.toMatchObject({ constraint: "class_teacher_has_days" });
  const entry = "SELECT after FROM audit_entries WHERE subject_id = $1 AND verb = 'cohort.appointTeacher'";
  expect(await sql("app", entry, [cohortId])).toMatchObject([{ after: { teacher: "卓玛", fromDay: first } }]);
});

const insert = (cohortId: string, trainerId: string, from: Day): string =>
  noted(
    `INSERT INTO cohort_teachers (id, cohort_id, trainer_id, from_day, created_by_id)
     VALUES ('${newId()}', '${cohortId}', '${trainerId}', '${from}', '${newId()}')`,
    cohortId,
  );
