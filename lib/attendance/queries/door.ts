import "server-only";
import { z } from "zod";
import { cohortNumbers, lessonsOf } from "@/lib/attendance/queries/scope";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  id: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  cohorts: z.array(z.string()),
  trainer: z.string(),
  begun: z.boolean(),
  running: z.boolean(),
});

/** What is taught in a classroom on the day of the base, first lesson first, and which of it is running at this moment. */
export const listAtDoor = (actor: Actor, classroomNumber: number) =>
  listToday(actor, Prisma.sql`l.classroom_number = ${classroomNumber}::int`);

/** The lessons of the day this person takes the rolls of: a trainer the own ones. */
export const listOwnToday = (actor: Actor) => listToday(actor, Prisma.sql`true`);

const listToday = (actor: Actor, which: Prisma.Sql) =>
  rows(
    db,
    row,
    Prisma.sql`
    SELECT l.id, l.title, l.starts_at, l.ends_at, i.name AS trainer,
      ${cohortNumbers} AS cohorts,
      lower(l.during) <= base_moment() AS begun, l.during @> base_moment() AS running
    FROM lessons l JOIN trainers i ON i.id = l.trainer_id
    WHERE ${which} AND ${lessonsOf(actor)} AND l.day = base_day() AND l.cancelled_at IS NULL ORDER BY l.starts_at, l.id`,
  );
