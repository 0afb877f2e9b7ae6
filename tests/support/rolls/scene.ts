import { takeRoll } from "@/lib/attendance/commands/take";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db, transaction } from "@/lib/database/db";
import { type Day, day } from "@/lib/value/calendar";
import type { AttendanceMark } from "@/prisma/generated/enums";
import * as make from "@/tests/support/make";

/** A cohort off the base in progress, with lessons of four 课时 on these days and so many people in training. */
export async function inClass({ people = 2, days = [day("2018-08-07")] }: { people?: number; days?: Day[] } = {}) {
  const startsOn = days[0] as Day;
  const cohort = await make.cohort({ startsOn, endsOn: day("2037-12-31"), atBase: false, place: "扎格村", seats: 30 });
  const lessons: string[] = [];
  for (const on of days) lessons.push((await make.lesson({ cohorts: [cohort.id], day: on, classroomNumber: null })).id);
  const enrolments = [];
  for (let n = 0; n < people; n++) enrolments.push(await make.enrolment(cohort.id, { state: "IN_TRAINING" }));
  await led(cohort.id, "IN_PROGRESS");
  return {
    ...cohort,
    lessons,
    lesson: lessons[0] as string,
    enrolments,
    people: enrolments.map(({ traineeId }) => traineeId),
  };
}

/** Leads a cohort to its next state. */
export const led = (cohortId: string, state: "IN_PROGRESS" | "EXAM") =>
  transaction(async (tx) => {
    await recordAudit(tx, make.actor(), "cohort.start", { type: "cohort", id: cohortId });
    await tx.cohort.update({ where: { id: cohortId }, data: { state }, select: { id: true } });
  });

type Roll = Record<string, AttendanceMark>;

/** Takes a roll on what its taker has seen: the versions that stand, or others. */
export async function roll(actor: Actor, lessonId: string, marks: Roll, seen?: Record<string, number>) {
  const standing = seen ?? (await versionsOf(lessonId));
  const traineeIds = Object.keys(marks);
  return takeRoll(actor, {
    lessonId,
    traineeIds,
    marks: traineeIds.map((id) => marks[id] as AttendanceMark),
    versions: traineeIds.map((id) => standing[id] ?? 0),
  });
}

export async function versionsOf(lessonId: string): Promise<Record<string, number>> {
  const found = await db.attendance.findMany({ where: { lessonId }, select: { traineeId: true, version: true } });
  return Object.fromEntries(found.map(({ traineeId, version }) => [traineeId, version]));
}

/** The marks of a lesson by person. */
export async function marksOf(lessonId: string): Promise<Roll> {
  const found = await db.attendance.findMany({ where: { lessonId }, select: { traineeId: true, mark: true } });
  return Object.fromEntries(found.map(({ traineeId, mark }) => [traineeId, mark]));
}

/** What waits for a word about a lesson. */
export const pendingOf = (lessonId: string) =>
  db.pendingMark.findMany({
    where: { lessonId, state: "OPEN" },
    orderBy: { id: "asc" },
    select: { id: true, traineeId: true, mark: true, cause: true, seenVersion: true, sentById: true },
  });
