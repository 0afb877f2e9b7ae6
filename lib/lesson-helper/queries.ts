import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { together, told } from "@/lib/database/together";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { HelperRole } from "@/prisma/generated/enums";

const helper = z.object({
  trainerId: z.string(),
  name: z.string(),
  role: z.enum(HelperRole),
  /** Other lessons of the same time in which the person teaches or helps. */
  clashes: z.array(z.object({ id: z.string(), title: z.string(), startsAt: z.string(), endsAt: z.string() })),
});
const teacher = z.object({ trainerId: z.string(), name: z.string(), cohortId: z.string(), number: z.string() });

/** The helpers of a lesson and the class teachers of its cohorts on its day, for a page that asks others with them. */
export const companyOf = (lessonId: string) => ({
  helpers: {
    asks: Prisma.sql`
      SELECT h.trainer_id, t.name, h.role,
        (SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'startsAt', o.starts_at, 'endsAt', o.ends_at)
            ORDER BY o.starts_at, o.id), '[]')
          FROM lessons o WHERE o.id <> l.id AND o.cancelled_at IS NULL AND o.during && l.during AND (o.trainer_id = h.trainer_id
            OR o.id IN (SELECT lesson_id FROM lesson_helpers WHERE trainer_id = h.trainer_id))) AS clashes
      FROM lesson_helpers h JOIN lessons l ON l.id = h.lesson_id JOIN trainers t ON t.id = h.trainer_id
      WHERE h.lesson_id = ${lessonId}::uuid ORDER BY h.role, t.name, t.id`,
    shape: helper,
  },
  teachers: {
    asks: Prisma.sql`
      SELECT ct.trainer_id, t.name, c.id AS cohort_id, c.number
      FROM lessons l JOIN lesson_cohorts lc ON lc.lesson_id = l.id JOIN cohorts c ON c.id = lc.cohort_id
      JOIN cohort_teachers ct ON ct.cohort_id = c.id AND l.day BETWEEN ct.from_day AND coalesce(ct.until_day, 'infinity')
      JOIN trainers t ON t.id = ct.trainer_id
      WHERE l.id = ${lessonId}::uuid ORDER BY c.number`,
    shape: teacher,
  },
});

/** Who is in a lesson beside its trainer. */
export const findCompany = (lessonId: string, tx: Tx = db) => together(tx, companyOf(lessonId));

export type Company = Awaited<ReturnType<typeof findCompany>>;

const paperLine = z.object({ role: z.enum(HelperRole), names: z.array(z.string()) });

/** Who helps a cohort on a day, role by role, its class teacher among them: for the head of a paper. */
export const listCompanyOn = (tx: Tx, cohortId: string, on: Day) =>
  rows(
    tx,
    paperLine,
    Prisma.sql`
    SELECT role, array_agg(DISTINCT name ORDER BY name) AS names FROM (
      SELECT h.role, t.name FROM lesson_helpers h JOIN lessons l ON l.id = h.lesson_id JOIN lesson_cohorts lc ON lc.lesson_id = l.id
      JOIN trainers t ON t.id = h.trainer_id
      WHERE lc.cohort_id = ${cohortId}::uuid AND l.cancelled_at IS NULL AND l.day = ${dateFromDay(on)}::date
      UNION SELECT 'CLASS_TEACHER', t.name FROM cohort_teachers ct JOIN trainers t ON t.id = ct.trainer_id
      WHERE ct.cohort_id = ${cohortId}::uuid AND ${dateFromDay(on)}::date BETWEEN ct.from_day AND coalesce(ct.until_day, 'infinity')
    ) AS found GROUP BY role ORDER BY role`,
  );

const helped = z.object({
  id: z.string(),
  title: z.string(),
  day: told.day,
  startsAt: z.string(),
  endsAt: z.string(),
  role: z.enum(HelperRole),
  cohorts: z.array(z.string()),
});

/** The lessons of a year, or of all, in which a person helps, the first one first. */
export const listHelped = (trainerId: string, year: number | null) =>
  rows(
    db,
    helped,
    Prisma.sql`
    SELECT l.id, l.title, l.day::text AS day, l.starts_at, l.ends_at, h.role,
      ARRAY(SELECT c.number FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id ORDER BY c.number)
        AS cohorts
    FROM lesson_helpers h JOIN lessons l ON l.id = h.lesson_id
    WHERE h.trainer_id = ${trainerId}::uuid AND l.cancelled_at IS NULL
      AND (${year}::int IS NULL OR extract(year FROM l.day) = ${year}::int)
    ORDER BY l.day, l.starts_at, l.id, h.role`,
  );

export type HelpedLesson = Awaited<ReturnType<typeof listHelped>>[number];
