import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { holdClassroom } from "@/lib/classroom/commands/hold";
import { closingInput, reopenClassroomInput } from "@/lib/classroom/schema";
import { command } from "@/lib/command/command";
import { attempt } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";

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
