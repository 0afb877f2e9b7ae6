import "server-only";
import { z } from "zod";
import { allClassrooms } from "@/lib/classroom/queries";
import { type Question, type Told, told } from "@/lib/database/together";
import type { Scope } from "@/lib/lesson/rules/scope";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { CohortState } from "@/prisma/generated/enums";

/** The lessons `l` of a scope, of all where there is none; cancelled ones too. */
export function ofScope(of: Scope | undefined): Prisma.Sql {
  if (!of) return Prisma.sql`true`;
  if (of.kind === "room") return Prisma.sql`l.classroom_number = ${Number(of.id)}::int`;
  if (of.kind === "trainer") return Prisma.sql`l.trainer_id = ${of.id}::uuid`;
  return Prisma.sql`l.id IN (SELECT lesson_id FROM lesson_cohorts WHERE cohort_id = ${of.id}::uuid)`;
}

/** What is taught from one day to another, both with them, of a scope. */
export const taught = (from: Day, to: Day, of?: Scope): Prisma.Sql => Prisma.sql`
  l.cancelled_at IS NULL AND l.day BETWEEN ${dateFromDay(from)}::date AND ${dateFromDay(to)}::date AND ${ofScope(of)}`;

/** What a view of some days can be narrowed to, to be asked with its lessons; also the rows of the table of a week. */
export const choicesWithin = (from: Day, to: Day, of?: Scope) => ({
  rooms: allClassrooms,
  trainers: trainersWithin(from, to, of),
  cohorts: cohortsWithin(from, to, of),
});

export type Choices = Told<ReturnType<typeof choicesWithin>>;

const trainer = z.object({ id: z.string(), name: z.string() });

/** Everybody who teaches at the base, and whoever has left but still stands in these days. */
const trainersWithin = (from: Day, to: Day, of: Scope | undefined): Question<typeof trainer> => ({
  asks: Prisma.sql`
    SELECT id, name FROM trainers t WHERE left_on IS NULL OR left_on > ${dateFromDay(from)}::date OR ${chosen("trainer", of)}
      OR EXISTS (SELECT FROM lessons l WHERE l.trainer_id = t.id AND ${taught(from, to)})
    ORDER BY name, id`,
  shape: trainer,
});

const cohort = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(CohortState),
  startsOn: told.day,
  endsOn: told.day,
});

/** The cohorts that run in these days; those that were never to be held are none. */
const cohortsWithin = (from: Day, to: Day, of: Scope | undefined): Question<typeof cohort> => ({
  asks: Prisma.sql`
    SELECT id, number, title, state, starts_on, ends_on FROM cohorts
    WHERE starts_on <= ${dateFromDay(to)}::date AND ends_on >= ${dateFromDay(from)}::date AND state NOT IN ('CANCELLED', 'REJECTED')
      OR ${chosen("cohort", of)}
    ORDER BY number`,
  shape: cohort,
});

/** One that was chosen stays in the choice, whenever it runs. */
const chosen = (kind: Scope["kind"], of: Scope | undefined): Prisma.Sql =>
  of?.kind === kind ? Prisma.sql`id = ${of.id}::uuid` : Prisma.sql`false`;
