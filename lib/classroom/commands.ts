import "server-only";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf } from "@/lib/audit/rules";
import { closingInput, editClassroomInput, reopenClassroomInput } from "@/lib/classroom/schema";
import { command } from "@/lib/command/command";
import { attempt, type Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";

/** R37: name and seats of a classroom; fewer seats than the cohorts in it need are refused. */
export const editClassroom = command({
  verb: "classroom.edit",
  permission: "classroom:close",
  input: editClassroomInput,
  async run(tx, actor, { classroomNumber: number, version, name, seats }) {
    await holdCohortsOf(tx, number);
    const { label: id, ...before } = await holdClassroom(tx, number);
    refuseOtherVersion(before, version);

    const data = { name, seats, version: { increment: 1 } };
    await attempt(tx, () => tx.classroom.update({ where: { number }, data, select: { number: true } })).catch(atSeats);
    await recordAudit(tx, actor, "classroom.edit", {
      type: "classroom",
      id,
      ...differenceOf(before, { name, seats }),
    });
    return {};
  },
});

/** Takes a classroom out of service for a time; a lesson in that time refuses it. */
export const closeClassroom = command({
  verb: "classroom.close",
  permission: "classroom:close",
  input: closingInput,
  async run(tx, actor, { classroomNumber, startsOn, startsAt, endsOn, endsAt, reason }) {
    const [from, to] = [`${startsOn} ${startsAt}`, `${endsOn} ${endsAt}`];
    if (to <= from) throw new Refusal("INPUT_WRONG", { field: "endsAt", case: "CLOSURE_ENDS_BEFORE_START" });
    const { label } = await holdClassroom(tx, classroomNumber);
    const id = newId();
    const span = { startsAt: instant(startsOn, startsAt), endsAt: instant(endsOn, endsAt) };
    const data = { id, classroomNumber, ...span, reason, createdById: actor.id };
    await attempt(tx, () => tx.classroomClosure.create({ data, select: { id: true } })).catch(atClosing);
    const after = { classroom: label, from, to };
    await recordAudit(tx, actor, "classroom.close", { type: "closure", id, after, reason });
    return { id };
  },
});

/** Ends a time out of service, or takes it back before it begins. */
export const reopenClassroom = command({
  verb: "classroom.reopen",
  permission: "classroom:close",
  input: reopenClassroomInput,
  async run(tx, actor, { closureId: id }) {
    const ended = await tx.classroomClosure.updateMany({
      where: { id, cancelledAt: null },
      data: { cancelledAt: new Date() },
    });
    if (ended.count === 0) throw new Refusal("WRONG_STATE", { field: "closureId" });
    await recordAudit(tx, actor, "classroom.reopen", { type: "closure", id });
    return {};
  },
});

/** Before the classroom, in the order of all locks: their planned sizes must not grow while its seats shrink. */
async function holdCohortsOf(tx: Tx, classroomNumber: number): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM cohorts WHERE id IN (
      SELECT cohort_id FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id WHERE l.classroom_number = ${classroomNumber}::int AND NOT lc.cancelled
    ) ORDER BY id FOR NO KEY UPDATE`;
}

const classroom = z.object({ label: z.string(), name: z.string(), seats: z.number(), version: z.number() });

async function holdClassroom(tx: Tx, number: number) {
  const [held] = z
    .array(classroom)
    .parse(
      await tx.$queryRaw`SELECT label, name, seats, version FROM classrooms WHERE number = ${number}::int FOR NO KEY UPDATE`,
    );
  if (!held) throw new Refusal("INPUT_WRONG", { field: "classroomNumber", case: "UNKNOWN_CLASSROOM" });
  return held;
}

/** The database names the classroom; on this form the seats are what can be changed. */
function atSeats(error: unknown): never {
  if (error instanceof Refusal && error.refusal === "ROOM_TOO_SMALL")
    throw new Refusal("ROOM_TOO_SMALL", { ...error.figures, field: "seats" });
  throw error;
}

/** The classroom is settled on this form: what can be changed is the time, or the lesson that is in the way. */
function atClosing(error: unknown): never {
  if (error instanceof Refusal && error.refusal === "CLASSROOM_TAKEN") {
    const { figures } = error;
    throw new Refusal("CLASSROOM_TAKEN", {
      ...figures,
      field: "startsOn",
      case: figures.lesson ? "TAUGHT" : "CLOSED",
    });
  }
  throw error;
}

/** Asia/Shanghai is eight hours ahead the whole year. */
export const instant = (day: Day, clock: string): Date => new Date(`${day}T${clock}:00+08:00`);
