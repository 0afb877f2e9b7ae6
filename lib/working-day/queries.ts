import "server-only";
import { db, type Tx } from "@/lib/database/db";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";
import { type Exception, workingDaysBetween } from "@/lib/working-day/rules";

/** R59: the working days from one day to another, both of them included. */
export async function listWorkingDays(from: Day, to: Day, tx: Tx = db): Promise<Day[]> {
  return workingDaysBetween(from, to, await listExceptions(from, to, tx));
}

/** The holidays and make-up days from one day to another. */
export async function listExceptions(from: Day, to: Day, tx: Tx = db): Promise<Exception[]> {
  const found = await tx.calendarDay.findMany({
    where: { day: { gte: dateFromDay(from), lte: dateFromDay(to) } },
    select: { day: true, kind: true },
  });
  return found.map(({ day, kind }) => ({ day: dayFromDate(day), kind }));
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
