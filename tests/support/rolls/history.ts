import { db } from "@/lib/database/db";
import type { AttendanceMark } from "@/prisma/generated/enums";

type Stood = { mark?: AttendanceMark; note: string };

/** By lesson and person what every entry has made of the mark, in order. */
export async function historyOf(lessons: string[], people: string[]): Promise<Map<string, Stood[]>> {
  const entries = await db.auditEntry.findMany({
    where: {
      subjectType: "attendance",
      subjectId: { in: lessons.flatMap((lesson) => people.map((person) => `${lesson}:${person}`)) },
      verb: { in: ["attendance.take", "attendance.correct", "attendance.adopt"] },
    },
    orderBy: { id: "asc" },
    select: { subjectId: true, before: true, after: true },
  });
  const found = new Map<string, Stood[]>();
  for (const { subjectId, before, after } of entries) {
    const stood = found.get(subjectId) ?? [];
    const last = stood.at(-1) ?? { note: "" };
    const note = "note" in Object(after) || "note" in Object(before) ? { note: Object(after).note ?? "" } : {};
    stood.push({ ...last, ...Object(after), ...note });
    found.set(subjectId, stood);
  }
  return found;
}
