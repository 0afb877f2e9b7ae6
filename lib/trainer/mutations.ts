import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { EditTrainer, LeaveTrainer, RegisterTrainer } from "@/lib/trainer/schema";
import { dateFromDay } from "@/lib/value/calendar";

export async function registerTrainer(
  actor: Actor,
  { name, unit = "", speciality = "" }: RegisterTrainer,
): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const id = newId();
    await tx.trainer.create({ data: { id, name, unit, speciality, isDemo: actor.isDemo }, select: { id: true } });
    await recordAudit(tx, actor, "trainer.register", { type: "trainer", id, after: { name, unit, speciality } });
    return { id };
  });
}

export async function editTrainer(
  actor: Actor,
  { trainerId, version, name, unit = "", speciality = "" }: EditTrainer,
): Promise<void> {
  await transaction(async (tx) => {
    const before = await holdTrainer(tx, trainerId, version);
    await tx.trainer.update({
      where: { id: trainerId },
      data: { name, unit, speciality, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, "trainer.edit", {
      type: "trainer",
      id: trainerId,
      before: { name: before.name, unit: before.unit, speciality: before.speciality },
      after: { name, unit, speciality },
    });
  });
}

/** From that day on nobody can book the trainer; lessons still booked on it have to be given to somebody else first. */
export async function leaveTrainer(actor: Actor, { trainerId, version, leftOn }: LeaveTrainer): Promise<void> {
  await transaction(async (tx) => {
    await holdTrainer(tx, trainerId, version);
    const lessons = await tx.lesson.count({
      where: { trainerId, cancelledAt: null, day: { gte: dateFromDay(leftOn) } },
    });
    if (lessons > 0) throw new Refusal("INPUT_WRONG", { field: "leftOn", case: "TRAINER_TEACHES", lessons });
    await tx.trainer.update({
      where: { id: trainerId },
      data: { leftOn: dateFromDay(leftOn), version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, "trainer.leave", { type: "trainer", id: trainerId, after: { leftOn } });
  });
}

/** Bookings share this row, so none comes in between the count of the lessons and the farewell. */
async function holdTrainer(tx: Tx, id: string, version: number) {
  await tx.$queryRaw`SELECT id FROM trainers WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const before = await tx.trainer.findUnique({
    where: { id },
    select: { name: true, unit: true, speciality: true, version: true },
  });
  if (!before) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
  if (before.version !== version) throw new Refusal("STALE");
  return before;
}
