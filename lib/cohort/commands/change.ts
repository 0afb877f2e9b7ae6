import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf } from "@/lib/audit/rules";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import type { HeldCohort } from "@/lib/cohort/commands/hold";
import type { CohortState } from "@/lib/cohort/rules/states";
import type { Tx } from "@/lib/database/db";
import { dateFromDay } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

export type CohortFields = HeldCohort["fields"];

type Change = {
  verb: Verb;
  /** What the cohort becomes; noted as far as it differs. */
  to: Partial<CohortFields & { state: CohortState }>;
  /** Who signs and why, beside: an entry has its actor and its reason anyway. */
  signed?: Prisma.CohortUncheckedUpdateInput;
  /** What the audit keeps beside the difference. */
  told?: Record<string, string | number>;
  reason?: string | undefined;
};

/**
 * One change of a held cohort, whoever asks for it: noted with what differs, written with its next version. The entry goes in first: the
 * triggers of the row take the year, which is then held for the COMMIT only.
 */
export async function changeCohort(
  tx: Tx,
  actor: Actor,
  { id, state, fields }: HeldCohort,
  { verb, to, signed, told, reason }: Change,
): Promise<void> {
  const { before, after } = differenceOf({ ...fields, state }, to);
  await recordAudit(tx, actor, verb, { type: "cohort", id, before, after: { ...after, ...told }, reason });
  await tx.cohort.update({
    where: { id },
    data: { ...columnsOf(to), ...signed, version: { increment: 1 } },
    select: { id: true },
  });
}

/** Calendar days as the table keeps them. */
const columnsOf = ({ startsOn, endsOn, ...rest }: Change["to"]) => ({
  ...rest,
  ...(startsOn && { startsOn: dateFromDay(startsOn) }),
  ...(endsOn && { endsOn: dateFromDay(endsOn) }),
});
