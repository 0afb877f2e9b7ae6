import type { Day } from "@/lib/value/calendar";

type Version = { year: number; state: string; datedOn: Day; decidedAt: Date | null };

/**
 * Which of several versions of a year are in force, one a year: of plans the one that was approved last (R63), of revenues the
 * approved one of the latest day (R62). The versions come the latest day first, and hold nothing that is dated after the day asked for.
 */
export function inForce<Row extends Version>(kind: "plan" | "revenue", versions: readonly Row[]): Set<Row> {
  const found = new Map<number, Row>();
  for (const version of versions) {
    if (version.state !== "APPROVED") continue;
    const known = found.get(version.year);
    if (!known || (kind === "plan" && isLater(version.decidedAt, known.decidedAt))) found.set(version.year, version);
  }
  return new Set(found.values());
}

const isLater = (one: Date | null, other: Date | null): boolean => (one?.getTime() ?? 0) > (other?.getTime() ?? 0);
