import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { type Change, sealedNames } from "@/lib/fund/rules/sealed";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { lastDay } from "@/lib/value/period";

const row = z.object({
  figure: z.enum(sealedNames),
  kind: z.enum(["appropriation", "disbursement", "progress", "outside"]),
  id: z.string(),
  amount: z.bigint(),
  dated_on: z.date(),
  belongs_on: z.date(),
  settled_at: z.date(),
  document_no: z.string(),
  project_id: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
});

/**
 * R76, I40: the approved records that belong to a reported month of a year and are not in its report: what takes back a record of
 * that month and is dated in a later one, and what was settled after the report (which the law refuses).
 */
export async function listLaterRecords(year: number, today: Day, tx: Tx): Promise<Change[]> {
  const found = await tx.$queryRaw`
    WITH booked AS (
      SELECT 'arranged' AS figure, 'appropriation' AS kind, id, project_id, amount, dated_on, document_no, reversal_of_id,
        coalesce(decided_at, created_at) AS settled_at, seq FROM appropriations WHERE state = 'APPROVED'
      UNION ALL SELECT 'disbursed', 'disbursement', id, project_id, amount, dated_on, document_no, reversal_of_id,
        coalesce(decided_at, created_at), seq FROM disbursements WHERE state = 'APPROVED'
      UNION ALL SELECT 'completed', 'progress', id, project_id, amount, dated_on, document_no, reversal_of_id,
        coalesce(decided_at, created_at), seq FROM investment_progress WHERE state = 'APPROVED'
      UNION ALL SELECT lower(ledger::text) || CASE WHEN is_planned THEN 'Planned' ELSE 'Come' END, 'outside', id, NULL, amount,
        dated_on, document_no, reversal_of_id, coalesce(decided_at, created_at), seq FROM outside_records WHERE state = 'APPROVED')
    SELECT b.figure, b.kind, b.id, b.amount, b.dated_on, coalesce(o.dated_on, b.dated_on) AS belongs_on, b.settled_at, b.document_no,
      p.id AS project_id, p.code, p.name
    FROM booked b
    LEFT JOIN booked o ON o.id = b.reversal_of_id
    JOIN fund_months m ON m.month = to_char(coalesce(o.dated_on, b.dated_on), 'YYYY-MM') AND m.state <> 'OPEN'
    LEFT JOIN projects p ON p.id = b.project_id
    WHERE left(m.month, 4) = ${String(year)} AND b.dated_on <= ${dateFromDay(today)}::date
      AND (to_char(b.dated_on, 'YYYY-MM') <> m.month OR b.settled_at > m.submitted_at)
    ORDER BY b.dated_on, b.seq`;
  return z
    .array(row)
    .parse(found)
    .map((r) => ({
      figure: r.figure,
      href: `/fund/${segmentOf[r.kind]}/${r.id}`,
      documentNo: r.document_no,
      datedOn: dayFromDate(r.dated_on),
      belongsOn: dayFromDate(r.belongs_on),
      settledAt: r.settled_at,
      amount: r.amount,
      project: r.project_id ? { id: r.project_id, code: r.code ?? "", name: r.name ?? "" } : null,
    }));
}

/** R73: the adjustments that changed the total investment of a year's projects after a moment. */
export async function listLaterTotals(year: number, sealedAt: Date, tx: Tx): Promise<Change[]> {
  const found = await tx.projectAdjustment.findMany({
    where: {
      ...{ state: "APPROVED", totalInvestment: { not: null }, decidedAt: { gt: sealedAt } },
      project: { implementYear: year },
    },
    orderBy: { seq: "asc" },
    select: {
      ...{
        id: true,
        totalInvestment: true,
        oldTotalInvestment: true,
        datedOn: true,
        decidedAt: true,
        documentNo: true,
      },
      project: { select: { id: true, code: true, name: true } },
    },
  });
  return found.map((one) => ({
    figure: "totalInvestment",
    href: `/fund/projects/${one.project.id}/adjustments/${one.id}`,
    documentNo: one.documentNo,
    datedOn: dayFromDate(one.datedOn),
    belongsOn: lastDay(year),
    settledAt: one.decidedAt ?? sealedAt,
    amount: (one.totalInvestment ?? 0n) - (one.oldTotalInvestment ?? 0n),
    project: one.project,
  }));
}
