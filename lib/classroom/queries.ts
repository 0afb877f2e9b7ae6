import "server-only";
import { db } from "@/lib/database/db";
import { type Day, dateFromDay, dayOfInstant } from "@/lib/value/calendar";

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
      endsAt: { gt: midnight(from) },
      ...(to && { startsAt: { lt: midnight(to) } }),
      ...(classroomNumber !== undefined && { classroomNumber }),
    },
    orderBy: { startsAt: "asc" },
    select: { id: true, classroomNumber: true, startsAt: true, endsAt: true, reason: true },
  });
  return found.map(({ startsAt, endsAt, ...closure }) => ({
    ...closure,
    from: localMoment(startsAt),
    to: localMoment(endsAt),
  }));
}

export type Closure = Awaited<ReturnType<typeof listClosures>>[number];

/** Midnight in Asia/Shanghai, which has kept the same hour for longer than the base exists. */
const midnight = (day: Day): Date => new Date(dateFromDay(day).getTime() - 8 * 3_600_000);

function localMoment(instant: Date): string {
  return `${dayOfInstant(instant)} ${clockOf.format(instant)}`;
}

const clockOf = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", timeStyle: "short" });
