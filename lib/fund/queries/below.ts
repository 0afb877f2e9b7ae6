import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { rateOf, revenueBehind, revenueShape, standardFrom } from "@/lib/fund/queries/standard";
import { lackOf } from "@/lib/fund/rules/standard";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  year: z.number(),
  total: told.fen,
  rate: z.number(),
  now: revenueShape,
  known: revenueShape,
});

/**
 * R63: plans of years that are not closed, each with the revenue behind its standard now and as it was known when the plan was approved;
 * `plansBelow` reads the answer.
 */
export function currentPlans(today: Day, year?: number): Question<typeof row> {
  const [of, decided] = [Prisma.sql`p.year`, Prisma.sql`p.decided_at`];
  return {
    asks: Prisma.sql`
      SELECT p.year, p.total::text, ${rateOf(of)} AS rate, ${revenueBehind(of, today)} AS now, ${revenueBehind(of, today, decided)} AS known
      FROM aid_plans p JOIN aid_funds f ON f.year = p.year AND f.state = 'FINAL'
      WHERE p.is_current ${year === undefined ? Prisma.empty : Prisma.sql`AND p.year = ${year}::int`} ORDER BY p.year`,
    shape: row,
  };
}

/**
 * R63: those which lie further below their standard than was known when they were approved, since the revenue was corrected later. A new
 * plan, at the standard or with its approved reason, settles it.
 */
export const plansBelow = (plans: z.output<typeof row>[]) =>
  plans.flatMap(({ year, total, rate, now, known }) => {
    const { standard, revenue } = standardFrom(year, { rate, revenue: now });
    const lack = lackOf(total, standard);
    if (standard === null || revenue === null || lack === 0n) return [];
    const lackedThen = lackOf(total, standardFrom(year, { rate, revenue: known }).standard);
    return lack > lackedThen ? [{ year, total, standard, lack, revenueId: revenue.id }] : [];
  });

export type PlanBelow = ReturnType<typeof plansBelow>[number];

/** They by themselves. */
export const listPlansBelow = async (today: Day, tx: Tx = db) =>
  plansBelow((await together(tx, { plans: currentPlans(today) })).plans);
