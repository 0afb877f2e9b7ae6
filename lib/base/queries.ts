import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  name: z.string(),
  shortName: z.string(),
  organiser: z.string(),
  operator: z.string(),
  filingNo: z.string().nullable(),
  isDemo: z.boolean(),
  demoDay: z.date().transform(dayFromDate).nullable(),
});

/** The base with its names and footer fields; every page shows it, so it is asked once a request. */
export const findBase = cache(async () => {
  const [base] = await rows(
    db,
    row,
    Prisma.sql`SELECT name, short_name, organiser, operator, filing_no, is_demo, demo_day FROM base WHERE id = 1`,
  );
  return base ?? null;
});
