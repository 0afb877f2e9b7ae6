import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Question, told } from "@/lib/database/together";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";
import { type NamedDay, workingDaysBetween } from "@/lib/working-day/rules";
import { Prisma } from "@/prisma/generated/client";
import { CalendarDayKind } from "@/prisma/generated/enums";

/** R59: the working days from one day to another, both of them included. */
export async function listWorkingDays(from: Day, to: Day, tx: Tx = db): Promise<Day[]> {
  return workingDaysBetween(from, to, await listExceptions(from, to, tx));
}

/** The holidays and make-up days from one day to another, in their order. */
export async function listExceptions(from: Day, to: Day, tx: Tx = db): Promise<NamedDay[]> {
  const found = await tx.calendarDay.findMany({
    where: { day: { gte: dateFromDay(from), lte: dateFromDay(to) } },
    orderBy: { day: "asc" },
    select: { day: true, kind: true, name: true },
  });
  return found.map(({ day, kind, name }) => ({ day: dayFromDate(day), kind, name }));
}

/** The same as a question, for a page that asks others with it. */
export const exceptionsWithin = (from: Day, to: Day): Question<typeof namedDay> => ({
  asks: Prisma.sql`
    SELECT day, kind, name FROM calendar_days WHERE day BETWEEN ${dateFromDay(from)}::date AND ${dateFromDay(to)}::date ORDER BY day`,
  shape: namedDay,
});

const namedDay = z.object({ day: told.day, kind: z.enum(CalendarDayKind), name: z.string() });

/** Those of some days, wherever they lie. */
export async function listExceptionsAmong(days: readonly Day[], tx: Tx = db): Promise<NamedDay[]> {
  const asked = [...days].sort();
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return [];
  return (await listExceptions(first, last, tx)).filter(({ day }) => asked.includes(day));
}

/** The holidays and make-up days of a year, and the years that have any. */
export async function findCalendar(year: number) {
  const [days, years] = await Promise.all([
    db.calendarDay.findMany({
      where: { day: { gte: dateFromDay(firstDay(year)), lte: dateFromDay(lastDay(year)) } },
      orderBy: { day: "asc" },
      select: { day: true, kind: true, name: true, documentNo: true },
    }),
    db.$queryRaw<
      { year: number }[]
    >`SELECT DISTINCT extract(year FROM day)::int AS year FROM calendar_days ORDER BY year`,
  ]);
  return { days: days.map((one) => ({ ...one, day: dayFromDate(one.day) })), years: years.map((row) => row.year) };
}
