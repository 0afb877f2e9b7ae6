import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { lessonsWhere } from "@/lib/lesson/queries/record";
import { choicesWithin, taught } from "@/lib/lesson/queries/scope";
import { listWeek } from "@/lib/lesson/queries/week";
import type { Scope } from "@/lib/lesson/rules/scope";
import type { View } from "@/lib/lesson/rules/view";
import { type Day, type Month, weekOf } from "@/lib/value/calendar";
import { firstDay, lastDay, monthOf } from "@/lib/value/period";
import { exceptionsWithin } from "@/lib/working-day/queries";
import { Prisma } from "@/prisma/generated/client";

/** What a view shows and what it can be narrowed to, in one statement; of a day of a month so many lessons by name. */
export async function findView({ by, day, of }: View, most: number) {
  if (by === "day") return { by, ...(await listDay(day, of)) };
  if (by === "month") return { by, ...(await listMonth(monthOf(day), most, of)) };
  return { by, ...(await listWeek(weekOf(day), by, of)) };
}

/** A day's lessons in the order they begin. */
async function listDay(day: Day, of?: Scope) {
  const { lessons, exceptions, ...choices } = await together(db, {
    lessons: lessonsWhere(taught(day, day, of)),
    exceptions: exceptionsWithin(day, day),
    ...choicesWithin(day, day, of),
  });
  return { day, lessons, exceptions, choices };
}

const named = z.object({
  id: z.string(),
  day: told.day,
  startsAt: z.string(),
  title: z.string(),
  room: z.string().nullable(),
  numbers: z.array(z.string()),
  /** How many lessons the day has, named here or not. */
  count: z.number(),
});

/** A month's days with how many lessons each has; the first of them by name, since a full day has more than a cell can hold. */
async function listMonth(month: Month, most: number, of?: Scope) {
  const [from, to] = [firstDay(month), lastDay(month)];
  const { lessons, exceptions, ...choices } = await together(db, {
    lessons: namedWithin(from, to, most, of),
    exceptions: exceptionsWithin(from, to),
    ...choicesWithin(from, to, of),
  });
  return { month, lessons, exceptions, choices };
}

export type MonthTable = Awaited<ReturnType<typeof listMonth>>;

const namedWithin = (from: Day, to: Day, most: number, of: Scope | undefined): Question<typeof named> => ({
  asks: Prisma.sql`
    SELECT m.id, m.day, m.starts_at, m.title, m.count, r.label AS room,
      ARRAY(SELECT c.number FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = m.id ORDER BY c.number) AS numbers
    FROM (
      SELECT l.id, l.day, l.starts_at, l.title, l.classroom_number, count(*) OVER (PARTITION BY l.day)::int AS count,
        row_number() OVER (PARTITION BY l.day ORDER BY l.starts_at, l.classroom_number, l.id) AS place
      FROM lessons l WHERE ${taught(from, to, of)}
    ) AS m LEFT JOIN classrooms r ON r.number = m.classroom_number
    WHERE m.place <= ${most}::int ORDER BY m.day, m.place`,
  shape: named,
});
