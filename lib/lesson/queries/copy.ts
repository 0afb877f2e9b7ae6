import "server-only";
import { db } from "@/lib/database/db";
import { inTheWayOf, type PlannedLesson } from "@/lib/lesson/queries/in-the-way";
import { listLessonsOfCohort, listRooms } from "@/lib/lesson/queries/timetable";
import { beginAnew, placeAnew } from "@/lib/lesson/rules/shift";
import { addDays, type Day, daysBetween } from "@/lib/value/calendar";

type Target = { id: string; startsOn: Day; seats: number; atBase: boolean };

/** The runs whose timetable a cohort can take over: those of its course, the latest first, and the one it was asked for. */
export async function listTimetablesToCopy(cohortId: string, asked: string | undefined) {
  const { courseId } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { courseId: true } });
  return db.cohort.findMany({
    where: {
      id: { not: cohortId },
      lessons: { some: { cancelled: false } },
      OR: [{ courseId }, ...(asked ? [{ id: asked }] : [])],
    },
    orderBy: [{ startsOn: "desc" }, { number: "desc" }],
    take: 50,
    select: { id: true, number: true, title: true },
  });
}

/** A timetable as it would stand for another cohort: each lesson on its new day with what is in its way there. */
export async function findCopy(
  target: Target,
  sourceId: string,
  wish: { firstDay: Day | undefined; classroomNumber: number | null },
) {
  const [lessons, rooms] = await Promise.all([listLessonsOfCohort(sourceId), listRooms(db)]);
  const [first] = lessons;
  if (!first) return null;

  const firstDay = wish.firstDay ?? beginAnew(first.day, target.startsOn);
  const shift = daysBetween(first.day, firstDay);
  const moved = lessons.map((lesson) => {
    const was = { classroomNumber: lesson.classroom?.number ?? null };
    const number = placeAnew(was, wish, target.atBase);
    return {
      ...lesson,
      day: addDays(lesson.day, shift),
      classroom: rooms.find((room) => room.number === number) ?? null,
    };
  });

  const [ofPlace, own] = await Promise.all([inTheWayOf(target, moved), listLessonsOfCohort(target.id)]);
  const standing = new Set(own.map(sameOf));
  const copies = moved.map((lesson): PlannedLesson => ({ ...ofPlace(lesson), isCopied: standing.has(sameOf(lesson)) }));
  return { firstDay, shift, copies };
}

const sameOf = ({ day, startsAt, title }: { day: Day; startsAt: string; title: string }) =>
  `${day} ${startsAt} ${title}`;
