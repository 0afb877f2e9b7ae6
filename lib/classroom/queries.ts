import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Question, together } from "@/lib/database/together";
import type { Day } from "@/lib/value/calendar";
import { minuteOfInstant, startOfDay } from "@/lib/value/clock";
import { Prisma } from "@/prisma/generated/client";

const room = z.object({ number: z.number(), label: z.string(), name: z.string(), seats: z.number() });

/** All classrooms in the order of their numbers: the question, for a page that asks others with it. */
export const allClassrooms: Question<typeof room> = {
  asks: Prisma.sql`SELECT number, label, name, seats FROM classrooms ORDER BY number`,
  shape: room,
};

/** They by themselves. */
export const listClassrooms = async (tx: Tx = db) => (await together(tx, { rooms: allClassrooms })).rooms;

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
