import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { attempt, type Tx } from "@/lib/database/db";
import { judge, type Stop } from "@/lib/enrolment/rules/judgement";
import { placedIn } from "@/lib/enrolment/rules/place";
import { asRefusal, isPassing } from "@/lib/refusal/refusal";
import { unapproved } from "./approve";
import { changeEnrolment } from "./change";
import { type HeldEnrolment, holdEnrolments, holdPeople, type Looked, lookAt } from "./hold";

/** Before a newcomer is judged, those who wait are asked once more: what stopped one of them may be over (I5). */
export async function afterWaiting(tx: Tx, actor: Actor, looked: Looked, before?: bigint) {
  if (looked.waiting === 0) return looked;
  await promoteWaiting(tx, actor, looked.cohortId, before);
  return lookAt(tx, looked.cohortId, looked.traineeIds, looked.except);
}

/**
 * I5, R34: gives what is free to those who wait (or those of them before a number), in their order, in the transaction that freed it.
 * Whom a rule stops is passed over with the reason kept; who needs an approval is asked for it and keeps the claim to the place.
 * The cohort must be held. Answers who was promoted.
 */
export async function promoteWaiting(tx: Tx, actor: Actor, cohortId: string, before?: bigint): Promise<string[]> {
  const waiting = (await holdWaiting(tx, cohortId)).filter(({ queueNo }) => before === undefined || queueNo < before);
  if (waiting.length === 0) return [];

  const { cohort, people } = await lookAt(
    tx,
    cohortId,
    waiting.map(({ traineeId }) => traineeId),
    waiting.map(({ id }) => id),
  );
  if (cohort.state !== "APPROVED" && cohort.state !== "IN_PROGRESS") return [];

  const promoted: string[] = [];
  let claimed = 0;
  for (const enrolment of waiting) {
    if (cohort.confirmed + promoted.length + claimed >= cohort.seats) break;
    const person = people.get(enrolment.traineeId);
    if (!person) continue;
    const { stop, needs } = judge(cohort, person, { today: actor.today, subsidised: enrolment.subsidised });
    // What is needed today: another start may take away that somebody is late.
    const isAsked = !stop && unapproved(enrolment, needs).length > 0;
    const reason = stop
      ? nameOf(stop)
      : isAsked
        ? "APPROVAL_NEEDED"
        : await givePlace(tx, actor, enrolment, placedIn(cohort));
    if (isAsked) claimed += 1;
    if (reason) await passOver(tx, actor, enrolment, reason);
    else promoted.push(enrolment.id);
  }
  return promoted;
}

/** Who waits for a cohort that is held, in their order, and the people themselves. */
export async function holdWaiting(tx: Tx, cohortId: string): Promise<HeldEnrolment[]> {
  const queue = await tx.enrolment.findMany({ where: { cohortId, state: "WAITLISTED" }, select: { id: true } });
  if (queue.length === 0) return [];

  const waiting = await holdEnrolments(
    tx,
    queue.map(({ id }) => id),
  );
  await holdPeople(
    tx,
    waiting.map(({ traineeId }) => traineeId),
  );
  return waiting;
}

/** Undefined when the place was given; what the database refused otherwise. */
async function givePlace(
  tx: Tx,
  actor: Actor,
  { id }: HeldEnrolment,
  state: "CONFIRMED" | "IN_TRAINING",
): Promise<string | undefined> {
  try {
    await attempt(tx, async () => {
      await changeEnrolment(tx, actor, id, {
        verb: "enrolment.promote",
        before: { state: "WAITLISTED" },
        after: { state },
        data: { state: "CONFIRMED", waitStopped: null },
      });
      // The arrows know no way from the queue straight into training (I15).
      if (state === "IN_TRAINING") await tx.enrolment.update({ where: { id }, data: { state }, select: { id: true } });
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal || isPassing(refusal)) throw error;
    return refusal.refusal;
  }
}

async function passOver(tx: Tx, actor: Actor, { id, waitStopped }: HeldEnrolment, reason: string): Promise<void> {
  if (waitStopped === reason) return;
  await changeEnrolment(tx, actor, id, {
    verb: "enrolment.passOver",
    before: { waitStopped },
    after: { waitStopped: reason },
    data: { waitStopped: reason },
  });
}

/** What the list shows beside a person; a refusal of several meanings is told by its case. */
const nameOf = ({ refusal, figures }: Stop): string => (refusal === "INPUT_WRONG" ? String(figures.case) : refusal);
