import "server-only";
import type { Tx } from "@/lib/database/db";
import type { Base } from "@/lib/report/sheet/paper-of";

/** Whose paper it is, read in the paper's own transaction; before anything was entered there is no base. */
export async function findBase(tx: Tx): Promise<Base> {
  const base = await tx.base.findUnique({ where: { id: 1 }, select: { name: true, isDemo: true } });
  return base ?? { name: "", isDemo: false };
}
