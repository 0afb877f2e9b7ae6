import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { cancelLesson, moveLesson } from "@/lib/lesson/commands/change";
import { addHelper, removeHelper } from "@/lib/lesson-helper/commands";
import { findCompany, listHelped } from "@/lib/lesson-helper/queries";
import { signInSheet } from "@/lib/report/queries/sign-in-sheet";
import { leaveTrainer } from "@/lib/trainer/commands";
import { cancelLeave, grantLeave } from "@/lib/trainer-leave/commands";
import { listLeaves } from "@/lib/trainer-leave/queries";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { changeLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";
import { opened } from "@/tests/support/opened";

const actor = make.actor();
const [tuesday, thursday] = [day("2018-08-07"), day("2018-08-09")];
const role = "INTERPRETER" as const;
const leave = (trainerId: string, on = tuesday) => ({ trainerId, startsOn: on, endsOn: on, reason: "探亲" });

/** A lesson on the first of the days, and somebody who could help in it. */
async function lessonAndHelper(name = "次仁") {
  const cohort = await make.cohort();
  const { id: lessonId } = await make.lesson({ cohorts: [cohort.id], classroomNumber: null });
  return { cohort, lessonId, trainerId: (await make.trainer(name)).id };
}

const insert = (lessonId: string, trainerId: string): string =>
  noted(`INSERT INTO lesson_helpers VALUES ('${lessonId}', '${trainerId}', 'SUPERVISOR')`, lessonId);

test("somebody of the register helps in a lesson, once in a role, and is taken out again; both stand in its history", async () => {
  const { lessonId, trainerId } = await lessonAndHelper("次仁");

  await addHelper(actor, { lessonId, trainerId, role });
  expect((await findCompany(lessonId)).helpers).toEqual([{ trainerId, name: "次仁", role, clashes: [] }]);
  expect(await listHelped(trainerId, 2018)).toMatchObject([{ id: lessonId, day: tuesday, role }]);
  await expect(addHelper(actor, { lessonId, trainerId, role })).rejects.toMatchObject({
    ...{ refusal: "WRONG_STATE", figures: { case: "HELPER_KNOWN" } },
  });
  await removeHelper(actor, { lessonId, trainerId, role });

  expect((await findCompany(lessonId)).helpers).toEqual([]);
  await expect(removeHelper(actor, { lessonId, trainerId, role })).rejects.toMatchObject({
    figures: { case: "HELPER_GONE" },
  });
  const entries = "SELECT verb, before, after FROM audit_entries WHERE subject_id = $1 AND verb ~ 'Helper' ORDER BY id";
  expect(await sql("app", entries, [lessonId])).toEqual([
    { verb: "lesson.addHelper", before: {}, after: { helper: "次仁", helperRole: role } },
    { verb: "lesson.removeHelper", before: { helper: "次仁", helperRole: role }, after: {} },
  ]);
});

test("the trainer of the lesson, nobody, and a lesson that is cancelled or not there are refused", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();
  const own = await make.lesson({ trainerId, cohorts: [(await make.cohort()).id], classroomNumber: null });
  const no = (change: object) => expect(addHelper(actor, { lessonId, trainerId, role, ...change })).rejects;

  await no({ lessonId: own.id }).toMatchObject({ field: "trainerId", figures: { case: "HELPS_OWN" } });
  await no({ trainerId: newId() }).toMatchObject({ figures: { case: "UNKNOWN_TRAINER" } });
  await no({ lessonId: newId() }).toMatchObject({ figures: { case: "UNKNOWN_LESSON" } });
  await cancelLesson(actor, { lessonId, version: 1, reason: "停电" });
  await no({}).toMatchObject({ refusal: "WRONG_STATE", figures: { case: "LESSON_CANCELLED" } });
  await expect(sql("app", insert(lessonId, trainerId))).rejects.toMatchObject({ message: "WRONG_STATE" });
});

test("two lessons at one time are no refusal for a helper; each is named beside the other", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();
  const other = await lessonAndHelper();
  const { id: taught } = await make.lesson({
    ...{ trainerId, cohorts: [(await make.cohort()).id], classroomNumber: null },
    ...{ startsAt: "11:00", endsAt: "12:30", title: "刀工" },
  });

  await addHelper(actor, { lessonId, trainerId, role: "SUPERVISOR" });
  await addHelper(actor, { lessonId: other.lessonId, trainerId, role: "SUPERVISOR" });

  const [helper] = (await findCompany(lessonId)).helpers;
  expect(helper?.clashes.map(({ id }) => id).sort()).toEqual([taught, other.lessonId].sort());
});

