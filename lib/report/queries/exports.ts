import "server-only";
import { z } from "zod";
import { db } from "@/lib/db";

/** How far an export of this account has come, or null. */
export async function findOwnExport(actorId: string, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return db.export.findFirst({ where: { id, actorId }, select: { state: true, rows: true, total: true } });
}
