import "server-only";
import { askLeaveInput, grantLeaveInput, refuseLeaveInput } from "@/lib/attendance/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/**
 * R46: asks for leave of somebody in a cohort, whole days, today at the earliest; the roll presets it once another person has granted
 * it. Refused for days outside the cohort, for days already asked for, and for days that are over, whose roll is corrected instead.
 */
export const askLeave = command({
  verb: "leave.ask",
  permission: "attendance:record",
  input: askLeaveInput,
  async run(tx, actor, { enrolmentId, mark, fromDay, toDay, reason }) {
    const found = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { cohortId: true } });
    if (!found) throw new Refusal("INPUT_WRONG", { field: "enrolmentId", case: "UNKNOWN_ENROLMENT" });
    const { cohortId } = found;
    await hold(tx, "cohorts", cohortId);
    if (toDay < fromDay) throw new Refusal("INPUT_WRONG", { field: "toDay", case: "LEAVE_TURNED" });
    if (fromDay < actor.today)
      throw new Refusal("INPUT_WRONG", { field: "fromDay", case: "LEAVE_PAST", today: actor.today });
    const days = { fromDay: dateFromDay(fromDay), toDay: dateFromDay(toDay) };
    const other = await tx.leave.findFirst({
      where: {
        enrolmentId,
        fromDay: { lte: days.toDay },
        toDay: { gte: days.fromDay },
        OR: [{ approved: null }, { approved: true }],
      },
      select: { fromDay: true, toDay: true },
    });
    if (other)
      throw new Refusal("INPUT_WRONG", {
        field: "fromDay",
        case: "LEAVE_TWICE",
        from: dayFromDate(other.fromDay),
        to: dayFromDate(other.toDay),
      });

    await recordAudit(tx, actor, "leave.ask", {
      type: "enrolment",
      id: enrolmentId,
      after: { mark, fromDay, toDay },
      reason,
    });
    await tx.leave.create({
      data: { id: newId(), enrolmentId, mark, ...days, reason, askedById: actor.id },
      select: { id: true },
    });
    return { cohortId, enrolmentId };
  },
});

/** R111: grants leave that somebody else asked for. */
export const grantLeave = command({
  verb: "leave.grant",
  permission: "attendance:correct",
  as: "approver",
  input: grantLeaveInput,
  run: (tx, actor, { leaveId }) => decide(tx, actor, leaveId, { approved: true }),
});

/** The same turned down, with the reason; those days may be asked for again. */
export const refuseLeave = command({
  verb: "leave.refuse",
  permission: "attendance:correct",
  as: "approver",
  input: refuseLeaveInput,
  run: (tx, actor, { leaveId, reason }) => decide(tx, actor, leaveId, { approved: false, reason }),
});

async function decide(tx: Tx, actor: Actor, id: string, { approved, reason }: { approved: boolean; reason?: string }) {
  await hold(tx, "leaves", id);
  const leave = await tx.leave.findUnique({
    where: { id },
    select: {
      approved: true,
      askedById: true,
      mark: true,
      fromDay: true,
      toDay: true,
      enrolment: { select: { id: true, cohortId: true } },
    },
  });
  if (!leave) throw new Refusal("INPUT_WRONG", { field: "leaveId", case: "UNKNOWN_LEAVE" });
  if (leave.approved !== null) throw new Refusal("WRONG_STATE", { field: "leaveId", case: "LEAVE_DECIDED" });
  if (leave.askedById === actor.id) throw new Refusal("SAME_PERSON", { field: "leaveId" });

  const { mark, fromDay, toDay, enrolment } = leave;
  await recordAudit(tx, actor, approved ? "leave.grant" : "leave.refuse", {
    type: "enrolment",
    id: enrolment.id,
    after: { mark, fromDay: dayFromDate(fromDay), toDay: dayFromDate(toDay) },
    reason,
  });
  await tx.leave.update({
    where: { id },
    data: { approved, decidedById: actor.id, decision: reason ?? null },
    select: { id: true },
  });
  return { cohortId: enrolment.cohortId, enrolmentId: enrolment.id };
}
