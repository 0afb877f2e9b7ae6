import "server-only";
import type { HistoryEntry } from "@/lib/audit/queries/entries";
import { db } from "@/lib/database/db";

/** Every change of a person's name with old and new, by the moment it was made; for the roles that may see names. */
export async function listNames(traineeId: string) {
  const changes = await db.traineeName.findMany({
    where: { traineeId },
    select: { formerName: true, name: true, changedAt: true },
  });
  return new Map(changes.map(({ changedAt, ...change }) => [changedAt.getTime(), change]));
}

/** The audit keeps names masked; the entry of the same moment is told with the names themselves. */
export function withNames(entry: HistoryEntry, names: Awaited<ReturnType<typeof listNames>>): HistoryEntry {
  const change = names.get(entry.at.getTime());
  if (!change || !Object.hasOwn(Object(entry.before), "name")) return entry;
  return {
    ...entry,
    before: { ...Object(entry.before), name: change.formerName },
    after: { ...Object(entry.after), name: change.name },
  };
}