test("R36: nobody on leave or gone helps, through the form and to raw SQL; a leave over a lesson helped in names it", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();
  await grantLeave(actor, leave(trainerId));
  const onLeave = {
    refusal: "TRAINER_TAKEN",
    field: "trainerId",
    figures: { case: "ON_LEAVE", from: tuesday, to: tuesday },
  };
  await expect(addHelper(actor, { lessonId, trainerId, role })).rejects.toMatchObject(onLeave);
  await expect(sql("app", insert(lessonId, trainerId))).rejects.toMatchObject({
    ...{ code: "QD001", message: "TRAINER_TAKEN" },
  });
  const [{ id: leaveId } = { id: "" }] = await listLeaves({ from: tuesday, trainerId });
  await cancelLeave(actor, { trainerId, leaveId });

  await addHelper(actor, { lessonId, trainerId, role });
  await expect(grantLeave(actor, leave(trainerId))).rejects.toMatchObject({
    ...{ refusal: "TRAINER_TAKEN", figures: { case: "TEACHES", count: 1 }, lists: { lessons: [{ id: lessonId }] } },
  });
  const left = leaveTrainer(actor, { trainerId, version: 1, leftOn: tuesday });
  await expect(left).rejects.toMatchObject({ figures: { case: "TRAINER_TEACHES", lessons: 1 } });

  const gone = await make.trainer();
  await leaveTrainer(actor, { trainerId: gone.id, version: 1, leftOn: tuesday });
  await expect(addHelper(actor, { lessonId, trainerId: gone.id, role })).rejects.toMatchObject({
    figures: { case: "TRAINER_LEFT" },
  });
});

test("R36: a lesson is moved to no day on which a helper of it is on leave, through the form and to raw SQL", async () => {
  const { cohort, lessonId, trainerId } = await lessonAndHelper();
  const { id: room } = await make.lesson({
    cohorts: [cohort.id],
    classroomNumber: 7,
    startsAt: "14:30",
    endsAt: "17:30",
  });
  await addHelper(actor, { lessonId: room, trainerId, role });
  await addHelper(actor, { lessonId, trainerId, role });
  await grantLeave(actor, leave(trainerId, thursday));
  const { cohortIds: _, ...wanted } = await wish(cohort.id, { classroomNumber: 7, day: thursday });

  await expect(moveLesson(actor, { lessonId: room, version: 1, ...wanted })).rejects.toMatchObject({
    ...{ refusal: "INPUT_WRONG", field: "day", figures: { case: "HELPER_AWAY", day: thursday } },
  });
  await expect(sql("app", changeLesson(lessonId, `day = '${thursday}'`))).rejects.toMatchObject({
    ...{ message: "INPUT_WRONG", detail: expect.stringContaining("HELPER_AWAY") },
  });
  await moveLesson(actor, { lessonId: room, version: 1, ...wanted, day: day("2018-08-10") });
});

test("R36: a helper and a leave at the same moment: exactly one of them happens", async () => {
  for (let round = 0; round < 8; round++) {
    const { lessonId, trainerId } = await lessonAndHelper();

    const answers = await Promise.allSettled([
      addHelper(make.actor(), { lessonId, trainerId, role }),
      grantLeave(make.actor(), leave(trainerId)),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
});

test("I29: nobody is added to a lesson or taken out of it unnoted", async () => {
  const { lessonId, trainerId } = await lessonAndHelper();
  const silent = `INSERT INTO lesson_helpers VALUES ('${lessonId}', '${trainerId}', 'SUPERVISOR')`;
  await expect(sql("app", silent)).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await sql("app", insert(lessonId, trainerId));
  const out = `DELETE FROM lesson_helpers WHERE lesson_id = '${lessonId}'`;
  await expect(sql("app", out)).rejects.toMatchObject({ message: "AUDIT_MISSING" });
});

test("考勤签到表: its head names who helps on the day, role by role", async () => {
  const { cohort, lessonId, trainerId } = await lessonAndHelper("次仁");
  await addHelper(actor, { lessonId, trainerId, role });

  const { lines } = await opened(signInSheet, `cohort=${cohort.id}&day=${tuesday}`, actor);

  expect(lines).toContain("双语助教：次仁");
});
