import "server-only";
import { findLastChange } from "@/lib/audit/queries/last-change";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

type Stands = Readonly<Record<string, string | number | boolean | null | undefined>> & { version: number };

/**
 * I27, U26: refuses as STALE with what stands there now, by the columns of the form, with the version it is to be sent with, and who
 * changed any of these records last: to be set beside what was typed.
 */
export async function refuseOvertaken(tx: Tx, ids: string[], stands: Stands): Promise<never> {
  const fields = Object.entries(stands).map(([name, value]) => [name, asTyped(value)]);
  throw new Refusal("STALE", { ...(await findLastChange(tx, ...ids)), ...Object.fromEntries(fields) });
}

/** As a field of a form sends it: an empty one is empty, a ticked box says `on`. */
const asTyped = (value: Stands[string]): string | number =>
  typeof value === "boolean" ? (value ? "on" : "") : (value ?? "");
