import "server-only";
import type { Standing, Wanted } from "@/lib/attendance/rules";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf } from "@/lib/audit/rules";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { later } from "@/lib/database/direct";
import { newId } from "@/lib/database/id";
import { type PendingCause, Prisma } from "@/prisma/generated/client";

/** Whom a mark is of, and what a phone's clock said. */
export type Line = Wanted & { lessonId: string; traineeId: string };
export type Device = { deviceAt: Date | null; skewSeconds: number | null };
/** A desk has the clock of the portal. */
export const atDesk: Device = { deviceAt: null, skewSeconds: null };

/** The entries of a person in a lesson stand under both, so that the history of either finds them. */
export const subjectOf = ({ lessonId, traineeId }: Pick<Line, "lessonId" | "traineeId">) => `${lessonId}:${traineeId}`;

/** Writes one mark of a held roll with its entry (I29); the law looks at it once more. */
export async function writeMark(
  tx: Tx,
  actor: Actor,
  line: Line,
  standing: Standing,
  {
    verb,
    device,
    pendingId = null,
    reason,
  }: { verb: Verb; device: Device; pendingId?: string | null; reason?: string | undefined },
): Promise<void> {
  const { lessonId, traineeId, mark, note } = line;
  await recordAudit(tx, actor, verb, {
    type: "attendance",
    id: subjectOf(line),
    ...differenceOf({ mark: standing?.mark, note: standing?.note }, { mark, note }),
    reason,
  });
  const { deviceAt, skewSeconds } = device;
  const values = Prisma.sql`${mark}::"AttendanceMark", ${note}, ${actor.id}::uuid, ${deviceAt}::timestamptz, ${skewSeconds}::int, ${pendingId}::uuid`;
  later(
    tx,
    standing
      ? Prisma.sql`
        UPDATE attendances SET (mark, note, marked_by_id, device_at, skew_seconds, pending_id) = (${values}), version = version + 1
        WHERE lesson_id = ${lessonId}::uuid AND trainee_id = ${traineeId}::uuid`
      : Prisma.sql`
        INSERT INTO attendances (lesson_id, trainee_id, mark, note, marked_by_id, device_at, skew_seconds, pending_id)
        VALUES (${lessonId}::uuid, ${traineeId}::uuid, ${values})`,
  );
}

/** I36: a mark that cannot be taken as it came waits in the list; the same one of the same sender waits there once. */
export async function holdBack(
  tx: Tx,
  actor: Actor,
  line: Line,
  { cause, device, reason = "" }: { cause: PendingCause; device: Device; reason?: string | undefined },
): Promise<void> {
  const { lessonId, traineeId, mark, note, seen } = line;
  const same = { lessonId, traineeId, mark, note, sentById: actor.id, state: "OPEN" } as const;
  if ((await tx.pendingMark.count({ where: same })) > 0) return;

  await recordAudit(tx, actor, "attendance.hold", {
    type: "attendance",
    id: subjectOf(line),
    after: { mark, ...(note && { note }), cause },
    ...(reason && { reason }),
  });
  const { deviceAt, skewSeconds } = device;
  await tx.$executeRaw`
    INSERT INTO pending_marks (id, lesson_id, trainee_id, mark, note, cause, seen_version, reason, sent_by_id, device_at, skew_seconds)
    VALUES (${newId()}::uuid, ${lessonId}::uuid, ${traineeId}::uuid, ${mark}::"AttendanceMark", ${note}, ${cause}::"PendingCause",
      ${seen}::int, ${reason}, ${actor.id}::uuid, ${deviceAt}::timestamptz, ${skewSeconds}::int)`;
}
