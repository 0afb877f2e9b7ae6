import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { hold, refuseOtherVersion } from "@/lib/database/hold";
import { rows } from "@/lib/database/rows";
import { findFacts } from "@/lib/enrolment/queries/facts";
import { Refusal } from "@/lib/refusal/refusal";
import { Prisma } from "@/prisma/generated/client";
import { EnrolmentState } from "@/prisma/generated/enums";

/** The order of all locks: cohorts by id, then people by id; the year comes last, in the triggers. */
export async function holdCohorts(tx: Tx, cohortIds: string[]): Promise<void> {
  const held = await hold(tx, "cohorts", ...cohortIds);
  if (held < new Set(cohortIds).size) throw new Refusal("INPUT_WRONG", { field: "cohortId", case: "UNKNOWN_COHORT" });
}

/** R32: the subsidised places of a person are counted over all cohorts, so the person is held as well. */
export async function holdPeople(tx: Tx, traineeIds: string[]): Promise<void> {
  await hold(tx, "trainees", ...traineeIds);
}

type Asked = { cohortId: string; traineeIds: string[]; except?: string[] };

/** The cohort, these people and those who wait for it, held and looked at in one trip; `waiting` is how many do. */
export async function holdAndLook(tx: Tx, asked: Asked) {
  const { cohortId, traineeIds, except } = asked;
  const [[held], facts] = await Promise.all([
    rows(tx, queued, Prisma.sql`SELECT hold_for_enrolment(${cohortId}::uuid, ${traineeIds}::uuid[]) AS waiting`),
    lookAt(tx, cohortId, traineeIds, except),
  ]);
  return { ...asked, ...facts, waiting: held?.waiting ?? 0 };
}

export type Looked = Awaited<ReturnType<typeof holdAndLook>>;
const queued = z.object({ waiting: z.number() });

/** A cohort that is held with some people, looked at in a statement of its own, after the wait for the lock. */
export async function lookAt(tx: Tx, cohortId: string, traineeIds: string[], except: string[] = []) {
  const facts = await findFacts(tx, cohortId, traineeIds, except);
  if (!facts) throw new Refusal("INPUT_WRONG", { field: "cohortId", case: "UNKNOWN_COHORT" });
  return facts;
}

const enrolment = z.object({
  id: z.string(),
  traineeId: z.string(),
  cohortId: z.string(),
  queueNo: z.bigint(),
  state: z.enum(EnrolmentState),
  subsidised: z.boolean(),
  approvalNeeded: z.array(z.enum(["LATE", "OVER_AGE"])),
  waitStopped: z.string().nullable(),
  transferToId: z.string().nullable(),
  transferRequestedById: z.string().nullable(),
  createdById: z.string(),
  /** What has been approved, of what needs it (I42). */
  approved: z.array(z.enum(["LATE", "OVER_AGE"])),
  version: z.number(),
});

export type HeldEnrolment = z.output<typeof enrolment>;

/** Enrolments of held cohorts, locked, in the order they came in. */
export async function holdEnrolments(tx: Tx, enrolmentIds: string[]): Promise<HeldEnrolment[]> {
  const found = await tx.$queryRaw`
    SELECT id, trainee_id AS "traineeId", cohort_id AS "cohortId", queue_no AS "queueNo", state, subsidised, approval_needed AS "approvalNeeded", wait_stopped AS "waitStopped",
      transfer_to_id AS "transferToId", transfer_requested_by_id AS "transferRequestedById", created_by_id AS "createdById", version,
      ARRAY(SELECT need FROM enrolment_approvals a WHERE a.enrolment_id = enrolments.id) AS approved
    FROM enrolments WHERE id = ANY (${enrolmentIds}::uuid[]) ORDER BY queue_no FOR NO KEY UPDATE`;
  return z.array(enrolment).parse(found);
}

/** One enrolment with its cohort, and another cohort where it goes to; refused when somebody changed it since the page was shown (I27). */
export async function holdEnrolment(
  tx: Tx,
  enrolmentId: string,
  version: number,
  toCohortId?: string,
): Promise<HeldEnrolment> {
  const seen = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { cohortId: true } });
  if (!seen) throw new Refusal("INPUT_WRONG", { field: "enrolmentId", case: "UNKNOWN_ENROLMENT" });

  await holdCohorts(tx, [seen.cohortId, ...(toCohortId ? [toCohortId] : [])]);
  const [held] = await holdEnrolments(tx, [enrolmentId]);
  if (held?.cohortId !== seen.cohortId) throw new Refusal("STALE", { field: "enrolmentId" });
  refuseOtherVersion(held, version, { field: "enrolmentId" });
  return held;
}
