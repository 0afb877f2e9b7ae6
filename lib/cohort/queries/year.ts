import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { type Told, together } from "@/lib/database/together";
import { figuresInForce, findParameters, type Parameters, parametersIn } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";

const counters = z.object({ capacity: z.number(), held: z.number(), planned: z.number() });

/** What a year's figures are made of, for a page that asks others with it; `yearFrom` reads the answers. */
export const questionsOfYear = (year: number) => ({
  year: {
    asks: Prisma.sql`SELECT capacity, held, planned FROM training_years WHERE year = ${year}::int`,
    shape: counters,
  },
  figuresOfYear: figuresInForce(firstDay(year)),
});

/** R21–R23: what a year has used, promised and left, and from where on that is worth a word. */
export const yearFrom = (year: number, found: Told<ReturnType<typeof questionsOfYear>>) =>
  toldYear(year, found.year[0] ?? null, parametersIn(found.figuresOfYear));

/** The same by itself; asked once a request. */
export const findTrainingYear = cache(async (year: number) =>
  yearFrom(year, await together(db, questionsOfYear(year))),
);

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

export type TrainingYear = ReturnType<typeof toldYear>;

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
