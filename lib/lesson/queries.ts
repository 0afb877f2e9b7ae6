import "server-only";
import { z } from "zod";
import { addDays, type Day, dateFromDay, dayFromDate, daysOfWeek, type Week } from "@/lib/calendar";
import { listClosures } from "@/lib/classroom/queries";
import type { Clock } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { listSeatsNeeded } from "@/lib/lesson/queries/seats";
import { layOut, tally, teachingDays } from "@/lib/lesson/rules/week";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  title: true,
  kind: true,
  day: true,
  startsAt: true,
  endsAt: true,
  periods: true,
  cancelledAt: true,
  cancelReason: true,
  version: true,
  classroom: { select: { number: true, label: true, name: true, seats: true } },
  trainer: { select: { id: true, name: true } },
  cohorts: {
    orderBy: { cohort: { number: "asc" } },
    select: {
      cohort: {
        select: {
          id: true,
          number: true,
          title: true,
          seats: true,
          state: true,
          atBase: true,
          place: true,
          startsOn: true,
          endsOn: true,
        },
      },
    },
  },
  _count: { select: { trainees: true } },
} satisfies Prisma.LessonSelect;

type Found = Prisma.LessonGetPayload<{ select: typeof shown }>;

async function told(tx: Tx, found: Found[]): Promise<LessonRecord[]> {
  const needed = await listSeatsNeeded(
    tx,
    found.map(({ id }) => id),
  );
  return found.map((lesson) => recordOf(lesson, needed.get(lesson.id) ?? 0));
}

function recordOf({ day, cohorts, _count, ...lesson }: Found, seatsNeeded: number) {
  return {
    ...lesson,
    day: dayFromDate(day),
    cohorts: cohorts.map(({ cohort: { startsOn, endsOn, ...cohort } }) => ({
      ...cohort,
      startsOn: dayFromDate(startsOn),
      endsOn: dayFromDate(endsOn),
    })),
    /** R37: what the law sets against the seats of the classroom. */
    seatsNeeded,
    /** Who has a place in its cohorts, and so is expected. */
    expected: _count.trainees,
    /** Who is expected; while nobody is confirmed, the seats that are kept. */
    heads: _count.trainees || seatsNeeded,
  };
}

export type LessonRecord = ReturnType<typeof recordOf>;

const inOrder = [{ day: "asc" }, { startsAt: "asc" }, { id: "asc" }] satisfies Prisma.LessonOrderByWithRelationInput[];

/** One lesson, cancelled ones too. */
export async function findLesson(id: string, tx: Tx = db): Promise<LessonRecord | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await tx.lesson.findUnique({ where: { id }, select: shown });
  const [lesson = null] = found ? await told(tx, [found]) : [];
  return lesson;
}

/** The timetable of a cohort, first lesson first; joint lessons name the others too. */
export async function listLessonsOfCohort(cohortId: string): Promise<LessonRecord[]> {
  const found = await db.lesson.findMany({
    where: { cancelledAt: null, cohorts: { some: { cohortId } } },
    orderBy: inOrder,
    select: shown,
  });
  return told(db, found);
}

/** What is taught on a day, in the order it begins. */
export const listLessonsOfDay = (day: Day): Promise<LessonRecord[]> => listLessonsBetween(day, day);

/** The figure 正在使用的教室: in how many of the classrooms a lesson goes on at a time of a day. */
export async function countClassroomsInUse(day: Day, at: Clock): Promise<number> {
  const found = await db.lesson.groupBy({
    by: ["classroomNumber"],
    where: {
      cancelledAt: null,
      day: dateFromDay(day),
      classroomNumber: { not: null },
      startsAt: { lte: at },
      endsAt: { gt: at },
    },
  });
  return found.length;
}

/** A week as a table of half-days: by classroom with what is out of service, or by trainer. */
export async function listWeek(week: Week, by: "room" | "trainer") {
  const all = daysOfWeek(week);
  const [monday, sunday] = [all[0] as Day, all[6] as Day];
  const lessons = await listLessonsBetween(monday, sunday);
  const days = teachingDays(all, lessons);
  const rows =
    by === "room" ? await rowsOfClassrooms(days, lessons, monday, sunday) : await rowsOfTrainers(days, lessons, monday);
  return {
    week,
    days,
    rows,
    count: tally(rows.map(({ halves }) => halves)),
    outside: lessons.filter(({ classroom }) => classroom === null),
  };
}

export type WeekTable = Awaited<ReturnType<typeof listWeek>>;

async function rowsOfClassrooms(days: Day[], lessons: LessonRecord[], from: Day, to: Day) {
  const [rooms, closures] = await Promise.all([listRooms(), listClosures({ from, to: addDays(to, 1) })]);
  return rooms.map(({ number, label, name, seats }) => {
    const mine = lessons.filter(({ classroom }) => classroom?.number === number);
    const closed = closures.filter(({ classroomNumber }) => classroomNumber === number);
    return { id: String(number), label, name, seats, halves: layOut(days, mine, closed) };
  });
}

/** Everybody who teaches at the base, and whoever has left but still stands in this week. */
async function rowsOfTrainers(days: Day[], lessons: LessonRecord[], monday: Day) {
  const trainers = await db.trainer.findMany({
    where: {
      OR: [
        { leftOn: null },
        { leftOn: { gt: dateFromDay(monday) } },
        { id: { in: lessons.map(({ trainer }) => trainer.id) } },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return trainers.map(({ id, name }) => ({
    id,
    label: "",
    name,
    seats: undefined,
    halves: layOut(
      days,
      lessons.filter(({ trainer }) => trainer.id === id),
    ),
  }));
}

async function listLessonsBetween(from: Day, to: Day): Promise<LessonRecord[]> {
  const found = await db.lesson.findMany({
    where: { cancelledAt: null, day: { gte: dateFromDay(from), lte: dateFromDay(to) } },
    orderBy: inOrder,
    select: shown,
  });
  return told(db, found);
}

export const listRooms = (tx: Tx = db) =>
  tx.classroom.findMany({ orderBy: { number: "asc" }, select: { number: true, label: true, name: true, seats: true } });

/** Cohorts that may be timetabled: not closed, cancelled or rejected, and not over. */
export async function listCohortsToBook(from: Day) {
  const found = await db.cohort.findMany({
    where: { state: { notIn: ["CLOSED", "CANCELLED", "REJECTED"] }, endsOn: { gte: dateFromDay(from) } },
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
