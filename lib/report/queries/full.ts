import "server-only";
import { snapshot } from "@/lib/database/db";
import { findReport, readFilter } from "@/lib/report/sheet/list";
import { type Asker, titlesOf } from "@/lib/report/sheet/report";

/** A report whose numbers can be had whole, as an address names it, with what it is about and how many rows it has; null when there is none. */
export async function findFullReport(kind: string, asked: Record<string, string | string[] | undefined>, asker: Asker) {
  const report = findReport(kind);
  if (!report || !Object.values(report.columns).some(({ personal }) => personal)) return null;

  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
  const filter = readFilter(report, query);
  const opened = filter && (await snapshot((tx) => report.open(tx, filter, asker)));
  if (!opened) return null;

  const { about, count, screen } = opened;
  return { report, query: String(query), title: titlesOf(asker.locale, kind).title, about, count, screen };
}
