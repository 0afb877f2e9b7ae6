import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type LessonRecord, lessonsWhere, listLessons } from "@/lib/lesson/queries/record";
import { taught } from "@/lib/lesson/queries/scope";
import { overStates } from "@/lib/lesson/rules/booking";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** One lesson, cancelled ones too. */
export async function findLesson(id: string, tx: Tx = db): Promise<LessonRecord | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [lesson = null] = await listLessons(tx, Prisma.sql`l.id = ${id}::uuid`);
  return lesson;
}

/** The timetable of a cohort, first lesson first; joint lessons name the others too. */
export const listLessonsOfCohort = (cohortId: string): Promise<LessonRecord[]> =>
  listLessons(
    db,
    Prisma.sql`l.cancelled_at IS NULL AND l.id IN (SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${cohortId}::uuid)`,
  );

/** What is taught on a day, in the order it begins: the question, for a page that asks others with it. */
export const lessonsOfDay = (day: Day) => lessonsWhere(taught(day, day));

/** They by themselves. */
export const listLessonsOfDay = (day: Day): Promise<LessonRecord[]> => listLessons(db, taught(day, day));

/** Cohorts that may be timetabled: not closed, cancelled or rejected, and not over. */
export async function listCohortsToBook(from: Day) {
  const found = await db.cohort.findMany({
    where: { state: { notIn: [...overStates] }, endsOn: { gte: dateFromDay(from) } },
    orderBy: [{ startsOn: "asc" }, { number: "asc" }],
    select: {
      id: true,
      number: true,
      title: true,
      startsOn: true,
      endsOn: true,
      atBase: true,
      place: true,
      seats: true,
      confirmed: true,
    },
  });
  return found.map((cohort) => ({
    ...cohort,
    startsOn: dayFromDate(cohort.startsOn),
    endsOn: dayFromDate(cohort.endsOn),
  }));
}

export type CohortToBook = Awaited<ReturnType<typeof listCohortsToBook>>[number];

/** R41: 课时 of a cohort on a day, one lesson left out. */
export async function totalPeriods(tx: Tx, cohortId: string, day: Day, exceptLessonId?: string): Promise<number> {
  const { _sum } = await tx.lesson.aggregate({
    where: {
      day: dateFromDay(day),
      cancelledAt: null,
      cohorts: { some: { cohortId } },
      ...(exceptLessonId && { id: { not: exceptLessonId } }),
    },
    _sum: { periods: true },
  });
  return _sum.periods ?? 0;
}
