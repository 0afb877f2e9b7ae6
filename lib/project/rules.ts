import type { Fen } from "@/lib/value/money";

/** A slip of the unit: more than the limit in 万元 for one project or one record. */
export const isLarge = (amount: Fen, limitWan: number): boolean => amount > BigInt(limitWan) * 1_000_000n;
