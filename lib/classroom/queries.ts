import "server-only";
import { db } from "@/lib/database/db";
import type { Day } from "@/lib/value/calendar";
import { minuteOfInstant, startOfDay } from "@/lib/value/clock";

/** All classrooms in the order of their numbers. */
export const listClassrooms = () =>
  db.classroom.findMany({ orderBy: { number: "asc" }, select: { number: true, label: true, name: true, seats: true } });

/** One classroom as its page shows it. */
export const findClassroom = (number: number) =>
  db.classroom.findUnique({
    where: { number },
    select: { number: true, label: true, name: true, seats: true, version: true },
  });

type Filter = { from: Day; to?: Day; classroomNumber?: number };

/** Times out of service that reach into the days `from` up to, not with, `to`; local moments as text, first one first. */
export async function listClosures({ from, to, classroomNumber }: Filter) {
  const found = await db.classroomClosure.findMany({
    where: {
      cancelledAt: null,
      endsAt: { gt: startOfDay(from) },
      ...(to && { startsAt: { lt: startOfDay(to) } }),
      ...(classroomNumber !== undefined && { classroomNumber }),
    },
    orderBy: { startsAt: "asc" },
    select: { id: true, classroomNumber: true, startsAt: true, endsAt: true, reason: true },
  });
  return found.map(({ startsAt, endsAt, ...closure }) => ({
    ...closure,
    from: minuteOfInstant(startsAt),
    to: minuteOfInstant(endsAt),
  }));
}

export type Closure = Awaited<ReturnType<typeof listClosures>>[number];
