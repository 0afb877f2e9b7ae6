import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Day, dateFromDay, dayFromDate, yearOf } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";

const row = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  speciality: z.string(),
  leftOn: z.date().nullable(),
  periods: z.number(),
  lessons: z.number(),
  coming: z.number(),
});

/** Everybody who teaches or taught, with the 课时 of the year that are over, and the lessons still to come. */
export async function listTrainers(today: Day) {
  const found = await db.$queryRaw`
    SELECT t.id, t.name, t.unit, t.speciality, t.left_on AS "leftOn",
      coalesce(sum(l.periods) FILTER (WHERE is_over(l.during)), 0)::int AS periods,
      count(l.id) FILTER (WHERE is_over(l.during))::int AS lessons,
      count(l.id) FILTER (WHERE NOT is_over(l.during))::int AS coming
    FROM trainers t LEFT JOIN lessons l ON l.trainer_id = t.id AND l.cancelled_at IS NULL AND extract(year FROM l.day) = ${yearOf(today)}::int
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

/** One trainer with the lessons of a year, first one first; asked once a request. */
export const findTrainer = cache(async (id: string, year: number) => {
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
          day: { gte: dateFromDay(firstDay(year)), lte: dateFromDay(lastDay(year)) },
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
      WHERE trainer_id = ${id}::uuid AND cancelled_at IS NULL AND extract(year FROM day) = ${year}::int AND is_over(during)`,
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
