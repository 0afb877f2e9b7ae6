import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import type { Day } from "@/lib/value/calendar";
import { minuteOfInstant, startOfDay } from "@/lib/value/clock";
import { Prisma } from "@/prisma/generated/client";

const room = z.object({
  number: z.number(),
  label: z.string(),
  name: z.string(),
  seats: z.number(),
  kind: z.string(),
  /** What stands in it, by code. */
  equipment: z.array(z.string()),
});

export type Room = z.output<typeof room>;

/** All classrooms in the order of their numbers: the question, for a page that asks others with it. */
export const allClassrooms: Question<typeof room> = {
  asks: Prisma.sql`
    SELECT number, label, name, seats, kind,
      ARRAY(SELECT code FROM classroom_equipment e WHERE e.classroom_number = r.number ORDER BY code) AS equipment
    FROM classrooms r ORDER BY number`,
  shape: room,
};

/** They by themselves. */
export const listClassrooms = async (tx: Tx = db) => (await together(tx, { rooms: allClassrooms })).rooms;

/** One classroom as its page shows it. */
export const findClassroom = (number: number) =>
  db.classroom.findUnique({
    where: { number },
    select: {
      number: true,
      label: true,
      name: true,
      seats: true,
      kind: true,
      version: true,
      equipment: { select: { code: true, count: true }, orderBy: { code: "asc" } },
    },
  });

export type ClassroomRecord = NonNullable<Awaited<ReturnType<typeof findClassroom>>>;

type Filter = { from: Day; to?: Day; classroomNumber?: number };

const closure = z
  .object({
    id: z.string(),
    classroomNumber: z.number(),
    startsAt: told.moment,
    endsAt: told.moment,
    reason: z.string(),
  })
  .transform(({ startsAt, endsAt, ...closed }) => ({
    ...closed,
    from: minuteOfInstant(startsAt),
    to: minuteOfInstant(endsAt),
  }));

/**
 * Times out of service that reach into the days `from` up to, not with, `to`; local moments as text, first one first: the question, for a
 * page that asks others with it.
 */
export const closuresWithin = ({ from, to, classroomNumber }: Filter): Question<typeof closure> => ({
  asks: Prisma.sql`
    SELECT id, classroom_number, starts_at, ends_at, reason FROM classroom_closures
    WHERE cancelled_at IS NULL AND ends_at > ${startOfDay(from)}::timestamptz
      ${to ? Prisma.sql`AND starts_at < ${startOfDay(to)}::timestamptz` : Prisma.empty}
      ${classroomNumber === undefined ? Prisma.empty : Prisma.sql`AND classroom_number = ${classroomNumber}::int`}
    ORDER BY starts_at, id`,
  shape: closure,
});

/** They by themselves. */
export const listClosures = async (filter: Filter) => (await together(db, { found: closuresWithin(filter) })).found;

export type Closure = z.output<typeof closure>;
