import "server-only";
import { db } from "@/lib/database/db";
import { listObstacles, type Obstacle } from "@/lib/lesson/queries/alternatives";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { listLessonsOfCohort, listRooms } from "@/lib/lesson/queries/timetable";
import { beginAnew, placeAnew } from "@/lib/lesson/rules/shift";
import { addDays, type Day, dayFromDate, daysBetween } from "@/lib/value/calendar";

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

  const [obstacles, left, own] = await Promise.all([
    obstaclesOf(target.id, moved),
    leavingDays(moved),
    listLessonsOfCohort(target.id),
  ]);
  const standing = new Set(own.map(sameOf));
  const copies = moved.map(({ id, day, startsAt, endsAt, title, kind, classroom, trainer }) => ({
    id,
    day,
    startsAt,
    endsAt,
    title,
    kind,
    classroom,
    trainer,
    /** A copy that was used already stands in the cohort's timetable; then nothing else is in its way. */
    isCopied: standing.has(sameOf({ day, startsAt, title })),
    obstacle: obstacles.get(id) ?? null,
    hasLeft: hasLeft(left.get(trainer.id), day),
    lacksRoom: target.atBase && classroom === null,
    lacksSeats: classroom !== null && classroom.seats < target.seats,
  }));
  return { firstDay, shift, copies };
}

const sameOf = ({ day, startsAt, title }: { day: Day; startsAt: string; title: string }) =>
  `${day} ${startsAt} ${title}`;

export type Copy = NonNullable<Awaited<ReturnType<typeof findCopy>>>["copies"][number];

type Moved = Pick<LessonRecord, "id" | "day" | "startsAt" | "endsAt" | "trainer"> & {
  classroom: { number: number } | null;
};

/** Asked once for all lessons that share classroom, trainer and hours. */
async function obstaclesOf(cohortId: string, moved: Moved[]): Promise<Map<string, Obstacle>> {
  const alike = new Map<string, Moved[]>();
  for (const lesson of moved) {
    const key = [lesson.classroom?.number, lesson.trainer.id, lesson.startsAt, lesson.endsAt].join(" ");
    alike.set(key, [...(alike.get(key) ?? []), lesson]);
  }
  const found = await Promise.all(
    [...alike.values()].map(async (group) => {
      const { classroom, trainer, startsAt, endsAt } = group[0] as Moved;
      const wanted = {
        cohortIds: [cohortId],
        classroomNumber: classroom?.number ?? null,
        trainerId: trainer.id,
        startsAt,
        endsAt,
      };
      const inTheWay = await listObstacles(
        wanted,
        group.map(({ day }) => day),
      );
      const byDay = new Map(inTheWay.map((obstacle) => [obstacle.day, obstacle]));
      return group.map(({ id, day }) => [id, byDay.get(day)] as const);
    }),
  );
  return new Map(found.flat().filter((pair): pair is [string, Obstacle] => pair[1] !== undefined));
}

const hasLeft = (leftOn: Day | undefined, day: Day): boolean => leftOn !== undefined && day >= leftOn;

async function leavingDays(moved: Moved[]): Promise<Map<string, Day>> {
  const found = await db.trainer.findMany({
    where: { id: { in: moved.map(({ trainer }) => trainer.id) }, leftOn: { not: null } },
    select: { id: true, leftOn: true },
  });
  return new Map(found.map(({ id, leftOn }) => [id, dayFromDate(leftOn as Date)]));
}
