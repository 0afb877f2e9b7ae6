import type { Actor } from "@/lib/auth/actor";
import { snapshot } from "@/lib/database/db";
import { readFilter } from "@/lib/report/sheet/list";
import type { Report } from "@/lib/report/sheet/report";

/**
 * What stands in a report by the address of its file, every row of it and whole numbers still open; null where there is no such record,
 * undefined where the address is none.
 */
export async function openReport(report: Report, query: string, asker: Actor) {
  const filter = readFilter(report, new URLSearchParams(query));
  if (!filter) return undefined;
  return snapshot(async (tx) => {
    const found = await report.open(tx, filter, asker);
    if (!found) return null;
    const rows = [];
    for await (const some of Symbol.iterator in found.rows ? [found.rows] : found.rows) rows.push(...some);
    return { ...found, rows, foot: found.foot() };
  });
}

/** The same for a report that is known to be there. */
export async function opened(report: Report, query: string, asker: Actor) {
  const found = await openReport(report, query, asker);
  if (!found) throw new Error(`${report.kind}?${query} is no report`);
  return found;
}
