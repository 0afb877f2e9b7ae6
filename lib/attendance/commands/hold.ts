import "server-only";
import { findRollFacts } from "@/lib/attendance/queries/held";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";

/**
 * The cohorts of a lesson held, so that nobody leaves and nothing is closed while a roll is written, then its people as they stand.
 * Refused for a lesson that has not begun (R44), and for a cohort whose attendance is typed from a ledger.
 */
export async function holdRoll(tx: Tx, actor: Actor, lessonId: string) {
  const cohorts = await tx.lessonCohort.findMany({ where: { lessonId }, select: { cohortId: true } });
  await hold(tx, "cohorts", ...cohorts.map(({ cohortId }) => cohortId));
  const facts = await findRollFacts(tx, lessonId, actor);
  if (!facts) throw new Refusal("INPUT_WRONG", { field: "lessonId", case: "UNKNOWN_LESSON" });

  const { begun, cancelled, typed, day, startsAt } = facts;
  if (!begun && !cancelled)
    throw new Refusal("WRONG_STATE", { field: "lessonId", case: "LESSON_AHEAD", day, startsAt });
  if (typed) throw new Refusal("WRONG_STATE", { field: "lessonId", case: "ATTENDANCE_TYPED", number: typed });
  return facts;
}
