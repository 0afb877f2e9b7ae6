import "server-only";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { holdCohorts, holdTogether } from "@/lib/lesson/commands/hold";
import { listBegun } from "@/lib/lesson/queries/several";
import type { ChosenLessons } from "@/lib/lesson/schema/several";
import { Refusal } from "@/lib/refusal/refusal";
import { dayFromDate } from "@/lib/value/calendar";

/**
 * Several lessons as their page showed them, with all cohorts, classrooms and trainers they take or will take, in the order of all locks;
 * comes out the latest first. One that has begun, was marked, cancelled or changed meanwhile stops them all, and is named.
 */
export async function holdSeveral(tx: Tx, chosen: ChosenLessons, next: Partial<Taking> = {}) {
  const seen = new Map(chosen.map(({ lessonId, version }) => [lessonId, version]));
  const ids = [...seen.keys()];
  if (ids.length === 0) throw new Refusal("INPUT_WRONG", { field: "lessons", case: "NO_LESSONS" });
  const parts = await tx.lessonCohort.findMany({ where: { lessonId: { in: ids } }, select: { cohortId: true } });
  await holdCohorts(tx, [...new Set(parts.map(({ cohortId }) => cohortId))]);
  if ((await hold(tx, "lessons", ...ids)) < ids.length)
    throw new Refusal("INPUT_WRONG", { field: "lessons", case: "UNKNOWN_LESSON" });

  const lessons = await tx.lesson.findMany({ where: { id: { in: ids } }, orderBy: latestFirst, select: held });
  refuseChanged(lessons, seen);
  await refuseBegun(tx, ids);
  await holdTogether(
    tx,
    lessons.flatMap((lesson) => [lesson, { ...lesson, ...next }]),
  );
  return lessons.map(({ id: lessonId, day, ...lesson }) => ({ ...lesson, lessonId, day: dayFromDate(day) }));
}

type Taking = { classroomNumber: number; trainerId: string };

const latestFirst = [{ day: "desc" as const }, { startsAt: "desc" as const }, { id: "desc" as const }];
const held = {
  ...{ id: true, version: true, title: true, kind: true, day: true, startsAt: true, endsAt: true },
  ...{ classroomNumber: true, trainerId: true },
} as const;

type Held = { id: string; version: number; title: string; day: Date; startsAt: string };

/** I27: a cancelled one has another version too. */
function refuseChanged(lessons: readonly Held[], seen: Map<string, number>): void {
  const changed = lessons.filter(({ id, version }) => version !== seen.get(id));
  if (changed.length === 0) return;
  const which = changed.map(({ day, startsAt, title }) => `${dayFromDate(day)} ${startsAt} ${title}`).reverse();
  throw new Refusal("STALE", { field: "lessons", case: "LESSONS", count: which.length, which });
}

async function refuseBegun(tx: Tx, ids: string[]): Promise<void> {
  const which = (await listBegun(ids, tx)).map(({ said }) => said);
  if (which.length > 0)
    throw new Refusal("WRONG_STATE", { field: "lessons", case: "LESSONS_BEGUN", count: which.length, which });
}
