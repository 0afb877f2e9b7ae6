import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf } from "@/lib/audit/rules";
import { holdClassroom } from "@/lib/classroom/commands/hold";
import { editClassroomInput } from "@/lib/classroom/schema";
import { command } from "@/lib/command/command";
import { attempt, type Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";

/** R37: name, kind and seats of a classroom; fewer seats than the cohorts in it need are refused. */
export const editClassroom = command({
  verb: "classroom.edit",
  permission: "classroom:close",
  input: editClassroomInput,
  async run(tx, actor, { classroomNumber: number, version, name, kind, seats }) {
    await holdCohortsOf(tx, number);
    const { label: id, ...before } = await holdClassroom(tx, number);
    refuseOtherVersion(before, version);

    const data = { name, kind, seats, version: { increment: 1 } };
    await attempt(tx, () => tx.classroom.update({ where: { number }, data, select: { number: true } })).catch(atSeats);
    await recordAudit(tx, actor, "classroom.edit", {
      type: "classroom",
      id,
      ...differenceOf(before, { name, kind, seats }),
    });
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

/** The database names the classroom; on this form the seats are what can be changed. */
function atSeats(error: unknown): never {
  if (error instanceof Refusal && error.refusal === "ROOM_TOO_SMALL")
    throw new Refusal("ROOM_TOO_SMALL", { ...error.figures, field: "seats" });
  throw error;
}
