import "server-only";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { decideInput } from "@/lib/enrolment/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";
import type { EnrolmentState } from "@/prisma/generated/enums";
import { changeEnrolment } from "./change";
import { type HeldEnrolment, holdEnrolment } from "./hold";
import { promoteWaiting } from "./promote";

/** R26: given up before the start; the place is free again and goes to the first who waits. */
export const cancelEnrolment = command({
  verb: "enrolment.cancel",
  permission: "enrolment:cancel",
  input: decideInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    refuseUnless(enrolment, ["APPLIED", "WAITLISTED", "CONFIRMED"]);
    await leave(tx, actor, enrolment, { verb: "enrolment.cancel", state: "CANCELLED", reason });
    const promoted = await promoteWaiting(tx, actor, enrolment.cohortId);
    return { cohortId: enrolment.cohortId, promoted, freed: enrolment.state === "CONFIRMED" };
  },
});

/** An application, or a wish to wait, that the base does not follow; a claim to a free place goes on to the next who waits. */
export const rejectApplication = command({
  verb: "enrolment.reject",
  permission: "enrolment:confirm",
  input: decideInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    refuseUnless(enrolment, ["APPLIED", "WAITLISTED"]);
    await leave(tx, actor, enrolment, { verb: "enrolment.reject", state: "REJECTED", reason });
    return { cohortId: enrolment.cohortId, promoted: await promoteWaiting(tx, actor, enrolment.cohortId) };
  },
});

/** The same of an application that is late, or of somebody over age: only who may approve it turns it down. */
export const rejectLate = command({
  verb: "enrolment.reject",
  permission: "enrolment:late",
  as: "approver",
  input: decideInput,
  run: rejectApplication.run,
});

/** R26: never came, so the place was not used; said at the earliest on the day the cohort begins. */
export const markNoShow = command({
  verb: "enrolment.noShow",
  permission: "enrolment:noShow",
  input: decideInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    refuseUnless(enrolment, ["CONFIRMED", "IN_TRAINING"]);
    const { startsOn } = await tx.cohort.findUniqueOrThrow({
      where: { id: enrolment.cohortId },
      select: { startsOn: true },
    });
    if (actor.today < dayFromDate(startsOn))
      throw new Refusal("INPUT_WRONG", { field: "enrolmentId", case: "NOT_BEGUN", startsOn: dayFromDate(startsOn) });

    await leave(tx, actor, enrolment, { verb: "enrolment.noShow", state: "NO_SHOW", reason });
    return { cohortId: enrolment.cohortId, promoted: await promoteWaiting(tx, actor, enrolment.cohortId) };
  },
});

/** R26: left after attending; the place was used and still counts. */
export const dropOut = command({
  verb: "enrolment.drop",
  permission: "enrolment:drop",
  input: decideInput,
  async run(tx, actor, { enrolmentId, reason, version }) {
    const enrolment = await holdEnrolment(tx, enrolmentId, version);
    refuseUnless(enrolment, ["IN_TRAINING"]);
    await leave(tx, actor, enrolment, { verb: "enrolment.drop", state: "DROPPED", reason });
    return { cohortId: enrolment.cohortId, promoted: [] };
  },
});

type Leaving = {
  verb: Verb;
  state: EnrolmentState;
  reason?: string | undefined;
  /** What the audit keeps beside the state. */
  told?: Record<string, string>;
  /** Whose signature an outcome carries. */
  outcomeById?: string;
};

/** The end of an enrolment, one way or another, on the actor's day; written and noted. */
export async function leave(
  tx: Tx,
  actor: Actor,
  { id, state: before }: Pick<HeldEnrolment, "id" | "state">,
  { verb, state, reason, told, outcomeById }: Leaving,
): Promise<void> {
  await changeEnrolment(tx, actor, id, {
    verb,
    before: { state: before },
    after: { state, endedOn: actor.today, ...told },
    reason,
    data: {
      state,
      endedOn: dateFromDay(actor.today),
      transferToId: null,
      ...(reason && { stateReason: reason }),
      ...(outcomeById && { outcomeById }),
    },
  });
}

function refuseUnless({ state }: HeldEnrolment, states: EnrolmentState[]): void {
  if (!states.includes(state)) throw new Refusal("WRONG_STATE", { field: "enrolmentId", state });
}
