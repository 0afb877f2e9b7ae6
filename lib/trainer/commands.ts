import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { editTrainerInput, leaveTrainerInput, registerTrainerInput } from "@/lib/trainer/schema";
import { dateFromDay } from "@/lib/value/calendar";

/** R40: a new trainer can be booked at once. */
export const registerTrainer = command({
  verb: "trainer.register",
  permission: "trainer:edit",
  input: registerTrainerInput,
  async run(tx, actor, { name, unit = "", speciality = "" }) {
    const id = newId();
    await tx.trainer.create({ data: { id, name, unit, speciality, isDemo: actor.isDemo }, select: { id: true } });
    await recordAudit(tx, actor, "trainer.register", { type: "trainer", id, after: { name, unit, speciality } });
    return { id };
  },
});

export const editTrainer = command({
  verb: "trainer.edit",
  permission: "trainer:edit",
  input: editTrainerInput,
  async run(tx, actor, { trainerId: id, version, name, unit = "", speciality = "" }) {
    const before = await holdTrainer(tx, id, version);
    const after = { name, unit, speciality };
    await tx.trainer.update({ where: { id }, data: { ...after, version: { increment: 1 } }, select: { id: true } });
    await recordAudit(tx, actor, "trainer.edit", { type: "trainer", id, ...differenceOf(before, after) });
    return {};
  },
});

/** From that day on nobody can book the trainer; lessons still booked on it have to be given to somebody else first. */
export const leaveTrainer = command({
  verb: "trainer.leave",
  permission: "trainer:edit",
  input: leaveTrainerInput,
  async run(tx, actor, { trainerId: id, version, leftOn }) {
    await holdTrainer(tx, id, version);
    const on = dateFromDay(leftOn);
    const whose = [{ trainerId: id }, { helpers: { some: { trainerId: id } } }];
    const lessons = await tx.lesson.count({ where: { OR: whose, cancelledAt: null, day: { gte: on } } });
    if (lessons > 0) throw new Refusal("INPUT_WRONG", { field: "leftOn", case: "TRAINER_TEACHES", lessons });
    const until = [{ untilDay: null }, { untilDay: { gte: on } }];
    const posts = await tx.cohortTeacher.count({
      where: { trainerId: id, OR: until, cohort: { state: { notIn: ["CLOSED", "CANCELLED", "REJECTED"] } } },
    });
    if (posts > 0) throw new Refusal("INPUT_WRONG", { field: "leftOn", case: "TRAINER_LEADS", posts });
    await tx.trainer.update({ where: { id }, data: { leftOn: on, version: { increment: 1 } }, select: { id: true } });
    await recordAudit(tx, actor, "trainer.leave", { type: "trainer", id, after: { leftOn } });
    return {};
  },
});

/** Bookings share this row, so none comes in between the count of the lessons and the farewell. */
async function holdTrainer(tx: Tx, id: string, version: number) {
  await hold(tx, "trainers", id);
  const trainer = await tx.trainer.findUnique({
    where: { id },
    select: { name: true, unit: true, speciality: true, version: true },
  });
  if (!trainer) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
  refuseOtherVersion(trainer, version);
  return trainer;
}
