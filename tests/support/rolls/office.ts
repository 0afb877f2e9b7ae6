import type { OutLine } from "@/components/attendance/outbox";
import { adoptPending, discardPending } from "@/lib/attendance/commands/decide";
import { takeRoll } from "@/lib/attendance/commands/take";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { AttendanceMark } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import type { Tap } from "./pages";
import { versionsOf } from "./scene";
import type { Term } from "./term";

const reason = "演练";

/** Staff at a desk take the roll of some people, on what stands or on a page that is old. */
export async function desk(term: Term, { lessonId, taps, stale }: { lessonId: string; taps: Tap[]; stale: boolean }) {
  const people = await db.traineeLesson.findMany({ where: { lessonId }, select: { traineeId: true } });
  if (people.length === 0) return "nobody";
  const lines = new Map(taps.map(({ person, ...tap }) => [people[person % people.length]?.traineeId ?? "", tap]));
  const seen: Record<string, number> = stale ? {} : await versionsOf(lessonId);
  // The desk may be that of somebody whose phone is in class.
  const actor = stale ? term.phones[0].actor : term.desk;
  const told = await rollAtDesk(term, actor, lessonId, {
    lines: [...lines].map(([traineeId, tap]) => ({ traineeId, ...tap, version: seen[traineeId] ?? 0 })),
    reason: taps.length > 1 ? reason : undefined,
  });
  return `${told.taken} taken, ${told.pending} pending`;
}

type Wish = { lines: OutLine[]; reason?: string | undefined };

/** A roll at a desk is told to the person there at once. */
export async function rollAtDesk({ paper }: Term, actor: Actor, lessonId: string, { lines, reason: why }: Wish) {
  const told = await takeRoll(actor, {
    lessonId,
    traineeIds: lines.map(({ traineeId }) => traineeId),
    marks: lines.map(({ mark }) => mark),
    notes: lines.map(({ note }) => note),
    versions: lines.map(({ version }) => version),
    reason: why,
  });
  paper.took(actor.id, lessonId, lines, told);
  paper.showed(lessonId, lines, told);
  return told;
}

/** Somebody decides on what waits: the sender, another at the base or the county. */
export async function decide(term: Term, { nth, adopts }: { nth: number; adopts: boolean }) {
  const waiting = await db.pendingMark.findMany({
    where: { lessonId: { in: term.lessons }, state: "OPEN" },
    orderBy: { id: "desc" },
    take: 4,
    select: { id: true },
  });
  const pendingId = waiting[nth % Math.max(waiting.length, 1)]?.id;
  if (!pendingId) return "nothing waits";
  const actor = [term.desk, term.head, term.county][nth % 3] as Actor;
  await (adopts ? adoptPending(actor, { pendingId }) : discardPending(actor, { pendingId, reason }));
  return adopts ? "adopted" : "discarded";
}

/** A hand at psql writes another mark over one that stands, under the version it has; the law refuses it (I36). */
export async function overwrite(term: Term, { lessonId, nth }: { lessonId: string; nth: number }) {
  const marks = await db.attendance.findMany({ where: { lessonId }, select: { traineeId: true, mark: true } });
  const one = marks[nth % Math.max(marks.length, 1)];
  if (!one) return "no mark stands";
  const other = Object.values(AttendanceMark).find((mark) => mark !== one.mark);
  await sql(
    "app",
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id, before, after)
       VALUES ('psql', '-', 'attendance.correct', 'attendance', '${lessonId}:${one.traineeId}', '{}', '{"mark": "${other}"}');
     UPDATE attendances SET mark = '${other}', pending_id = NULL, marked_by_id = '${term.desk.id}'
       WHERE lesson_id = '${lessonId}' AND trainee_id = '${one.traineeId}'`,
  );
  return "overwritten by hand";
}
