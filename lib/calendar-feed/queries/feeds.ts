import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { grantOf } from "@/lib/auth/permissions";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { choicesWithin } from "@/lib/lesson/queries/scope";
import { addDays } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const feed = z.object({
  id: z.string(),
  /** Of the one classroom, trainer or cohort; null for all lessons. */
  name: z.string().nullable(),
  createdAt: told.moment,
  renewedAt: told.moment.nullable(),
  lastUsedOn: told.day.nullable(),
});

export type Feed = z.output<typeof feed>;

/** How far ahead a cohort may begin that can be followed already. */
const daysAhead = 180;

/** The living addresses of an account, and what another can be made for: a trainer only for the own lessons. */
export async function findFeeds({ id, role, today, trainerId }: Actor) {
  const { feeds, rooms, trainers, cohorts } = await together(db, {
    feeds: feedsOf(id),
    ...choicesWithin(today, addDays(today, daysAhead)),
  });
  const isOwn = grantOf(role, "schedule:subscribe") === "S";
  const own = { rooms: [], trainers: trainers.filter((one) => one.id === trainerId), cohorts: [] };
  return { feeds, choices: isOwn ? own : { rooms, trainers, cohorts }, isOwn };
}

/** What the lessons of a feed `f` are called. */
export const nameOfFeed = Prisma.sql`coalesce((SELECT label || ' ' || name FROM classrooms WHERE number = f.classroom_number),
  (SELECT name FROM trainers WHERE id = f.trainer_id), (SELECT number || ' ' || title FROM cohorts WHERE id = f.cohort_id))`;

const feedsOf = (accountId: string): Question<typeof feed> => ({
  asks: Prisma.sql`
    SELECT f.id, f.created_at, f.renewed_at, f.last_used_on, ${nameOfFeed} AS name
    FROM calendar_feeds f WHERE f.account_id = ${accountId}::uuid AND f.ended_at IS NULL ORDER BY f.created_at, f.id`,
  shape: feed,
});
