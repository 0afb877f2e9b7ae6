import "server-only";
import type { Tx } from "@/lib/database/db";
import { run } from "@/lib/database/direct";
import { type Figures, Refusal } from "@/lib/refusal/refusal";
import { Prisma } from "@/prisma/generated/client";

type Table =
  | (
      | "cohorts"
      | "enrolments"
      | "trainees"
      | "identity_corrections"
      | "trainee_merges"
      | "roster_imports"
      | "lessons"
      | "pending_marks"
      | "leaves"
      | "person_requests"
      | "trainers"
      | "courses"
    )
  | ("projects" | "project_adjustments" | "aid_plans" | "revenue_figures" | "appropriations" | "disbursements")
  | ("investment_progress" | "outside_records" | "setting_changes" | "accounts" | keyof typeof keyedOtherwise);

/** All others have an `id`. */
const keyedOtherwise = {
  classrooms: ["number", "int"],
  fund_months: ["month", "text"],
  aid_funds: ["year", "int"],
} as const;

/**
 * Locks rows of one table against others who change them, in the order of their keys, so that two commands never wait for each other in
 * a circle; answers how many rows there are. What they hold is read in a later statement, which sees what the wait was for.
 */
export async function hold(tx: Tx, table: Table, ...wanted: (string | number)[]): Promise<number> {
  const [key, type] = table in keyedOtherwise ? keyedOtherwise[table as keyof typeof keyedOtherwise] : ["id", "uuid"];
  const [rows, column] = [Prisma.raw(table), Prisma.raw(key)];
  const query = Prisma.sql`
    SELECT 1 FROM ${rows} WHERE ${column} = ANY (${wanted}::${Prisma.raw(type)}[]) ORDER BY ${column} FOR NO KEY UPDATE`;
  return run(tx, query);
}

/** I27: STALE where somebody changed the row since its page was shown; `told` says where, or what stands there now. */
export function refuseOtherVersion(held: { version: number }, seen: number | undefined, told: Figures = {}): void {
  if (held.version !== seen) throw new Refusal("STALE", told);
}
