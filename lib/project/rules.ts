import type { Fen } from "@/lib/value/money";

/** A slip of the unit: more than the limit in 万元 for one project or one record. */
export const isLarge = (amount: Fen, limitWan: number): boolean => amount > BigInt(limitWan) * 1_000_000n;

/** The fields of a project under the names that forms and the audit know them by. */
export const named = <Value>(row: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [names[name] ?? name, value]));

const names: Record<string, string> = { code: "projectCode", name: "projectName", category: "projectCategory" };

type Fault = { field: "implementYear"; case: "YEARS_ORDER" };
type Years = { planYear?: number | undefined; implementYear?: number | undefined };

/** What one field of a project says against another; a field that is not known yet says nothing. */
export const listFaults = ({ planYear, implementYear }: Years): Fault[] =>
  planYear !== undefined && implementYear !== undefined && implementYear > planYear
    ? [{ field: "implementYear", case: "YEARS_ORDER" }]
    : [];
