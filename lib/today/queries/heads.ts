import "server-only";
import { z } from "zod";
import type { Question } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({ headcount: z.number(), repeated: z.number(), outside: z.number(), approved: z.number() });

/** R24: the persons behind a year's 人次, each counted once; those trained off the base stand apart (R27). The law keeps the counters. */
export const headsOf = (year: number): Question<typeof row> => ({
  asks: Prisma.sql`
    SELECT coalesce(h.heads, 0) AS headcount, coalesce(h.repeated, 0) AS repeated, coalesce(h.outside, 0) AS outside,
      (SELECT count(*)::int FROM cohorts WHERE at_base AND state = 'APPROVED'
        AND starts_on >= make_date(asked.year, 1, 1) AND starts_on < make_date(asked.year + 1, 1, 1)) AS approved
    FROM (SELECT ${year}::int AS year) AS asked LEFT JOIN headcounts h ON h.year = asked.year`,
  shape: row,
});

export type Heads = z.output<typeof row>;
