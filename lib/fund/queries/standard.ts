import "server-only";
import { z } from "zod";
import { db, snapshot, type Tx } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { aidStandard, givesStandard } from "@/lib/fund/rules/standard";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { RevenueCertainty } from "@/prisma/generated/enums";

export const revenueShape = z
  .object({
    id: z.string(),
    amount: told.fen,
    certainty: z.enum(RevenueCertainty),
    documentNo: z.string(),
    datedOn: told.day,
    decidedAt: told.moment.nullable(),
  })
  .nullable();
const row = z.object({ rate: z.number(), revenue: revenueShape });
export type Behind = z.output<typeof row>;

/** The revenue that gave the standard of a year as of a day, as far as it was approved by a moment; one column of JSON, or null. */
export const revenueBehind = (year: Prisma.Sql, asOf: Day, knownAt?: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('id', id, 'amount', amount::text, 'certainty', certainty, 'documentNo', document_no, 'datedOn', dated_on,
    'decidedAt', decided_at) FROM revenue_figures
  WHERE year = ${year} - 1 AND state = 'APPROVED' AND dated_on <= ${dateFromDay(asOf)}::date ${
    knownAt ? Prisma.sql`AND (${knownAt} IS NULL OR decided_at <= ${knownAt})` : Prisma.empty
  }
  ORDER BY dated_on DESC, seq DESC LIMIT 1)`;

/** The rate of a year, which is that of its first day. */
export const rateOf = (year: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`parameter('aid_rate_basis_points', make_date(${year}, 1, 1))`;

/** What the standard of a year is computed from, for a page that asks others with it; `standardFrom` reads the answer. */
export function standardBehind(year: number, asOf: Day, knownAt?: Date): Question<typeof row> {
  const of = Prisma.sql`${year}::int`;
  const known = knownAt && Prisma.sql`${knownAt}::timestamptz`;
  return {
    asks: Prisma.sql`SELECT ${rateOf(of)} AS rate, ${revenueBehind(of, asOf, known)} AS revenue`,
    shape: row,
  };
}

/**
 * R61, I22: the standard of a year in fen, with the revenue of the year before and the rate it was computed from, as of a day.
 * `standard` is null (待核定) without an approved revenue figure, or with a provisional one; `provisional` is what that one would give.
 */
export function standardFrom(year: number, { rate, revenue }: Behind) {
  const due = revenue && aidStandard(revenue.amount, BigInt(rate));
  const isKnown = revenue !== null && givesStandard(revenue.certainty);
  return { year, revenue, rateBasisPoints: rate, standard: isKnown ? due : null, provisional: isKnown ? null : due };
}

/** The same by itself; `knownAt` leaves out what was approved after a moment (R76). */
export async function findStandard(year: number, asOf: Day, tx: Tx = db, knownAt?: Date) {
  const { standard } = await together(tx, { standard: standardBehind(year, asOf, knownAt) });
  return standardFrom(year, standard[0] as Behind);
}

export type Standard = ReturnType<typeof standardFrom>;

/** The standards of several years, read at one instant, by year. */
export const listStandards = (years: number[], asOf: Day) =>
  snapshot(async (tx) => {
    const standards = new Map<number, Standard>();
    for (const year of new Set(years)) standards.set(year, await findStandard(year, asOf, tx));
    return standards;
  });

/** The approved revenues that give a standard, the latest year first. */
export const listRevenuesInForce = (tx: Tx = db) =>
  tx.revenueFigure.findMany({
    where: { isCurrent: true, certainty: { not: "PROVISIONAL" } },
    orderBy: { year: "desc" },
    select: { year: true, amount: true },
  });
