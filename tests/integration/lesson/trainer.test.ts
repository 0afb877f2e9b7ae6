import { expect, test } from "vitest";
import { day } from "@/lib/calendar";
import { bookLesson } from "@/lib/lesson/mutations/book";
import { cancelLesson } from "@/lib/lesson/mutations/change";
import { editTrainer, leaveTrainer, registerTrainer } from "@/lib/trainer/mutations";
import { findTrainer, listTrainers } from "@/lib/trainer/queries";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

const actor = make.actor();
const register = (name: string) => registerTrainer(actor, { name, unit: "基地", speciality: "美容" });

test("R40: the 课时 of a trainer are those of the lessons not cancelled, up to the day", async () => {
  const [{ id: trainerId }, cohort] = [await register("李蓉"), await make.cohort()];
  await bookLesson(actor, await wish(cohort.id, { trainerId, day: day("2018-08-07") }));
  await bookLesson(actor, await wish(cohort.id, { trainerId, day: day("2018-08-08") }));
  const { id } = await bookLesson(actor, await wish(cohort.id, { trainerId, day: day("2018-08-09"), endsAt: "10:30" }));
  await cancelLesson(actor, { lessonId: id, version: 1, reason: "停电" });

  const [trainer] = (await listTrainers(day("2018-08-07"))).filter((one) => one.id === trainerId);

  expect(trainer).toMatchObject({ periods: 4, lessons: 1, coming: 1, leftOn: null });
  expect((await findTrainer(trainerId, 2018))?.lessons).toHaveLength(2);
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
