import type { Fen } from "@/lib/value/money";

/** R61, I22: what is due of the prior year's local revenue, half-up to the fen; 50 basis points are 0.5 %. */
export function aidStandard(priorYearRevenue: Fen, rateBasisPoints: bigint): Fen {
  return (priorYearRevenue * rateBasisPoints + 5_000n) / 10_000n;
}

/** R65: the part of a sum within the standard and the part above it; without a standard nothing is above (待核定). */
export function splitAtStandard(sum: Fen, standard: Fen | null): { within: Fen; above: Fen } {
  if (standard === null || sum <= standard) return { within: sum, above: 0n };
  return { within: standard, above: sum - standard };
}

/** R63: what the plan still lacks of the standard; nothing where the standard is met or not known yet. */
export const lackOf = (sum: Fen, standard: Fen | null): Fen =>
  standard !== null && sum < standard ? standard - sum : 0n;

export type Certainty = "CONFIRMED" | "IMPLIED" | "PROVISIONAL";

/** I22: a provisional revenue gives no standard yet; one implied by the published standard itself does, and is marked. */
export const givesStandard = (certainty: Certainty): boolean => certainty !== "PROVISIONAL";
