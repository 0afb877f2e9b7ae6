import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";

/**
 * Takes a person out of the register whom an import brought that is being undone. The database refuses it for everybody else, and for
 * whoever has a history (I28).
 */
export async function withdrawTrainee(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  await recordAudit(tx, actor, "trainee.undoImport", { type: "trainee", id, reason });
  await tx.trainee.delete({ where: { id }, select: { id: true } });
}
