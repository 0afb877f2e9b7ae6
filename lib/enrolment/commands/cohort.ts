import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { changeCohort } from "@/lib/cohort/commands/change";
import { holdCohort, holdForMove } from "@/lib/cohort/commands/hold";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { cancelCohortInput, changeSeatsInput, startCohortInput } from "@/lib/enrolment/schema";
import { cancelLessonsOf } from "@/lib/lesson/commands/change";
import { Refusal } from "@/lib/refusal/refusal";
import type { EnrolmentState } from "@/prisma/generated/enums";
import { holdWaiting, promoteWaiting } from "./promote";

/** I6: more seats in an approved cohort are given by somebody else than its creator, and go to those who wait; fewer than are held are refused. */
export const changeSeats = command({
  verb: "cohort.changeSeats",
  permission: "cohort:draft",
  input: changeSeatsInput,
  async run(tx, actor, { cohortId, seats, version }) {
    const cohort = await holdCohort(tx, cohortId);
    refuseOtherVersion(cohort, version, { field: "seats", seats: cohort.fields.seats, version: cohort.version });
    const raised = seats > cohort.fields.seats && ["APPROVED", "IN_PROGRESS"].includes(cohort.state);
    if (raised && cohort.createdById === actor.id) throw new Refusal("SAME_PERSON", { field: "seats" });
    await holdWaiting(tx, cohortId);

    await changeCohort(tx, actor, cohort, { verb: "cohort.changeSeats", to: { seats } });
    return { promoted: await promoteWaiting(tx, actor, cohortId) };
  },
});

/** On its first day, or later, the cohort begins and everybody with a place is in training. */
export const startCohort = command({
  verb: "cohort.start",
  permission: "cohort:start",
  input: startCohortInput,
  async run(tx, actor, { cohortId, version }) {
    const cohort = await holdForMove(tx, cohortId, version, "IN_PROGRESS", "APPROVED");
    await holdWaiting(tx, cohortId);
    const { startsOn } = cohort.fields;
    if (actor.today < startsOn) throw new Refusal("INPUT_WRONG", { field: "state", case: "NOT_BEGUN", startsOn });

    await changeCohort(tx, actor, cohort, { verb: "cohort.start", to: { state: "IN_PROGRESS" } });
    const started = await moveAll(tx, actor, cohortId, {
      verb: "enrolment.start",
      from: ["CONFIRMED"],
      to: "IN_TRAINING",
    });
    // R34: from now on who waits for a free place needs an approval, and is asked for it.
    await promoteWaiting(tx, actor, cohortId);
    return { started };
  },
});

/** Gives back all places and classrooms of a cohort that does not take place; a joint lesson goes on for the other cohorts. */
export const cancelCohort = command({
  verb: "cohort.cancel",
  permission: "cohort:cancel",
  input: cancelCohortInput,
  async run(tx, actor, { cohortId, reason, version }) {
    const cohort = await holdForMove(tx, cohortId, version, "CANCELLED");

    const cancelled = await moveAll(tx, actor, cohortId, {
      verb: "enrolment.cancel",
      from: ["APPLIED", "WAITLISTED", "CONFIRMED"],
      to: "CANCELLED",
      reason,
    });
    await cancelLessonsOf(tx, actor, cohortId, reason);
    const signed = { stateReason: reason };
    await changeCohort(tx, actor, cohort, { verb: "cohort.cancel", to: { state: "CANCELLED" }, signed, reason });
    // R22, R27: only an approved cohort at the base holds planned 人次 of its year.
    return { cancelled, freed: cohort.state === "APPROVED" && cohort.fields.atBase };
  },
});

type Step = { verb: Verb; from: EnrolmentState[]; to: EnrolmentState; reason?: string };

/** Everybody of some states on to another one, each with an entry of his own (I29). */
async function moveAll(tx: Tx, actor: Actor, cohortId: string, { verb, from, to, reason }: Step): Promise<number> {
  const enrolments = await tx.enrolment.findMany({
    where: { cohortId, state: { in: from } },
    orderBy: { queueNo: "asc" },
    select: { id: true, state: true },
  });
  for (const { id, state } of enrolments) {
    await recordAudit(tx, actor, verb, { type: "enrolment", id, before: { state }, after: { state: to }, reason });
  }
  await tx.enrolment.updateMany({
    where: { id: { in: enrolments.map(({ id }) => id) } },
    data: { state: to, version: { increment: 1 }, ...(reason && { stateReason: reason }) },
  });
  return enrolments.length;
}
