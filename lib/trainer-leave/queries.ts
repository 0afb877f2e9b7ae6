import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

type Filter = { from: Day; to?: Day; trainerId?: string };

const leave = z.object({
  id: z.string(),
  trainerId: z.string(),
  startsOn: told.day,
  endsOn: told.day,
  reason: z.string(),
});

/**
 * The leaves that reach into the days from one to another, the first one first; without an end, all that are not over: the question, for a
 * page that asks others with it.
 */
export const leavesWithin = ({ from, to, trainerId }: Filter): Question<typeof leave> => ({
  asks: Prisma.sql`
    SELECT id, trainer_id, starts_on, ends_on, reason FROM trainer_leaves
    WHERE cancelled_at IS NULL AND ends_on >= ${dateFromDay(from)}::date
      ${to ? Prisma.sql`AND starts_on <= ${dateFromDay(to)}::date` : Prisma.empty}
      ${trainerId === undefined ? Prisma.empty : Prisma.sql`AND trainer_id = ${trainerId}::uuid`}
    ORDER BY starts_on, id`,
  shape: leave,
});

/** They by themselves. */
export const listLeaves = async (filter: Filter) => (await together(db, { found: leavesWithin(filter) })).found;

export type Leave = z.output<typeof leave>;
