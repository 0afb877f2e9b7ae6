import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { type Kind, segmentOf, tableOf } from "@/lib/fund/rules/ledger";
import { projectOf } from "@/lib/fund/rules/record";
import { isFarFrom, type WarningName, warningNames } from "@/lib/fund/rules/second-look";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { isLarge } from "@/lib/project/rules";
import { findParameters } from "@/lib/setting/parameter";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { Prisma } from "@/prisma/generated/client";

/** What a record says, as far as it can be doubted. */
export type Doubted = {
  id: string | undefined;
  kind: Kind;
  amount: Fen;
  datedOn: Day;
  documentNo: string | null | undefined;
  projectId?: string | undefined;
  payee?: string | null | undefined;
  item?: string | null | undefined;
  year?: number | undefined;
};

/** R69: the record that says the same already: where it stands, its day and its paper. */
export type Earlier = { href: string; datedOn: Day; documentNo: string };
export type Doubt = { warnings: WarningName[]; earlier: Earlier | null };

/** R69, R71, R73: what should be looked at before this record is handed in or approved. */
export async function findDoubt(record: Doubted, today: Day, tx: Tx): Promise<Doubt> {
  const { kind, amount, projectId } = record;
  if (amount <= 0n) return { warnings: [], earlier: null };
  const earlier = await findEarlier(record, tx);
  const project = projectId
    ? await tx.project.findUnique({
        where: { id: projectId },
        select: { arranged: true, disbursed: true, completed: true, totalInvestment: true },
      })
    : null;
  const noticeWan = (await findParameters(tx, today))("amount_notice_wan");
  const given: Record<WarningName, boolean> = {
    DUPLICATE: earlier !== null,
    OVER_INVESTMENT:
      kind === "appropriation" && project !== null && project.arranged + amount > project.totalInvestment,
    BEYOND_PAID: kind === "progress" && project !== null && project.completed + amount > project.disbursed,
    UNLIKELY: await isUnlikely(record, today, tx),
    // The total is approved with the first arrangement, so its approver sees it too (R73).
    LARGE_TOTAL: kind === "appropriation" && project?.arranged === 0n && isLarge(project.totalInvestment, noticeWan),
  };
  return { warnings: warningNames.filter((name) => given[name]), earlier };
}

/** The doubts about records that wait, by id. */
export async function listDoubts(records: MoneyRecord[], today: Day, tx: Tx): Promise<Map<string, Doubt>> {
  const doubts = new Map<string, Doubt>();
  for (const record of records) doubts.set(record.id, await findDoubt(doubtedOf(record), today, tx));
  return doubts;
}

/** A stored record as it can be doubted. */
export const doubtedOf = (record: MoneyRecord): Doubted => ({ ...record, projectId: projectOf(record)?.id });

const found = z.array(z.object({ id: z.string(), dated_on: z.date(), document_no: z.string().nullable() }));

async function findEarlier(record: Doubted, tx: Tx): Promise<Earlier | null> {
  const { kind, amount, datedOn, documentNo, projectId, payee, item, year } = record;
  const table = Prisma.raw(tableOf[kind]);
  const subject = kind === "outside" ? item : (projectId ?? String(year));
  const standing =
    kind === "plan" || kind === "revenue"
      ? Prisma.empty
      : Prisma.sql`AND r.reversal_of_id IS NULL AND NOT EXISTS
          (SELECT FROM ${table} b WHERE b.reversal_of_id = r.id AND b.state = 'APPROVED')`;
  const rows = await tx.$queryRaw`
    SELECT r.id, r.dated_on, r.document_no FROM ${table} r
    WHERE r.natural_key = money_key(${subject ?? ""}::text, ${dateFromDay(datedOn)}::date, ${amount}::bigint, ${kind === "disbursement" ? (payee ?? "") : ""}::text,
        ${documentNo ?? ""}::text)
      AND r.state IN ('SUBMITTED', 'APPROVED') AND r.id <> ${record.id ?? "00000000-0000-0000-0000-000000000000"}::uuid ${standing}
    ORDER BY r.seq LIMIT 1`;
  const [one] = found.parse(rows);
  if (!one) return null;
  const href = `/fund/${segmentOf[kind]}/${one.id}`;
  return { href, datedOn: dayFromDate(one.dated_on), documentNo: one.document_no ?? "" };
}

async function isUnlikely({ kind, amount, year }: Doubted, today: Day, tx: Tx): Promise<boolean> {
  const parameters = await findParameters(tx, today);
  if (kind !== "plan" && kind !== "revenue") return isLarge(amount, parameters("amount_notice_wan"));

  const where = { isCurrent: true, year: { not: year ?? 0 } };
  const figures =
    kind === "plan"
      ? (await tx.aidPlan.findMany({ where, select: { year: true, total: true } })).map(({ total, ...one }) => ({
          ...one,
          amount: total,
        }))
      : await tx.revenueFigure.findMany({ where, select: { year: true, amount: true } });
  const near = figures.sort((one, other) => Math.abs(one.year - (year ?? 0)) - Math.abs(other.year - (year ?? 0)))[0];
  return isFarFrom(amount, near?.amount ?? null, parameters("amount_notice_times"));
}
