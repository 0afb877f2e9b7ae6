import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { currentPlans, plansBelow } from "@/lib/fund/queries/below";
import { overviewOf, questionsOf } from "@/lib/fund/queries/dashboard";
import { projectsOf } from "@/lib/fund/queries/projects";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { parametersIn } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/**
 * What the page of a year shows: its overview, all projects the year may be narrowed to, the figures in force, whether the year is closed
 * (its seal is then asked for) and its plan where that lies below the standard; one statement, one instant (I25).
 */
export async function findFundPage(filter: FundFilter, today: Day) {
  const { year, asOf } = filter;
  const found = await together(db, {
    ...questionsOf(filter),
    plans: currentPlans(today, year),
    closed: {
      asks: Prisma.sql`SELECT FROM aid_funds WHERE year = ${year}::int AND state = 'CLOSED'`,
      shape: z.object({}),
    },
  });
  const parameters = parametersIn(found.figures);
  return {
    overview: overviewOf(filter, found),
    projects: projectsOf(found.within, { year, since: year, asOf }, parameters),
    parameters,
    isClosed: found.closed.length > 0,
    planBelow: plansBelow(found.plans)[0],
  };
}
