import "server-only";
import { z } from "zod";
import { allClassrooms, type Closure, closuresWithin, type Room } from "@/lib/classroom/queries";
import { db, type Tx } from "@/lib/database/db";
import { provided, together } from "@/lib/database/together";
import { type LessonRecord, lessonsWhere, listLessons } from "@/lib/lesson/queries/record";
import { overStates } from "@/lib/lesson/rules/booking";
import { type HalfDay, layOut, tally, teachingDays } from "@/lib/lesson/rules/week";
import { listLeaves } from "@/lib/trainer-leave/queries";
import { addDays, type Day, dateFromDay, dayFromDate, daysOfWeek, type Week } from "@/lib/value/calendar";
import { exceptionsWithin } from "@/lib/working-day/queries";
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
export const lessonsOfDay = (day: Day) => lessonsWhere(between(day, day));

/** They by themselves. */
export const listLessonsOfDay = (day: Day): Promise<LessonRecord[]> => listLessonsBetween(day, day);

/** A week as a table of half-days, with its holidays and make-up days: by classroom with what is out of service, or by trainer. */
export async function listWeek(week: Week, by: "room" | "trainer") {
  const all = daysOfWeek(week);
  const [monday, sunday] = [all[0] as Day, all[6] as Day];
  const { lessons, exceptions, rooms, closures } = await together(db, {
    lessons: lessonsWhere(between(monday, sunday)),
    exceptions: exceptionsWithin(monday, sunday),
    rooms: provided(by === "room", allClassrooms),
    closures: provided(by === "room", closuresWithin({ from: monday, to: addDays(sunday, 1) })),
  });
  const days = teachingDays(all, lessons, exceptions);
  const rows =
    by === "room"
      ? rowsOfClassrooms(days, lessons, rooms, closures)
      : await rowsOfTrainers(days, lessons, monday, sunday);
  return {
    week,
    days,
    exceptions,
    rows,
    count: tally(rows.map(({ halves }) => halves)),
    outside: lessons.filter(({ classroom }) => classroom === null),
  };
}

export type WeekTable = Awaited<ReturnType<typeof listWeek>>;

/** The week of one classroom, as the table of all of them has it. */
export async function listWeekOfClassroom(week: Week, number: number): Promise<WeekTable> {
  const table = await listWeek(week, "room");
  const rows = table.rows.filter(({ id }) => id === String(number));
  return { ...table, rows, count: tally(rows.map(({ halves }) => halves)), outside: [] };
}

/** A classroom with its seats, or a trainer. */
type WeekRow = {
  id: string;
  label: string;
  name: string;
  seats: number | undefined;
  halves: HalfDay<LessonRecord>[];
};

function rowsOfClassrooms(days: Day[], lessons: LessonRecord[], rooms: Room[], closures: Closure[]): WeekRow[] {
  return rooms.map(({ number, label, name, seats }) => {
    const mine = lessons.filter(({ classroom }) => classroom?.number === number);
    const closed = closures.filter(({ classroomNumber }) => classroomNumber === number);
    return { id: String(number), label, name, seats, halves: layOut(days, mine, closed) };
  });
}

/** Everybody who teaches at the base, and whoever has left but still stands in this week; why somebody is on leave is not for the door. */
async function rowsOfTrainers(days: Day[], lessons: LessonRecord[], monday: Day, sunday: Day): Promise<WeekRow[]> {
  const [leaves, trainers] = await Promise.all([
    listLeaves({ from: monday, to: sunday }),
    db.trainer.findMany({
      where: {
        OR: [
          { leftOn: null },
          { leftOn: { gt: dateFromDay(monday) } },
          { id: { in: lessons.map(({ trainer }) => trainer.id) } },
        ],
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  ]);
  return trainers.map(({ id, name }) => ({
    id,
    label: "",
    name,
    seats: undefined,
    halves: layOut(
      days,
      lessons.filter(({ trainer }) => trainer.id === id),
      leaves
        .filter(({ trainerId }) => trainerId === id)
        .map(({ startsOn, endsOn }) => ({ reason: "", from: `${startsOn} 00:00`, to: `${endsOn} 24:00` })),
    ),
  }));
}

const listLessonsBetween = (from: Day, to: Day): Promise<LessonRecord[]> => listLessons(db, between(from, to));

const between = (from: Day, to: Day): Prisma.Sql =>
  Prisma.sql`l.cancelled_at IS NULL AND l.day BETWEEN ${dateFromDay(from)}::date AND ${dateFromDay(to)}::date`;

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
