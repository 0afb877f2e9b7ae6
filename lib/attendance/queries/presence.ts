import "server-only";
import { Prisma } from "@/prisma/generated/client";

const marksOf = (enrolment: Prisma.Sql) => Prisma.sql`
  SELECT FROM trainee_lessons tl JOIN attendances a ON a.lesson_id = tl.lesson_id AND a.trainee_id = tl.trainee_id
  WHERE tl.enrolment_id = ${enrolment}.id`;

/**
 * R26, R46: the person of this enrolment was marked or has typed 课时, and was never there. The first mark that says otherwise ends the
 * search, so nothing is added up.
 */
export const neverThere = (enrolment: Prisma.Sql): Prisma.Sql => Prisma.sql`
  coalesce(${enrolment}.attended_periods = 0, EXISTS (${marksOf(enrolment)})
    AND NOT EXISTS (${marksOf(enrolment)} AND a.mark = ANY (marks_of_presence())))`;
