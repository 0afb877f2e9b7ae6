import "server-only";
import { begun } from "@/lib/cohort/rules/states";
import { tallyYear } from "@/lib/completion/queries/tally";
import { snapshot, type Tx } from "@/lib/database/db";
import { dateFromDay, dayFromDate, yearOf } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";

/** A year's cohorts in the order of their numbers with what came of each, and the sums under them; off the base apart (R27). */
export async function findCompletionYear(tx: Tx, year: number) {
  const cohorts = await tx.cohort.findMany({
    where: {
      startsOn: { gte: dateFromDay(firstDay(year)), lte: dateFromDay(lastDay(year)) },
      state: { in: [...begun] },
    },
    orderBy: [{ atBase: "desc" }, { number: "asc" }],
    select: {
      id: true,
      number: true,
      title: true,
      startsOn: true,
      endsOn: true,
      atBase: true,
      seats: true,
      state: true,
    },
  });
  const { ofCohort, ...sums } = await tallyYear(tx, year);
  const lines = cohorts.map(({ startsOn, endsOn, ...cohort }) => ({
    ...cohort,
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
    tally: ofCohort.get(cohort.id),
  }));
  const seats = (atBase: boolean) => sum(cohorts.filter((one) => one.atBase === atBase).map((one) => one.seats));
  return {
    year,
    lines,
    draft: cohorts.some(({ state }) => state !== "CLOSED"),
    sums: {
      atBase: { seats: seats(true), ...sums.atBase },
      outside: { seats: seats(false), ...sums.outside },
      all: { seats: seats(true) + seats(false), ...sums.all },
    },
  };
}

export type CompletionYear = Awaited<ReturnType<typeof findCompletionYear>>;

/** The years in which a cohort began, from the first to this one, for the choice of a year. */
export async function findYears(tx: Tx, thisYear: number) {
  const first = await tx.cohort.aggregate({ _min: { startsOn: true } });
  const year = first._min.startsOn ? yearOf(dayFromDate(first._min.startsOn)) : thisYear;
  return { first: Math.min(year, thisYear), last: thisYear };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The page of a year and the years to choose from, read at one instant (I25). */
export const readCompletionYear = (year: number, thisYear: number) =>
  snapshot(async (tx) => ({ found: await findCompletionYear(tx, year), years: await findYears(tx, thisYear) }));
