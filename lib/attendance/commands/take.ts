import "server-only";
import { holdRoll } from "@/lib/attendance/commands/hold";
import { type Device, holdBack, type Line, writeMark } from "@/lib/attendance/commands/write";
import { causeOf, stands } from "@/lib/attendance/rules";
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
    const device = deviceOf(input);
    const told = { lessonId, taken: 0, pending: 0, versions: {} as Record<string, number> };

    for (const [n, line] of linesOf(input).entries()) {
      const place = facts.people.get(line.traineeId);
      if (!place) throw new Refusal("INPUT_WRONG", { field: `marks.${n}`, case: "NOT_IN_LESSON", row: n + 1 });
      const version = place.standing?.version ?? 0;
      if (stands(place, line)) {
        told.versions[line.traineeId] = version;
        continue;
      }

      const cause = causeOf(place, line);
      // R45: a desk can say why; a phone whose line was cut could not.
      if (cause === "LATE" && !reason && !input.deviceAt)
        throw new Refusal("INPUT_WRONG", { field: "reason", case: "ROLL_REASON" });
      if (cause) {
        await holdBack(tx, actor, line, { cause, device, reason });
        told.pending += 1;
        continue;
      }
      const verb = place.standing ? "attendance.correct" : "attendance.take";
      await writeMark(tx, actor, line, place.standing, { verb, device, reason });
      told.versions[line.traineeId] = version + 1;
      told.taken += 1;
    }
    return told;
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
  deviceAt ? { deviceAt: new Date(deviceAt), skewSeconds: skewSeconds ?? null } : { deviceAt: null, skewSeconds: null };
