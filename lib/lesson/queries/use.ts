import "server-only";
import { z } from "zod";
import { allClassrooms, closuresWithin, type Room } from "@/lib/classroom/queries";
import { db, type Tx } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { type HalfUse, type Minutes, reckonUse, weekHalves } from "@/lib/lesson/rules/use";
import { addDays, type Day, dateFromDay } from "@/lib/value/calendar";
import { exceptionsWithin } from "@/lib/working-day/queries";
import { workingDaysBetween } from "@/lib/working-day/rules";
import { Prisma } from "@/prisma/generated/client";

export type RoomUse = { room: Room; minutes: Minutes; halves: HalfUse[] };

/** How much each classroom is used from one day to another, both taken in; with the sum, and the half-days in which any is open. */
export async function findRoomUse({ from, to }: { from: Day; to: Day }, tx: Tx = db) {
  const { rooms, lessons, closures, exceptions } = await together(tx, {
    rooms: allClassrooms,
    lessons: lessonsWithin(from, to),
    closures: closuresWithin({ from, to: addDays(to, 1) }),
    exceptions: exceptionsWithin(from, to),
  });
  const workingDays = workingDaysBetween(from, to, exceptions);
  const uses: RoomUse[] = rooms.map((room) => {
    const isHere = ({ classroomNumber }: { classroomNumber: number }) => classroomNumber === room.number;
    return { room, ...reckonUse(workingDays, lessons.filter(isHere), closures.filter(isHere)) };
  });

  const minutes = uses.map((use) => use.minutes).reduce(added, { open: 0, closed: 0, used: 0, outside: 0 });
  const halves = weekHalves.map((one, place) => ({
    ...one,
    open: uses.reduce((total, use) => total + (use.halves[place]?.open ?? 0), 0),
    used: uses.reduce((total, use) => total + (use.halves[place]?.used ?? 0), 0),
  }));
  return { uses, total: { minutes, halves }, workingDays: workingDays.length };
}

export type Use = Awaited<ReturnType<typeof findRoomUse>>;

const added = (sum: Minutes, one: Minutes): Minutes => ({
  open: sum.open + one.open,
  closed: sum.closed + one.closed,
  used: sum.used + one.used,
  outside: sum.outside + one.outside,
});

const taught = z.object({ classroomNumber: z.number(), day: told.day, startsAt: z.string(), endsAt: z.string() });

const lessonsWithin = (from: Day, to: Day): Question<typeof taught> => ({
  asks: Prisma.sql`
    SELECT classroom_number, day, starts_at, ends_at FROM lessons
    WHERE cancelled_at IS NULL AND classroom_number IS NOT NULL AND day BETWEEN ${dateFromDay(from)}::date AND ${dateFromDay(to)}::date`,
  shape: taught,
});
