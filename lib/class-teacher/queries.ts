import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { told } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";

const post = z.object({
  id: z.string(),
  trainerId: z.string(),
  name: z.string(),
  cohortId: z.string(),
  number: z.string(),
  title: z.string(),
  fromDay: told.day,
  untilDay: told.day.nullable(),
});

/** Who was and is the class teacher of a cohort, or which cohorts a person leads; posts that were never taken up are left out. */
export const listPosts = (of: { cohortId: string } | { trainerId: string }) =>
  rows(
    db,
    post,
    Prisma.sql`
    SELECT ct.id, ct.trainer_id, t.name, c.id AS cohort_id, c.number, c.title, ct.from_day::text, ct.until_day::text
    FROM cohort_teachers ct JOIN trainers t ON t.id = ct.trainer_id JOIN cohorts c ON c.id = ct.cohort_id
    WHERE ${"cohortId" in of ? Prisma.sql`ct.cohort_id = ${of.cohortId}::uuid` : Prisma.sql`ct.trainer_id = ${of.trainerId}::uuid`}
      AND (ct.until_day IS NULL OR ct.until_day >= ct.from_day)
    ORDER BY ct.from_day, ct.id`,
  );

export type Post = Awaited<ReturnType<typeof listPosts>>[number];
