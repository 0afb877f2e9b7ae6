import "server-only";
import type { Tx } from "@/lib/database/db";
import { type Day, dateFromDay } from "@/lib/value/calendar";

/** R76: the plan of a year as of a day: the approved one that was approved last, or the newest draft while there is none; or null. */
export async function findPlan(year: number, asOf: Day, tx: Tx) {
  const dated = { year, datedOn: { lte: dateFromDay(asOf) } };
  const select = { total: true, state: true } as const;
  const approved = await tx.aidPlan.findFirst({
    where: { ...dated, state: "APPROVED" },
    orderBy: [{ decidedAt: "desc" }, { seq: "desc" }],
    select,
  });
  return (
    approved ??
    tx.aidPlan.findFirst({
      where: { ...dated, state: { in: ["DRAFT", "SUBMITTED"] } },
      orderBy: { seq: "desc" },
      select,
    })
  );
}

/** The years that had begun by a day, and those ahead that had a plan by then, in their order. */
export async function listYearsOf(first: number, last: number, asOf: Day, tx: Tx): Promise<number[]> {
  const ahead = await tx.aidPlan.findMany({
    where: { year: { gt: last }, state: { not: "REJECTED" }, datedOn: { lte: dateFromDay(asOf) } },
    distinct: ["year"],
    orderBy: { year: "asc" },
    select: { year: true },
  });
  return [...Array.from({ length: last - first + 1 }, (_, n) => first + n), ...ahead.map(({ year }) => year)];
}
