import "server-only";
import { cache } from "react";
import { db } from "@/lib/database/db";
import { findParameters, type Parameters } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";

/** R21–R23: what a year has used, promised and left, and from where on that is worth a word; asked once a request. */
export const findTrainingYear = cache(async (year: number) => {
  const [counters, parameters] = await Promise.all([
    db.trainingYear.findUnique({ where: { year }, select: { capacity: true, held: true, planned: true } }),
    findParameters(db, firstDay(year)),
  ]);
  return toldYear(year, counters, parameters);
});

type Counters = { capacity: number; held: number; planned: number };

/** A year nobody has planned in has no row yet: its capacity is the figure in force. */
export function toldYear(year: number, counters: Counters | null, parameters: Parameters) {
  const { capacity, held, planned } = counters ?? { capacity: parameters("annual_capacity"), held: 0, planned: 0 };
  return {
    year,
    capacity,
    held,
    /** Held and promised together (R22). */
    planned,
    /** Promised to approved cohorts and not yet held. */
    reserved: planned - held,
    left: capacity - planned,
    noticePercent: parameters("capacity_notice_percent"),
    warningPercent: parameters("capacity_warning_percent"),
  };
}

export type TrainingYear = Awaited<ReturnType<typeof findTrainingYear>>;

/** R29, R41 and the filing rule, as hints. */
export async function findPlanLimits(on: Day) {
  const parameter = await findParameters(db, on);
  return {
    skill: parameter("seats_skill"),
    entrepreneurship: parameter("seats_entrepreneurship"),
    filingDays: parameter("filing_working_days"),
    warning: parameter("periods_a_day_warning"),
    most: parameter("periods_a_day_most"),
  };
}
