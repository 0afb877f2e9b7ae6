import { db } from "@/lib/database/db";
import { dropOut, markNoShow } from "@/lib/enrolment/commands/leave";
import { approveTransfer, transfer } from "@/lib/enrolment/commands/transfer";
import { cancelLesson, moveLesson } from "@/lib/lesson/commands/change";
import { addDays } from "@/lib/value/calendar";
import { first, type Term } from "./term";

const reason = "演练";

/** The lesson goes into the evening, or where it has not begun. */
export async function move(term: Term, { lessonId, ahead }: { lessonId: string; ahead: boolean }) {
  const { title, kind, version } = await db.lesson.findUniqueOrThrow({
    where: { id: lessonId },
    select: { title: true, kind: true, version: true },
  });
  const evening = term.today.indexOf(lessonId) === 0 ? ["18:00", "19:30"] : ["20:00", "21:30"];
  const [startsAt, endsAt] = evening as [string, string];
  const day = ahead ? addDays(term.on, 3_000) : term.on;
  const { trainerId } = term;
  const input = { lessonId, version, title, kind, trainerId, classroomNumber: null, day, startsAt, endsAt };
  await moveLesson({ ...term.desk, today: term.on }, input);
  return ahead ? "ahead" : "into the evening";
}

export async function cancel(term: Term, lessonId: string) {
  const { version } = await db.lesson.findUniqueOrThrow({ where: { id: lessonId }, select: { version: true } });
  await cancelLesson({ ...term.desk, today: term.on }, { lessonId, version, reason });
  return "cancelled";
}

/** Somebody drops out, never came, or goes over to the other cohort. */
export async function leave(term: Term, { nth, how }: { nth: number; how: number }) {
  const enrolmentId = term.enrolments[nth % term.enrolments.length] as string;
  const { version } = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId }, select: { version: true } });
  const actor = { ...term.desk, today: term.on };
  // Often it is written down a day later.
  const since = { ...actor, today: addDays(term.on, -(nth % 2)) };
  if (how % 3 === 0) await dropOut(since, { enrolmentId, version, reason });
  if (how % 3 === 1) await markNoShow(actor, { enrolmentId, version, reason });
  if (how % 3 < 2) return ["dropped out", "never came"][how % 3] as string;

  // After the first days nobody moves any more: the paper is of the first.
  const early = { ...term.desk, today: addDays(first, 1) };
  const { outcome } = await transfer(early, { enrolmentId, version, reason, toCohortId: term.cohorts[1] });
  if (outcome === "REQUESTED")
    await approveTransfer({ ...term.head, today: early.today }, { enrolmentId, version: version + 1, reason });
  return "moved to the other cohort";
}
