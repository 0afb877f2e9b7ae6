import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";
import { CohortState } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  startsOn: told.day,
  endsOn: told.day,
  state: z.enum(CohortState),
  total: z.number(),
});

/** U06: cohorts whose number, title, course or paper of approval holds the words; the one of that very number first, then the newest. */
export const cohortsFound = (q: string, shown: number): Question<typeof row> => {
  const words = q.toLowerCase();
  const holds = (text: Prisma.Sql) => Prisma.sql`strpos(lower(${text}), ${words}::text) > 0`;
  return {
    asks: Prisma.sql`
      SELECT c.id, c.number, c.title, c.starts_on, c.ends_on, c.state, count(*) OVER () AS total
      FROM cohorts c JOIN courses k ON k.id = c.course_id
      WHERE ${holds(Prisma.sql`c.number`)} OR ${holds(Prisma.sql`c.title`)} OR ${holds(Prisma.sql`k.name`)}
        OR ${holds(Prisma.sql`c.approval_document_no`)}
      ORDER BY lower(c.number) = ${words}::text DESC, c.starts_on DESC, c.number LIMIT ${Prisma.raw(`${shown}`)}`,
    shape: row,
  };
};
