import "server-only";
import { cache } from "react";
import { db } from "@/lib/database/db";
import { dayFromDate } from "@/lib/value/calendar";

/** The base with its names and footer fields; every page shows it, so it is asked once a request. */
export const findBase = cache(async () => {
  const base = await db.base.findUnique({
    where: { id: 1 },
    select: {
      name: true,
      shortName: true,
      organiser: true,
      operator: true,
      filingNo: true,
      isDemo: true,
      demoDay: true,
    },
  });
  return base && { ...base, demoDay: base.demoDay ? dayFromDate(base.demoDay) : null };
});
