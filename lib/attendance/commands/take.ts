import "server-only";
import { holdRoll } from "@/lib/attendance/commands/hold";
import { takeLines } from "@/lib/attendance/commands/lines";
import { atDesk, type Device, type Line } from "@/lib/attendance/commands/write";
import { type TakeRollInput, takeRollInput } from "@/lib/attendance/schema";
import { command } from "@/lib/command/command";
import { Refusal } from "@/lib/refusal/refusal";

/**
 * R44–R46: the roll of one lesson, all lines in one transaction. What the roll may not take as it comes (another was first, the hours of
 * correction are over, the lesson or the person is gone) waits in the list of pending marks and is counted apart (I36); a line of a
 * stranger refuses the whole. `versions` are those the marks stand in now, for the next roll of the same phone.
 */
export const takeRoll = command({
  verb: "attendance.take",
  permission: "attendance:record",
  input: takeRollInput,
  async run(tx, actor, input) {
    const { lessonId, reason } = input;
    const facts = await holdRoll(tx, actor, lessonId);
    const way = { device: deviceOf(input), reason, fieldOf: (n: number) => `marks.${n}` };
    return { lessonId, ...(await takeLines(tx, actor, facts, linesOf(input), way)) };
  },
});

/** A column that came in short, or a person twice, is nobody's roll. */
function linesOf({ lessonId, traineeIds, marks, notes, versions }: TakeRollInput): Line[] {
  const columns = [marks, versions, ...(notes.length > 0 ? [notes] : [])];
  if (new Set(traineeIds).size < traineeIds.length || columns.some(({ length }) => length !== traineeIds.length))
    throw new Refusal("INPUT_WRONG", { field: "traineeIds" });
  return traineeIds.map((traineeId, n) => ({
    lessonId,
    traineeId,
    mark: marks[n] as Line["mark"],
    note: notes[n] ?? "",
    seen: versions[n] as number,
  }));
}

const deviceOf = ({ deviceAt, skewSeconds }: TakeRollInput): Device =>
  deviceAt ? { deviceAt: new Date(deviceAt), skewSeconds: skewSeconds ?? null } : atDesk;
