import type { Fen } from "@/lib/value/money";

/** What may be written down but hardly is (R69, R71, R73): the writer ticks that it was looked at, the approver reads it. */
export const warningNames = ["DUPLICATE", "OVER_INVESTMENT", "BEYOND_PAID", "UNLIKELY", "LARGE_TOTAL"] as const;
export type WarningName = (typeof warningNames)[number];

/** A slip of the unit: many times more or less than the last approved figure of its kind. */
export const isFarFrom = (amount: Fen, last: Fen | null, times: number): boolean =>
  last !== null && (amount > last * BigInt(times) || amount * BigInt(times) < last);

/** Whether every warning was among those that were shown and ticked. */
export function isAnswered(warnings: WarningName[], accepted: readonly string[] = []): boolean {
  const seen = new Set(accepted);
  return warnings.every((name) => seen.has(name));
}
