import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  id: z.string(),
  title: z.string(),
  day: told.day,
  startsAt: z.string(),
  endsAt: z.string(),
  classroom: z.string().nullable(),
  trainer: z.string(),
  cohorts: z.array(z.string()),
  total: z.number(),
});

type Limits = { today: Day; shown: number; mostCounted: number };

/** U06: lessons of a day, or whose title begins with the words; those to come first, the nearest of all before the others. */
export const lessonsFound = (
  asked: { day?: Day | undefined; title: string },
  limits: Limits,
): Question<typeof row> => ({
  asks: Prisma.sql`
    SELECT l.id, l.title, l.day, l.starts_at, l.ends_at, r.label AS classroom, t.name AS trainer, l.total,
      (SELECT coalesce(json_agg(c.number ORDER BY c.number), '[]')
        FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id) AS cohorts
    FROM (SELECT *, count(*) OVER () AS total
      FROM (SELECT * FROM lessons WHERE cancelled_at IS NULL AND ${asked.day ? ofDay(asked.day) : begins(asked.title)}
        LIMIT ${Prisma.raw(`${20 * limits.mostCounted}`)}) AS read
      ORDER BY ${nearest(limits.today)} LIMIT ${Prisma.raw(`${limits.shown}`)}) AS l
    JOIN trainers t ON t.id = l.trainer_id LEFT JOIN classrooms r ON r.number = l.classroom_number
    ORDER BY ${nearest(limits.today)}`,
  shape: row,
});

const ofDay = (day: Day): Prisma.Sql => Prisma.sql`day = ${dateFromDay(day)}::date`;

/** A range of the index on lower(title). */
function begins(title: string): Prisma.Sql {
  const words = title.toLowerCase();
  return Prisma.sql`lower(title) >= ${words}::text AND lower(title) < ${`${words}\u{10FFFF}`}::text`;
}

const nearest = (today: Day): Prisma.Sql =>
  Prisma.sql`day < ${dateFromDay(today)}::date, abs(day - ${dateFromDay(today)}::date), starts_at, id`;
