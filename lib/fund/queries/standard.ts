import "server-only";
import { db, snapshot, type Tx } from "@/lib/database/db";
import { aidStandard, givesStandard } from "@/lib/fund/rules/standard";
import { findParameters } from "@/lib/setting/parameter";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";

/**
 * R61, I22: the standard of a year in fen, with the revenue of the year before and the rate it was computed from, as of a day.
 * `standard` is null (待核定) without an approved revenue figure, or with a provisional one; `provisional` is what that one would give.
 * `knownAt` leaves out what was approved after a moment (R76).
 */
export async function findStandard(year: number, asOf: Day, tx: Tx = db, knownAt?: Date) {
  const [figure] = await tx.revenueFigure.findMany({
    where: {
      ...{ year: year - 1, state: "APPROVED", datedOn: { lte: dateFromDay(asOf) } },
      ...(knownAt && { decidedAt: { lte: knownAt } }),
    },
    orderBy: [{ datedOn: "desc" }, { seq: "desc" }],
    take: 1,
    select: { id: true, amount: true, certainty: true, documentNo: true, datedOn: true, decidedAt: true },
  });
  const rate = (await findParameters(tx, firstDay(year)))("aid_rate_basis_points");
  const revenue = figure ? { ...figure, datedOn: dayFromDate(figure.datedOn) } : null;
  const due = revenue && aidStandard(revenue.amount, BigInt(rate));
  const isKnown = revenue !== null && givesStandard(revenue.certainty);
  return { year, revenue, rateBasisPoints: rate, standard: isKnown ? due : null, provisional: isKnown ? null : due };
}

export type Standard = Awaited<ReturnType<typeof findStandard>>;

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
