import type { Fen } from "@/lib/value/money";

/** What a project had in the three ledgers before the period began. */
export type Before = { arranged: Fen; disbursed: Fen; completed: Fen };

/**
 * 结转: what of a project's payments (or completed works) within a period settles money that was arranged before it; the oldest
 * arrangement is settled first. The rest belongs to what was arranged within the period, and only that is held against it (R79).
 */
export const carriedOver = (of: "disbursed" | "completed", before: Before, within: Fen): Fen =>
  least(before[of] + within, before.arranged) - least(before[of], before.arranged);

const least = (one: Fen, other: Fen): Fen => (one < other ? one : other);
