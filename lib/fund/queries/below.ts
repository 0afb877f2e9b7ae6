import "server-only";
import { snapshot, type Tx } from "@/lib/database/db";
import { findStandard } from "@/lib/fund/queries/standard";
import { lackOf } from "@/lib/fund/rules/standard";
import type { Day } from "@/lib/value/calendar";

/**
 * R63: plans of years that are not closed which lie further below their standard than was known when they were approved, since the
 * revenue was corrected later. A new plan, at the standard or with its approved reason, settles it.
 */
export async function listPlansBelow(today: Day, tx: Tx, year?: number) {
  const open = await tx.aidFund.findMany({ where: { state: "FINAL", ...(year && { year }) }, select: { year: true } });
  const plans = await tx.aidPlan.findMany({
    where: { isCurrent: true, year: { in: open.map((fund) => fund.year) } },
    orderBy: { year: "asc" },
    select: { year: true, total: true, decidedAt: true },
  });
  const below = [];
  for (const { year, total, decidedAt } of plans) {
    const { standard, revenue } = await findStandard(year, today, tx);
    const lack = lackOf(total, standard);
    if (standard === null || revenue === null || lack === 0n) continue;
    const known = await findStandard(year, today, tx, decidedAt ?? undefined);
    if (lack > lackOf(total, known.standard)) below.push({ year, total, standard, lack, revenueId: revenue.id });
  }
  return below;
}

/** The same at one instant, for a page (I25). */
export const readPlansBelow = (today: Day, year?: number) => snapshot((tx) => listPlansBelow(today, tx, year));

export type PlanBelow = Awaited<ReturnType<typeof listPlansBelow>>[number];
