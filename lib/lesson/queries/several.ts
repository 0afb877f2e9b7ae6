import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type LessonRecord, listLessons } from "@/lib/lesson/queries/record";
import { Prisma } from "@/prisma/generated/client";

const begun = z.object({ id: z.string(), said: z.string() });

/** Of some lessons those that have begun or in which somebody was marked, as they are called: day, time and title. */
export async function listBegun(ids: readonly string[], tx: Tx = db) {
  const found = await tx.$queryRaw`
    SELECT l.id, l.day || ' ' || l.starts_at || ' ' || l.title AS said FROM lessons l
    WHERE l.id = ANY (${ids}::uuid[])
      AND (lower(l.during) <= base_moment() OR EXISTS (SELECT FROM attendances a WHERE a.lesson_id = l.id))
    ORDER BY l.day, l.starts_at`;
  return z.array(begun).parse(found);
}

/** The chosen lessons of a cohort's timetable, first one first, each with whether it has begun; ids that are none of its are left out. */
export async function listChosen(cohortId: string, ids: readonly string[]) {
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  const lessons: LessonRecord[] = await listLessons(
    db,
    Prisma.sql`l.cancelled_at IS NULL AND l.id = ANY (${known}::uuid[])
      AND l.id IN (SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${cohortId}::uuid)`,
  );
  const isBegun = new Set((await listBegun(known)).map(({ id }) => id));
  return lessons.map((lesson) => ({ ...lesson, isBegun: isBegun.has(lesson.id) }));
}

export type ChosenLesson = Awaited<ReturnType<typeof listChosen>>[number];
