import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { type CohortState, mayCohortBecome } from "@/lib/cohort/rules/states";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { dayFromDate } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

/** Locks the cohort and reads it afterwards, in a second statement, so that what is read is what holds. */
export async function holdCohort(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT 1 FROM cohorts WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const cohort = await tx.cohort.findUnique({ where: { id }, select: held });
  if (!cohort) throw new Refusal("WRONG_STATE");

  const {
    createdById,
    submittedById,
    closingProposedById,
    number,
    state,
    confirmed,
    version,
    startsOn,
    endsOn,
    ...rest
  } = cohort;
  const fields = { ...rest, startsOn: dayFromDate(startsOn), endsOn: dayFromDate(endsOn) };
  return { id, number, state, confirmed, version, createdById, submittedById, closingProposedById, fields };
}

export type HeldCohort = Awaited<ReturnType<typeof holdCohort>>;

/** I15, I27: held, on an arrow that leads there, and as the person saw it; a step with a `from` of its own takes no other arrow. */
export async function holdForMove(
  tx: Tx,
  id: string,
  version: number,
  to: CohortState,
  from?: CohortState,
): Promise<HeldCohort> {
  const cohort = await holdCohort(tx, id);
  if (!mayCohortBecome(cohort.state, to) || (from && cohort.state !== from)) {
    throw new Refusal("WRONG_STATE", { number: cohort.number, state: cohort.state, wanted: to });
  }
  if (cohort.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
  return cohort;
}

type Arrow = {
  to: CohortState;
  verb: Verb;
  change?: Prisma.CohortUncheckedUpdateInput;
  /** What the audit keeps beside the state. */
  told?: Record<string, string | number>;
  reason?: string | undefined;
};

/** One arrow, written and noted. */
export async function move(tx: Tx, actor: Actor, { id, state }: HeldCohort, { to, verb, change, told, reason }: Arrow) {
  await tx.cohort.update({
    where: { id },
    data: { ...change, state: to, version: { increment: 1 } },
    select: { id: true },
  });
  await recordAudit(tx, actor, verb, { type: "cohort", id, before: { state }, after: { state: to, ...told }, reason });
}

/** I27, U26: what stands there now, and by whom, for the form to set beside what was typed. */
export async function refuseStale(tx: Tx, { id, version, fields }: HeldCohort): Promise<never> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: id },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  const { atBase, place, ...rest } = fields;
  const now = { ...rest, heldAt: atBase ? "BASE" : "OUTSIDE", place: place ?? "" };
  throw new Refusal("STALE", { version, by: last?.actorName ?? "", at: last?.at.toISOString() ?? "", ...now });
}

const held = {
  createdById: true,
  submittedById: true,
  closingProposedById: true,
  number: true,
  state: true,
  confirmed: true,
  version: true,
  title: true,
  courseId: true,
  startsOn: true,
  endsOn: true,
  atBase: true,
  place: true,
  seats: true,
  contact: true,
  examPlan: true,
  material: true,
} as const;
