import "server-only";
import { z } from "zod";
import { allClassrooms, closuresWithin, type Room } from "@/lib/classroom/queries";
import { fits, type Need } from "@/lib/classroom/rules";
import { db } from "@/lib/database/db";
import { type Question, together } from "@/lib/database/together";
import { daysLooked, daysThatDo, type FreeSlot, freeSlots, nextQuarter } from "@/lib/lesson/rules/free";
import type { FreeQuery } from "@/lib/lesson/schema/search";
import { addDays, type Day, dateFromDay } from "@/lib/value/calendar";
import { exceptionsWithin } from "@/lib/working-day/queries";
import { Prisma } from "@/prisma/generated/client";

/** As many times are offered a classroom. */
const offered = 3;

type Sought = Omit<FreeQuery, "from"> & { from: Day };

export type FreeRoom = { room: Room; slots: FreeSlot[] };

/**
 * The classrooms that fit, each with the first times that are free in it, the soonest first; and how many do not fit. `now` is the local
 * moment before which nothing can be booked.
 */
export async function findFreeRooms(sought: Sought, now: string): Promise<{ rooms: FreeRoom[]; unfit: number }> {
  const until = addDays(sought.from, daysLooked);
  const { rooms, lessons, closures, exceptions, needs } = await together(db, {
    rooms: allClassrooms,
    lessons: lessonsWithin(sought.from, until),
    closures: closuresWithin({ from: sought.from, to: until }),
    exceptions: exceptionsWithin(sought.from, until),
    needs: needOf(sought.course),
  });
  const wanted: Need[] = [...needs, ...(sought.kind ? [{ kinds: [sought.kind], equipment: [] }] : [])];
  const fitting = rooms.filter((room) => room.seats >= (sought.seats ?? 0) && fits(room, wanted));
  const days = daysThatDo(sought, exceptions);
  const past = { from: "", to: nextQuarter(now) };

  const found = fitting.map((room) => {
    const mine = [...lessons, ...closures].filter(({ classroomNumber }) => classroomNumber === room.number);
    return { room, slots: freeSlots(days, sought, [past, ...mine], offered) };
  });
  return { rooms: found.toSorted(bySoonest), unfit: rooms.length - fitting.length };
}

function bySoonest(one: FreeRoom, other: FreeRoom): number {
  const soonest = ({ slots: [slot] }: FreeRoom) => (slot ? `${slot.day} ${slot.parts[0]?.startsAt}` : "~");
  return soonest(one).localeCompare(soonest(other)) || one.room.number - other.room.number;
}

const busy = z.object({ classroomNumber: z.number(), from: z.string(), to: z.string() });

const lessonsWithin = (from: Day, to: Day): Question<typeof busy> => ({
  asks: Prisma.sql`
    SELECT classroom_number, day || ' ' || starts_at AS from, day || ' ' || ends_at AS to FROM lessons
    WHERE cancelled_at IS NULL AND classroom_number IS NOT NULL AND day BETWEEN ${dateFromDay(from)}::date AND ${dateFromDay(to)}::date`,
  shape: busy,
});

const need = z.object({ kinds: z.array(z.string()), equipment: z.array(z.string()) });

const needOf = (courseId: string | undefined): Question<typeof need> => ({
  asks: Prisma.sql`
    SELECT practice_kinds AS kinds, practice_equipment AS equipment FROM courses WHERE id = ${courseId ?? null}::uuid`,
  shape: need,
});
