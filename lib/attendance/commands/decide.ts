import "server-only";
import { holdRoll } from "@/lib/attendance/commands/hold";
import { subjectOf, writeMark } from "@/lib/attendance/commands/write";
import { adoptPendingInput, discardPendingInput } from "@/lib/attendance/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";
import type { PendingState } from "@/prisma/generated/enums";

/**
 * I36: takes a pending mark over into the roll, in the place of what stands there. Within the hours of correction everybody who takes
 * rolls may; afterwards it is an approval by somebody else than its sender (R45). Refused where the roll can take nothing any more.
 */
export const adoptPending = command({
  verb: "attendance.adopt",
  permission: "attendance:correct",
  input: adoptPendingInput,
  async run(tx, actor, { pendingId, reason }) {
    const pending = await findPending(tx, pendingId);
    const { lessonId, traineeId, mark, note } = pending;
    const facts = await holdRoll(tx, actor, lessonId);
    await holdPending(tx, pendingId);
    const place = facts.people.get(traineeId);
    if (facts.cancelled) throw new Refusal("WRONG_STATE", { field: "pendingId", case: "LESSON_CANCELLED" });
    if (!place?.expected) throw new Refusal("INPUT_WRONG", { field: "pendingId", case: "NOT_EXPECTED" });
    if (!place.open) throw new Refusal("WRONG_STATE", { field: "pendingId", case: "ROLL_CLOSED" });
    if (facts.over) {
      if (!mayApprove(actor.role, "attendance:correct")) throw new Refusal("NOT_ALLOWED", { field: "pendingId" });
      if (pending.sentById === actor.id) throw new Refusal("SAME_PERSON", { field: "pendingId" });
    }

    await decide(tx, actor, pendingId, { state: "ADOPTED", reason });
    const line = { lessonId, traineeId, mark, note, seen: place.standing?.version ?? 0 };
    const device = { deviceAt: pending.deviceAt, skewSeconds: pending.skewSeconds };
    await writeMark(tx, actor, line, place.standing, { verb: "attendance.adopt", device, pendingId, reason });
    return { lessonId };
  },
});

/** The roll stays as it is; the pending mark is kept with the reason. */
export const discardPending = command({
  verb: "attendance.discard",
  permission: "attendance:correct",
  input: discardPendingInput,
  async run(tx, actor, { pendingId, reason }) {
    const pending = await findPending(tx, pendingId);
    await holdPending(tx, pendingId);
    await decide(tx, actor, pendingId, { state: "DISCARDED", reason });
    await recordAudit(tx, actor, "attendance.discard", {
      type: "attendance",
      id: subjectOf(pending),
      before: { mark: pending.mark, cause: pending.cause },
      reason,
    });
    return { lessonId: pending.lessonId };
  },
});

async function findPending(tx: Tx, id: string) {
  const found = await tx.pendingMark.findUnique({
    where: { id },
    select: {
      lessonId: true,
      traineeId: true,
      mark: true,
      note: true,
      cause: true,
      sentById: true,
      deviceAt: true,
      skewSeconds: true,
    },
  });
  if (!found) throw new Refusal("INPUT_WRONG", { field: "pendingId", case: "UNKNOWN_PENDING" });
  return found;
}

async function holdPending(tx: Tx, id: string): Promise<void> {
  await hold(tx, "pending_marks", id);
  const { state } = await tx.pendingMark.findUniqueOrThrow({ where: { id }, select: { state: true } });
  if (state !== "OPEN") throw new Refusal("WRONG_STATE", { field: "pendingId", case: "DECIDED" });
}

const decide = (
  tx: Tx,
  actor: Actor,
  id: string,
  { state, reason }: { state: PendingState; reason?: string | undefined },
) =>
  tx.pendingMark.update({
    where: { id },
    data: { state, decidedById: actor.id, decision: reason ?? null },
    select: { id: true },
  });
