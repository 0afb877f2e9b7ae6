import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { EnrolmentStanding } from "@/lib/completion/queries/standing";
import type { Marks } from "@/lib/completion/rules";
import type { Tx } from "@/lib/database/db";
import { changeEnrolment } from "@/lib/enrolment/commands/change";
import { dateFromDay } from "@/lib/value/calendar";

type Result = { attempt: 1 | 2; attended: number | null; marks?: Marks };

/** Attended 课时 and one attempt of one person, with the one entry that tells of both (I29). */
export async function writeResult(
  tx: Tx,
  actor: Actor,
  standing: EnrolmentStanding,
  { attempt, attended, marks }: Result,
) {
  const before = attempt === 1 ? standing.exam : standing.makeUp;
  await changeEnrolment(tx, actor, standing.id, {
    verb: attempt === 1 ? "enrolment.recordResults" : "enrolment.recordMakeUp",
    before: { ...(attempt === 1 && { attended: standing.attended }), ...(marks && before) },
    after: { ...(attempt === 1 && { attended }), ...marks },
    data: attended === standing.attended ? {} : { attendedPeriods: attended },
  });
  if (!marks) return;
  const { heldOn, ...points } = marks;
  const result = { heldOn: dateFromDay(heldOn), ...points };
  await tx.examResult.upsert({
    where: { enrolmentId_attempt: { enrolmentId: standing.id, attempt } },
    create: { enrolmentId: standing.id, attempt, ...result },
    update: result,
    select: { attempt: true },
  });
}
