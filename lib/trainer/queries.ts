import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { type Question, told } from "@/lib/database/together";
import { type Day, dateFromDay, dayFromDate, yearOf } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  speciality: z.string(),
  leftOn: z.date().nullable(),
  periods: z.number(),
  lessons: z.number(),
  coming: z.number(),
  allPeriods: z.number(),
});

/** Everybody who teaches or taught, with the 课时 of the year and of all years that are over, and the lessons of the year still to come. */
export async function listTrainers(today: Day, tx: Tx = db) {
  const found = await tx.$queryRaw`
    SELECT t.id, t.name, t.unit, t.speciality, t.left_on AS "leftOn",
      coalesce(sum(l.periods) FILTER (WHERE l.over AND l.year = asked.year), 0)::int AS periods,
      count(l.id) FILTER (WHERE l.over AND l.year = asked.year)::int AS lessons,
      count(l.id) FILTER (WHERE NOT l.over AND l.year = asked.year)::int AS coming,
      coalesce(sum(l.periods) FILTER (WHERE l.over), 0)::int AS "allPeriods"
    FROM trainers t CROSS JOIN (SELECT ${yearOf(today)}::int AS year) AS asked
    LEFT JOIN (SELECT id, trainer_id, periods, extract(year FROM day) AS year,
        extract(year FROM day) < ${yearOf(today)}::int OR extract(year FROM day) = ${yearOf(today)}::int AND is_over(during) AS over
      FROM lessons WHERE cancelled_at IS NULL) AS l ON l.trainer_id = t.id
    GROUP BY t.id ORDER BY t.left_on NULLS FIRST, t.name, t.id`;
  return z
    .array(row)
    .parse(found)
    .map(({ leftOn, ...trainer }) => ({ ...trainer, leftOn: leftOn && dayFromDate(leftOn) }));
}

/** Who can be booked on a day. */
export const listTrainersToBook = (day: Day) =>
  db.trainer.findMany({
    where: { OR: [{ leftOn: null }, { leftOn: { gt: dateFromDay(day) } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, speciality: true },
  });

const over = z.array(z.object({ id: z.string() }));

const yearRow = z.object({ year: z.number(), periods: z.number(), lessons: z.number(), coming: z.number() });

/** R40: what a trainer has taught by the years, and what is still to come; derived from the lessons, the newest year first. */
export const listTaughtYears = (id: string) =>
  rows(
    db,
    yearRow,
    Prisma.sql`
    SELECT extract(year FROM day)::int AS year, coalesce(sum(periods) FILTER (WHERE is_over(during)), 0)::int AS periods,
      count(*) FILTER (WHERE is_over(during))::int AS lessons, count(*) FILTER (WHERE NOT is_over(during))::int AS coming
    FROM lessons WHERE trainer_id = ${id}::uuid AND cancelled_at IS NULL GROUP BY 1 ORDER BY 1 DESC`,
  );

export type TaughtYear = Awaited<ReturnType<typeof listTaughtYears>>[number];

/** One trainer with the lessons of a year, or of all, first one first; asked once a request. */
export const findTrainer = cache(async (id: string, year: number | null) => {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await db.trainer.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      unit: true,
      speciality: true,
      leftOn: true,
      version: true,
      lessons: {
        where: {
          cancelledAt: null,
          ...(year !== null && { day: { gte: dateFromDay(firstDay(year)), lte: dateFromDay(lastDay(year)) } }),
        },
        orderBy: [{ day: "asc" }, { startsAt: "asc" }],
        select: {
          id: true,
          title: true,
          day: true,
          startsAt: true,
          endsAt: true,
          periods: true,
          classroom: { select: { label: true, name: true } },
          cohorts: { select: { cohort: { select: { number: true } } } },
        },
      },
    },
  });
  if (!found) return null;

  const { leftOn, lessons, ...trainer } = found;
  const given = over.parse(
    await db.$queryRaw`
      SELECT id FROM lessons
      WHERE trainer_id = ${id}::uuid AND cancelled_at IS NULL AND is_over(during)
        AND (${year}::int IS NULL OR extract(year FROM day) = ${year}::int)`,
  );
  const isGiven = new Set(given.map((lesson) => lesson.id));
  return {
    ...trainer,
    /** I35: 课时 of the lessons that are over, as the law counts them. */
    held: lessons.reduce((held, lesson) => held + (isGiven.has(lesson.id) ? lesson.periods : 0), 0),
    leftOn: leftOn && dayFromDate(leftOn),
    lessons: lessons.map(({ day, cohorts, ...lesson }) => ({
      ...lesson,
      isGiven: isGiven.has(lesson.id),
      day: dayFromDate(day),
      cohorts: cohorts.map(({ cohort }) => cohort.number),
    })),
  };
});

export type TrainerRecord = NonNullable<Awaited<ReturnType<typeof findTrainer>>>;

const named = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  speciality: z.string(),
  leftOn: told.day.nullable(),
});

/** U06: everybody who teaches or taught, by what they are found by; so few that the box reads them and chooses. */
export const trainersToFind: Question<typeof named> = {
  asks: Prisma.sql`SELECT id, name, unit, speciality, left_on FROM trainers ORDER BY left_on DESC NULLS FIRST, name, id`,
  shape: named,
};
