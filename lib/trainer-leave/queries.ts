import "server-only";
import { db } from "@/lib/database/db";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";

type Filter = { from: Day; to?: Day; trainerId?: string };

/** The leaves that reach into the days from one to another, the first one first; without an end, all that are not over. */
export async function listLeaves({ from, to, trainerId }: Filter) {
  const found = await db.trainerLeave.findMany({
    where: {
      cancelledAt: null,
      endsOn: { gte: dateFromDay(from) },
      ...(to && { startsOn: { lte: dateFromDay(to) } }),
      ...(trainerId !== undefined && { trainerId }),
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: { id: true, trainerId: true, startsOn: true, endsOn: true, reason: true },
  });
  return found.map(({ startsOn, endsOn, ...leave }) => ({
    ...leave,
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
  }));
}

export type Leave = Awaited<ReturnType<typeof listLeaves>>[number];
