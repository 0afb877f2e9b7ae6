import "server-only";
import { accessEntry, whereOfAccess, withNames } from "@/lib/audit/queries/access";
import { entry, whereOf } from "@/lib/audit/queries/entries";
import type { AccessFilter, AuditFilter } from "@/lib/audit/schema";
import type { Tx } from "@/lib/database/db";

const batch = 500;
type Filter = Omit<AuditFilter, "before">;

export const countAudit = (tx: Tx, filter: Filter) => tx.auditEntry.count({ where: whereOf(filter) });

/** The audit for a file, the newest first, some hundred entries at a time. */
export const eachAudit = (tx: Tx, filter: Filter) =>
  backFromTheNewest((before) =>
    tx.auditEntry.findMany({
      where: { ...whereOf(filter), ...before },
      orderBy: { id: "desc" },
      take: batch,
      select: entry,
    }),
  );

type Asked = Omit<AccessFilter, "before">;

export const countAccessOf = async (tx: Tx, filter: Asked) =>
  tx.accessEntry.count({ where: await whereOfAccess(tx, filter) });

/** The access log for a file, likewise. */
export async function* eachAccess(tx: Tx, filter: Asked) {
  const where = await whereOfAccess(tx, filter);
  const read = (before: Before) =>
    tx.accessEntry.findMany({
      where: { ...where, ...before },
      orderBy: { id: "desc" },
      take: batch,
      select: accessEntry,
    });
  for await (const entries of backFromTheNewest(read)) yield withNames(tx, entries);
}

type Before = { id: { lt: bigint } } | undefined;

async function* backFromTheNewest<Entry extends { id: bigint }>(read: (before: Before) => Promise<Entry[]>) {
  for (let before: Before; ; ) {
    const entries = await read(before);
    yield entries;
    const last = entries.at(-1);
    if (!last || entries.length < batch) return;
    before = { id: { lt: last.id } };
  }
}
