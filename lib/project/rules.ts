import type { Fen } from "@/lib/value/money";

/** A slip of the unit: more than the limit in 万元 for one project or one record. */
export const isLarge = (amount: Fen, limitWan: number): boolean => amount > BigInt(limitWan) * 1_000_000n;

type Fault = { field: "implementYear"; case: "YEARS_ORDER" };
type Years = { planYear?: number | undefined; implementYear?: number | undefined };

/** What one field of a project says against another; a field that is not known yet says nothing. */
export const listFaults = ({ planYear, implementYear }: Years): Fault[] =>
  planYear !== undefined && implementYear !== undefined && implementYear > planYear
    ? [{ field: "implementYear", case: "YEARS_ORDER" }]
    : [];
