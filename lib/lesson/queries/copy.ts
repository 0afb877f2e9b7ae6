import "server-only";
import { listClassrooms, listClosures } from "@/lib/classroom/queries";
import { db } from "@/lib/database/db";
import { findAlternatives } from "@/lib/lesson/queries/alternatives";
import { inTheWayOf, type PlannedLesson } from "@/lib/lesson/queries/in-the-way";
import { listLessonsOfCohort } from "@/lib/lesson/queries/timetable";
import { isClear } from "@/lib/lesson/rules/clear";
import { daysBetween as listDays } from "@/lib/lesson/rules/repeat";
import { beginAnew, type CopyOrder, ontoDays, placeAnew, weekdaysOf } from "@/lib/lesson/rules/shift";
import { addDays, type Day, daysBetween } from "@/lib/value/calendar";
import { listExceptions, listExceptionsAmong } from "@/lib/working-day/queries";

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

type Wish = { firstDay: Day | undefined; classroomNumber: number | null; order?: CopyOrder };

/** A timetable as it would stand for another cohort: each lesson on its new day with what is in its way there, and a way out of it. */
export async function findCopy(target: Target, sourceId: string, wish: Wish) {
  const [lessons, rooms] = await Promise.all([listLessonsOfCohort(sourceId), listClassrooms(db)]);
  const [first] = lessons;
  if (!first) return null;

  const firstDay = wish.firstDay ?? beginAnew(first.day, target.startsOn);
  const shift = daysBetween(first.day, firstDay);
  const placed = lessons.map((lesson) => {
    const was = { classroomNumber: lesson.classroom?.number ?? null };
    const number = placeAnew(was, wish, target.atBase);
    return { ...lesson, classroom: rooms.find((room) => room.number === number) ?? null };
  });
  const onto = wish.order === "TEACHING_DAYS" ? await teachingDaysFor(placed, firstDay) : undefined;
  const moved = placed
    .map((lesson) => ({ ...lesson, day: onto?.get(lesson.day) ?? addDays(lesson.day, shift) }))
    .sort((one, other) => `${one.day} ${one.startsAt}`.localeCompare(`${other.day} ${other.startsAt}`));

  const [ofPlace, own] = await Promise.all([inTheWayOf(target, moved), listLessonsOfCohort(target.id)]);
  const standing = new Set(own.map(sameOf));
  const copies = moved.map((lesson): PlannedLesson & { periods: number } => ({
    ...ofPlace(lesson),
    periods: lesson.periods,
    isCopied: standing.has(sameOf(lesson)),
  }));
  const lastDay = copies.reduce((last, { day }) => (day > last ? day : last), firstDay);
  return { firstDay, lastDay, shift, copies: await withOffers(target.id, copies) };
}

/** The n-th day of the earlier run onto the n-th teaching day: on none of the holidays, and on no day on which one of its classrooms is closed. */
async function teachingDaysFor(lessons: { day: Day; classroom: { number: number } | null }[], firstDay: Day) {
  const until = addDays(firstDay, 366);
  const days = [...new Set(lessons.map(({ day }) => day))];
  const numbers = new Set(lessons.flatMap(({ classroom }) => classroom?.number ?? []));
  const [were, are, closures] = await Promise.all([
    listExceptionsAmong(days),
    listExceptions(firstDay, until),
    listClosures({ from: firstDay, to: until }),
  ]);
  const closed = closures.filter(({ classroomNumber }) => numbers.has(classroomNumber));
  const isOpen = (day: Day) =>
    !are.some((one) => one.day === day && one.kind === "HOLIDAY") &&
    !closed.some(({ from, to }) => from < `${day} 24:00` && to > `${day} 00:00`);
  const open = listDays(firstDay, until, weekdaysOf(days, were), are, 366).filter(isOpen);
  return ontoDays(days, open);
}

/** R36: what is in the way of a copy gets the nearest free place that none of the other copies would have. */
async function withOffers(cohortId: string, copies: (PlannedLesson & { periods: number })[]): Promise<PlannedLesson[]> {
  const placeOf = ({ day, startsAt, endsAt, periods, classroom }: Omit<(typeof copies)[number], "id">) => ({
    ...{ day, startsAt, endsAt, periods, classroomNumber: classroom?.number ?? null },
  });
  const beside = copies.filter((copy) => isClear(copy)).map(placeOf);
  const found: PlannedLesson[] = [];
  for (const copy of copies) {
    if (copy.isCopied || isClear(copy)) {
      found.push(copy);
      continue;
    }
    const wanted = { ...placeOf(copy), cohortIds: [cohortId], kind: copy.kind, trainerId: copy.trainer.id };
    const [offer = null] = copy.hasLeft ? [] : await findAlternatives(wanted, db, beside);
    if (offer) beside.push(placeOf({ ...copy, ...offer }));
    found.push({ ...copy, offer });
  }
  return found;
}

const sameOf = ({ day, startsAt, title }: { day: Day; startsAt: string; title: string }) =>
  `${day} ${startsAt} ${title}`;
