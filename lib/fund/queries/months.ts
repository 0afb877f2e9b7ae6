import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Day, type Month, yearOf } from "@/lib/value/calendar";
import { MonthState } from "@/prisma/generated/enums";

const row = z.object({
  month: z.string().transform((text) => text as Month),
  state: z.enum(MonthState),
  version: z.number(),
  submitted_by_id: z.string().nullable(),
  submitted_at: z.date().nullable(),
  submitted_by: z.string().nullable(),
  locked_by: z.string().nullable(),
  state_reason: z.string().nullable(),
  arranged: z.bigint(),
  disbursed: z.bigint(),
  completed: z.bigint(),
  waiting: z.number(),
});

/** The twelve months of a year: what each has in the three ledgers (approved, fen), what still waits, and who closed it. */
export async function listMonths(year: number, tx: Tx = db) {
  const found = await tx.$queryRaw`
    SELECT m.month, coalesce(f.state, 'OPEN') AS state, coalesce(f.version, 1) AS version, f.submitted_by_id, f.submitted_at, f.state_reason,
      (SELECT name FROM accounts WHERE id = f.submitted_by_id) AS submitted_by, (SELECT name FROM accounts WHERE id = f.locked_by_id) AS locked_by,
      coalesce(sum(r.amount) FILTER (WHERE r.ledger = 1 AND r.state = 'APPROVED'), 0)::bigint AS arranged,
      coalesce(sum(r.amount) FILTER (WHERE r.ledger = 2 AND r.state = 'APPROVED'), 0)::bigint AS disbursed,
      coalesce(sum(r.amount) FILTER (WHERE r.ledger = 3 AND r.state = 'APPROVED'), 0)::bigint AS completed,
      (count(*) FILTER (WHERE r.state = 'SUBMITTED'))::int AS waiting
    FROM (SELECT ${year}::int || '-' || lpad(n::text, 2, '0') AS month, make_date(${year}::int, n, 1) AS first FROM generate_series(1, 12) AS n) AS m
    LEFT JOIN fund_months f ON f.month = m.month
    LEFT JOIN (SELECT 1 AS ledger, dated_on, amount, state FROM appropriations
      UNION ALL SELECT 2, dated_on, amount, state FROM disbursements
      UNION ALL SELECT 3, dated_on, amount, state FROM investment_progress
      UNION ALL SELECT 4, dated_on, amount, state FROM outside_records
      UNION ALL SELECT 5, dated_on, total, state FROM aid_plans
      UNION ALL SELECT 6, dated_on, amount, state FROM revenue_figures
      UNION ALL SELECT 7, dated_on, 0, state FROM project_adjustments) AS r
      ON r.dated_on >= m.first AND r.dated_on < m.first + interval '1 month'
    GROUP BY m.month, f.month ORDER BY m.month`;
  return z
    .array(row)
    .parse(found)
    .map(({ submitted_by_id, submitted_at, submitted_by, locked_by, state_reason, ...month }) => ({
      ...month,
      submittedById: submitted_by_id,
      /** From when on the month has been frozen; null while it is open. */
      submittedAt: submitted_at,
      submittedBy: submitted_by,
      lockedBy: locked_by,
      stateReason: state_reason,
    }));
}

/** The months of this year, and of a year before it that had money and is not closed: New Year takes no month off the lists. */
export async function listMonthsToGo(today: Day, tx: Tx = db) {
  const year = yearOf(today);
  const open = await tx.aidFund.findMany({
    where: { state: { not: "CLOSED" }, year: { lt: year } },
    orderBy: { year: "asc" },
    select: { year: true },
  });
  const months: FundMonth[] = [];
  for (const one of [...open.map((fund) => fund.year), year]) months.push(...(await listMonths(one, tx)));
  return months;
}

export type FundMonth = Awaited<ReturnType<typeof listMonths>>[number];

/** A year's plan and state, with who proposed to close it; null before anything was planned. */
export const findFund = (year: number, tx: Tx = db) =>
  tx.aidFund.findUnique({
    where: { year },
    select: {
      year: true,
      state: true,
      approvedTotal: true,
      arranged: true,
      closingProposedById: true,
      closingReason: true,
      closedAt: true,
      version: true,
    },
  });

/** What each year's approved plan still lets be arranged (R68). */
export const listFunds = (tx: Tx = db) =>
  tx.aidFund.findMany({
    orderBy: { year: "asc" },
    select: { year: true, state: true, approvedTotal: true, arranged: true },
  });

/** The years somebody proposed to close and nobody has closed yet. */
export const listClosing = (tx: Tx = db) =>
  tx.aidFund.findMany({
    where: { state: "FINAL", closingProposedById: { not: null } },
    orderBy: { year: "asc" },
    select: { year: true, closingProposedById: true, closingReason: true },
  });
