import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { attempt, type Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { cancelLeaveInput, grantLeaveInput } from "@/lib/trainer-leave/schema";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** R36: the days on which a trainer teaches nothing; lessons that stand on them refuse it and are named. */
export const grantLeave = command({
  verb: "trainerLeave.grant",
  permission: "trainer:edit",
  input: grantLeaveInput,
  async run(tx, actor, { trainerId, startsOn, endsOn, reason }) {
    if (endsOn < startsOn) throw new Refusal("INPUT_WRONG", { field: "endsOn", case: "LEAVE_ENDS_BEFORE_START" });
    const trainer = await holdTrainer(tx, trainerId);
    const id = newId();
    const span = { startsOn: dateFromDay(startsOn), endsOn: dateFromDay(endsOn) };
    const data = { id, trainerId, ...span, reason, createdById: actor.id };
    try {
      await attempt(tx, () => tx.trainerLeave.create({ data, select: { id: true } }));
    } catch (error) {
      throw (await withLessons(tx, trainerId, span, error)) ?? error;
    }
    const after = { trainer, startsOn, endsOn };
    await recordAudit(tx, actor, "trainerLeave.grant", { type: "trainerLeave", id, after, reason });
    return { startsOn, endsOn };
  },
});

/** Takes a leave back: from then on the trainer can be booked on its days. */
export const cancelLeave = command({
  verb: "trainerLeave.cancel",
  permission: "trainer:edit",
  input: cancelLeaveInput,
  async run(tx, actor, { trainerId, leaveId: id }) {
    const where = { id, trainerId, cancelledAt: null };
    const cancelled = await tx.trainerLeave.updateMany({ where, data: { cancelledAt: new Date() } });
    if (cancelled.count === 0) throw new Refusal("WRONG_STATE", { field: "leaveId" });
    const { startsOn, endsOn } = await tx.trainerLeave.findUniqueOrThrow({ where: { id }, select: days });
    await recordAudit(tx, actor, "trainerLeave.cancel", { type: "trainerLeave", id });
    return { startsOn: dayFromDate(startsOn), endsOn: dayFromDate(endsOn) };
  },
});

const days = { startsOn: true, endsOn: true } as const;

/** Bookings share this row, so none comes in between the look at the lessons and the leave. */
async function holdTrainer(tx: Tx, id: string): Promise<string> {
  await hold(tx, "trainers", id);
  const trainer = await tx.trainer.findUnique({ where: { id }, select: { name: true } });
  if (!trainer) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
  return trainer.name;
}

/** The database names one lesson that is in the way; a person wants to know of all of them. */
async function withLessons(
  tx: Tx,
  trainerId: string,
  { startsOn, endsOn }: { startsOn: Date; endsOn: Date },
  error: unknown,
) {
  if (!(error instanceof Refusal) || typeof error.figures.lesson !== "string") return undefined;
  const found = await tx.lesson.findMany({
    where: {
      OR: [{ trainerId }, { helpers: { some: { trainerId } } }],
      cancelledAt: null,
      day: { gte: startsOn, lte: endsOn },
    },
    orderBy: [{ day: "asc" }, { startsAt: "asc" }],
    select: { id: true, day: true, startsAt: true, title: true },
  });
  const lessons = found.map(({ id, day, startsAt, title }) => ({
    id,
    said: saidOf(dayFromDate(day), startsAt, title),
  }));
  return new Refusal("TRAINER_TAKEN", { field: "startsOn", case: "TEACHES", count: lessons.length, lessons });
}

const saidOf = (day: Day, startsAt: string, title: string): string => `${day} ${startsAt} ${title}`;
