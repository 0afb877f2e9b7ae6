import "server-only";
import { type Device, holdBack, type Line, writeMark } from "@/lib/attendance/commands/write";
import type { RollFacts } from "@/lib/attendance/queries/held";
import { causeOf, stands } from "@/lib/attendance/rules";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

type Way = { device: Device; reason: string | undefined; fieldOf: (n: number) => string };

/**
 * R44–R46: the lines of one held roll, written or put into the list of pending marks (I36), and how many of each; a line of a stranger
 * refuses the whole. `versions` are those the marks stand in now.
 */
export async function takeLines(
  tx: Tx,
  actor: Actor,
  facts: RollFacts,
  lines: readonly Line[],
  { device, reason, fieldOf }: Way,
) {
  const told = { taken: 0, pending: 0, versions: {} as Record<string, number> };
  for (const [n, line] of lines.entries()) {
    const place = facts.people.get(line.traineeId);
    if (!place) throw new Refusal("INPUT_WRONG", { field: fieldOf(n), case: "NOT_IN_LESSON", row: n + 1 });
    const version = place.standing?.version ?? 0;
    if (stands(place, line)) {
      told.versions[line.traineeId] = version;
      continue;
    }

    const cause = causeOf(place, line);
    // R45: a desk can say why; a phone whose line was cut could not.
    if (cause === "LATE" && !reason && !device.deviceAt)
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
}
