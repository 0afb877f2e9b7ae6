import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson, moveLesson } from "@/lib/lesson/commands/change";
import { listWeek } from "@/lib/lesson/queries/week";
import { cancelLeave, grantLeave } from "@/lib/trainer-leave/commands";
import { listLeaves } from "@/lib/trainer-leave/queries";
import { cancelLeaveInput, grantLeaveInput } from "@/lib/trainer-leave/schema";
import { addDays, type Day, day, type Week } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { insertLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";

const actor = make.actor();
const [tuesday, thursday] = [day("2018-08-07"), day("2018-08-09")];
const leave = (trainerId: string, startsOn: Day, endsOn = startsOn) => ({
  ...{ trainerId, startsOn, endsOn },
  reason: "探亲",
});
/** A leave as psql would write it, with its audit entry. */
function insertLeave(trainerId: string, from: string, to: string): string {
  const id = newId();
  return noted(
    `INSERT INTO trainer_leaves (id, trainer_id, starts_on, ends_on, reason, created_by_id)
     VALUES ('${id}', '${trainerId}', '${from}', '${to}', '探亲', '${newId()}')`,
    id,
  );
}
const idOf = async (trainerId: string) => (await listLeaves({ from: tuesday, trainerId }))[0]?.id ?? "";

test("R36: a trainer on leave is booked on none of its days, through the form and to raw SQL, and on the day after", async () => {
  const [{ id: cohortId }, { id: trainerId }] = [await make.cohort(), await make.trainer("曲珍")];
  await grantLeave(actor, leave(trainerId, tuesday, thursday));
  const wanted = await wish(cohortId, { trainerId, classroomNumber: 1, day: thursday });

  await expect(bookLesson(actor, wanted)).rejects.toMatchObject({
    ...{ refusal: "TRAINER_TAKEN", field: "trainerId" },
    figures: { case: "ON_LEAVE", onLeave: "曲珍", from: tuesday, to: thursday },
    lists: { offers: [{ day: "2018-08-10" }, { day: "2018-08-10" }, { day: "2018-08-13" }] },
  });
  await expect(sql("app", insertLesson({ ...wanted, day: tuesday }))).rejects.toMatchObject({
    ...{ code: "QD001", message: "TRAINER_TAKEN" },
    detail: expect.stringContaining("ON_LEAVE"),
  });
  await bookLesson(actor, { ...wanted, day: addDays(thursday, 1) });
});

test("R36: nor is a lesson moved to such a day, or given to such a trainer", async () => {
  const [{ id: cohortId }, { id: trainerId }] = [await make.cohort(), await make.trainer()];
  await grantLeave(actor, leave(trainerId, thursday));
  const [mine, another] = [
    await wish(cohortId, { trainerId, classroomNumber: 2 }),
    await wish(cohortId, { classroomNumber: 6, day: thursday }),
  ];
  const [{ id: first }, { id: second }] = [await bookLesson(actor, mine), await bookLesson(actor, another)];
  const change = (lessonId: string, { cohortIds: _, ...what }: typeof mine) =>
    moveLesson(actor, { lessonId, version: 1, ...what });
  const onLeave = { refusal: "TRAINER_TAKEN", figures: { case: "ON_LEAVE" } };

  await expect(change(first, { ...mine, day: thursday })).rejects.toMatchObject(onLeave);
  await expect(change(second, { ...another, trainerId })).rejects.toMatchObject(onLeave);
});

test("R36: a leave over booked lessons is refused and names each of them, through the form and to raw SQL", async () => {
  const [{ id: cohortId }, { id: trainerId }] = [await make.cohort(), await make.trainer()];
  const book = async (on: Day, title: string) =>
    (await bookLesson(actor, await wish(cohortId, { trainerId, classroomNumber: 3, day: on, title }))).id;
  const [first, last] = [await book(tuesday, "做床"), await book(thursday, "清洁")];

  await expect(grantLeave(actor, leave(trainerId, tuesday, thursday))).rejects.toMatchObject({
    ...{ refusal: "TRAINER_TAKEN", field: "startsOn", figures: { case: "TEACHES", count: 2 } },
    lists: {
      lessons: [
        { id: first, said: "2018-08-07 09:00 做床" },
        { id: last, said: "2018-08-09 09:00 清洁" },
      ],
    },
  });
  await expect(sql("app", insertLeave(trainerId, "2018-08-09", "2018-08-20"))).rejects.toMatchObject({
    ...{ message: "TRAINER_TAKEN", detail: expect.stringContaining(last) },
  });
  await cancelLesson(actor, { lessonId: last, version: 1, reason: "停电" });
  await sql("app", insertLeave(trainerId, "2018-08-09", "2018-08-20"));
});

test("R36: booking and a leave at the same moment: exactly one of them happens", async () => {
  const { id: cohortId } = await make.cohort();
  const { id: trainerId } = await make.trainer();
  for (let round = 0; round < 12; round++) {
    const on = addDays(tuesday, round);
    const wanted = await wish(cohortId, { trainerId, classroomNumber: 4, day: on });

    const answers = await Promise.allSettled([
      bookLesson(make.actor(), wanted),
      grantLeave(make.actor(), leave(trainerId, on)),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
  const both = `SELECT FROM lessons l JOIN trainer_leaves v USING (trainer_id)
    WHERE l.day BETWEEN v.starts_on AND v.ends_on AND l.cancelled_at IS NULL AND trainer_id = $1`;
  expect(await sql("app", both, [trainerId])).toEqual([]);
});

test("R36: a leave that is taken back makes the trainer free again, once, and both acts are noted", async () => {
  const [{ id: cohortId }, { id: trainerId }] = [await make.cohort(), await make.trainer("格桑")];
  await grantLeave(actor, leave(trainerId, tuesday, thursday));
  const leaveId = await idOf(trainerId);

  await cancelLeave(actor, { trainerId, leaveId });

  await bookLesson(actor, await wish(cohortId, { trainerId, classroomNumber: 5 }));
  await expect(cancelLeave(actor, { trainerId, leaveId })).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  expect(
    await sql("app", "SELECT verb, after, reason FROM audit_entries WHERE subject_id = $1 ORDER BY id", [leaveId]),
  ).toEqual([
    {
      ...{ verb: "trainerLeave.grant", reason: "探亲" },
      after: { trainer: "格桑", startsOn: tuesday, endsOn: thursday },
    },
    { verb: "trainerLeave.cancel", after: {}, reason: null },
  ]);
});

test("R36: no day of a trainer has two leaves, a leave has a last day, and the trainer is somebody", async () => {
  const { id: trainerId } = await make.trainer();
  await grantLeave(actor, leave(trainerId, tuesday, thursday));

  await expect(grantLeave(actor, leave(trainerId, thursday, addDays(thursday, 3)))).rejects.toMatchObject({
    ...{ refusal: "TRAINER_TAKEN", field: "startsOn", figures: { case: "LEAVE_STANDS" } },
  });
  await expect(grantLeave(actor, leave(trainerId, thursday, tuesday))).rejects.toMatchObject({
    ...{ refusal: "INPUT_WRONG", field: "endsOn", figures: { case: "LEAVE_ENDS_BEFORE_START" } },
  });
  await expect(grantLeave(actor, leave(newId(), thursday))).rejects.toMatchObject({
    figures: { case: "UNKNOWN_TRAINER" },
  });
  await grantLeave(actor, leave(trainerId, addDays(thursday, 1)));
  expect(await db.trainerLeave.count({ where: { trainerId } })).toBe(2);
});

test("R36: the database keeps the days of a leave, who took it and why; the portal's role edits none of it", async () => {
  const { id: trainerId } = await make.trainer();
  await grantLeave(actor, leave(trainerId, tuesday));
  const leaveId = await idOf(trainerId);
  const act = (statement: string) => sql("app", noted(statement, leaveId));

  await expect(act(`UPDATE trainer_leaves SET ends_on = '2018-08-20' WHERE id = '${leaveId}'`)).rejects.toMatchObject({
    code: "42501",
  });
  await expect(act(`DELETE FROM trainer_leaves WHERE id = '${leaveId}'`)).rejects.toMatchObject({ code: "42501" });
  const silent = sql("app", `UPDATE trainer_leaves SET cancelled_at = now() WHERE id = '${leaveId}'`);
  await expect(silent).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await expect(sql("app", insertLeave(trainerId, "2018-08-20", "2018-08-19"))).rejects.toMatchObject({
    constraint: "leave_takes_days",
  });
});

test("R36: the leaves of a span reach into it at both ends; the week by trainer is closed on them, without the reason", async () => {
  const { id: trainerId } = await make.trainer("次仁");
  await grantLeave(actor, leave(trainerId, tuesday, thursday));
  const isThere = async (from: string, to?: string) =>
    (await listLeaves({ from: day(from), ...(to && { to: day(to) }), trainerId })).length === 1;

  expect([await isThere("2018-08-09"), await isThere("2018-08-10")]).toEqual([true, false]);
  expect([await isThere("2018-08-01", "2018-08-06"), await isThere("2018-08-01", "2018-08-07")]).toEqual([false, true]);
  const { rows } = await listWeek("2018-W32" as Week, "trainer");
  const mine = rows.find(({ id }) => id === trainerId)?.halves.filter(({ closed }) => closed !== undefined);
  expect(mine?.map(({ day: on, half, closed }) => `${on} ${half}${closed}`)).toEqual([
    ...["2018-08-07 am", "2018-08-07 pm", "2018-08-08 am", "2018-08-08 pm", "2018-08-09 am", "2018-08-09 pm"],
  ]);
});

test("U24: a leave needs its days and its reason", () => {
  const lacking = grantLeaveInput.safeParse({ trainerId: newId(), startsOn: "2018-02-30", endsOn: "", reason: " " });
  expect(lacking.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`).sort()).toEqual([
    ...["endsOn required", "reason required", "startsOn day"],
  ]);
  expect(cancelLeaveInput.safeParse({ trainerId: newId(), leaveId: "x" }).success).toBe(false);
});
