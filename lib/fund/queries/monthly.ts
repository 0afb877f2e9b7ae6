import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import type { Period } from "@/lib/fund/queries/sums";
import { addMonths, dateFromDay, type Month } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { firstDay, monthOf } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";

const month = z.object({
  month: z.string().transform((text) => text as Month),
  projectId: z.string(),
  amount: told.fen,
});

/** What each project was paid in each month of a period, for a page that asks others with it; `monthsOf` reads the answer. */
export const paidByMonth = ({ since, asOf }: Period): Question<typeof month> => ({
  asks: Prisma.sql`
    SELECT to_char(dated_on, 'YYYY-MM') AS month, project_id, sum(amount)::text AS amount FROM disbursements
    WHERE state = 'APPROVED' AND dated_on BETWEEN ${dateFromDay(firstDay(since))}::date AND ${dateFromDay(asOf)}::date GROUP BY 1, 2`,
  shape: month,
});

/** What was paid to these projects in each month with the sum so far; months without a payment are there too. */
export function monthsOf(paid: z.output<typeof month>[], { since, asOf }: Period, projects: ProjectRow[]) {
  const meant = new Set(projects.map(({ id }) => id));
  const amounts = new Map<Month, Fen>();
  for (const { month, projectId, amount } of paid)
    if (meant.has(projectId)) amounts.set(month, (amounts.get(month) ?? 0n) + amount);

  const months = [];
  let running = 0n;
  for (let first = firstDay(since); first <= asOf; first = addMonths(first, 1)) {
    const month = monthOf(first);
    const amount = amounts.get(month) ?? 0n;
    running += amount;
    months.push({ month, amount, running });
  }
  return months;
}
