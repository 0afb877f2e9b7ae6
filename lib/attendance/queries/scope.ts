import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/prisma/generated/client";

/**
 * I32: which lessons `l` this person sees the rolls of. An account of a trainer those he teaches or helps in, and those of the cohorts he
 * is class teacher of on their day, as the law has it; everybody else who may all.
 */
export const lessonsOf = ({ role, trainerId }: Pick<Actor, "role" | "trainerId">): Prisma.Sql =>
  role === "TRAINER" ? Prisma.sql`has_roll_of(${trainerId ?? null}::uuid, l.id)` : Prisma.sql`true`;

/** The numbers of the cohorts of a lesson `l`; several make it a joint one. */
export const cohortNumbers = Prisma.sql`ARRAY(
  SELECT c.number FROM lesson_cohorts lc JOIN cohorts c ON c.id = lc.cohort_id WHERE lc.lesson_id = l.id ORDER BY c.number)`;
