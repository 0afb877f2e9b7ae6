import { expect, test } from "vitest";
import { findTeaching } from "@/lib/cohort/queries/teaching";
import { db } from "@/lib/database/db";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson } from "@/lib/lesson/commands/change";
import { editTrainer, leaveTrainer, registerTrainer } from "@/lib/trainer/commands";
import { findTrainer, listTrainers } from "@/lib/trainer/queries";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();

/** The demo's day, at the time it really is. */
const standOn = (on: string) =>
  sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO base (name, short_name, organiser, operator, is_demo, demo_day) VALUES ('x', 'x', 'x', 'x', true, '${on}')`,
  );
const register = (name: string) => registerTrainer(actor, { name, unit: "基地", speciality: "美容" });

test("R40, I35: the 课时 of a trainer and of a cohort are those of the lessons that are over, as the law counts them", async () => {
  const [{ id: trainerId }, cohort] = [await register("李蓉"), await make.cohort()];
  await bookLesson(actor, await wish(cohort.id, { trainerId, day: day("2018-08-07") }));
  await bookLesson(actor, await wish(cohort.id, { trainerId, day: day("2018-08-09") }));
  const { id } = await bookLesson(actor, await wish(cohort.id, { trainerId, day: day("2018-08-10"), endsAt: "10:30" }));
  await cancelLesson(actor, { lessonId: id, version: 1, reason: "停电" });
  const { id: enrolmentId } = await make.enrolment(cohort.id);
  await standOn("2018-08-08");

  const [trainer] = (await listTrainers(day("2018-08-07"))).filter((one) => one.id === trainerId);
  const [law] = await sql<{ held: number }>("app", "SELECT held_periods($1) AS held", [enrolmentId]);
  const [found, taught] = [await findTrainer(trainerId, 2018), await findTeaching(db, cohort.id)];
  await sql("owner", "SET session_replication_role = replica; DELETE FROM base");

  expect(trainer).toMatchObject({ periods: 4, lessons: 1, coming: 1, leftOn: null });
  expect(found).toMatchObject({ held: 4 });
  expect(found?.lessons).toHaveLength(2);
  expect([taught.held, law?.held]).toEqual([4, 4]);
});

test("R36: a trainer who has left cannot be booked from that day on, and does not leave while lessons wait", async () => {
  const [{ id: trainerId }, cohort] = [await register("白玛央金"), await make.cohort()];
  await bookLesson(actor, await wish(cohort.id, { trainerId, classroomNumber: 3, day: day("2018-08-15") }));

  const early = leaveTrainer(actor, { trainerId, version: 1, leftOn: day("2018-08-15") });
  await expect(early).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "TRAINER_TEACHES", lessons: 1 },
  });
  await leaveTrainer(actor, { trainerId, version: 1, leftOn: day("2018-08-16") });

  const late = bookLesson(actor, await wish(cohort.id, { trainerId, classroomNumber: 3, day: day("2018-08-16") }));
  await expect(late).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "trainerId",
    figures: { case: "TRAINER_LEFT" },
  });
});

test("I27: two desks that edit a trainer do not lose each other's words", async () => {
  const { id: trainerId } = await register("曲珍");
  await editTrainer(actor, { trainerId, version: 1, name: "曲珍", unit: "基地", speciality: "餐厅" });

  await expect(
    editTrainer(actor, { trainerId, version: 1, name: "曲珍", unit: "县职校", speciality: "" }),
  ).rejects.toMatchObject({ refusal: "STALE" });
});
