import { aidStandard } from "@/lib/fund/rules/standard";
import { exactWan, type Fen, fenOf, units } from "@/lib/value/money";
import { type Sentence, say } from "@/lib/wording/sentence";

/** What an amount is measured against while it is typed; keys are what stands in the field `by` (a year is taken of a day). */
export type Scale =
  | {
      kind: "left";
      by: "projectId" | "datedOn";
      left: Record<string, Fen>;
      paid?: Record<string, Fen>;
      words: LeftWords;
    }
  | { kind: "standard"; by: "year"; standards: Record<string, Fen | null>; words: StandardWords }
  | { kind: "revenue"; by: "year"; rateBasisPoints: number; words: { due: Sentence } };

type LeftWords = Record<"left" | "after" | "over" | "beyondPaid", Sentence> & { none?: Sentence };
type StandardWords = Record<"standard" | "above" | "below" | "met" | "none", Sentence>;

export type Said = { sentence: string; isWrong?: boolean };

/** One sentence about what is left, or how far from the standard this is; `fen` is undefined until an amount stands there. */
export function saidOf(scale: Scale, chosen: string, fen: Fen | undefined): Said[] {
  if (scale.kind === "revenue") return revenueSaid(scale, chosen, fen);
  const key = scale.kind === "left" && scale.by === "projectId" ? chosen : chosen.slice(0, 4);
  return scale.kind === "left" ? leftSaid(scale, key, fen) : standardSaid(scale, key, fen);
}

function leftSaid({ left, paid, words }: Extract<Scale, { kind: "left" }>, key: string, fen: Fen | undefined): Said[] {
  const most = left[key];
  if (key === "") return [];
  if (most === undefined) return words.none ? [{ sentence: say(words.none, { key }) }] : [];
  if (fen === undefined) return [{ sentence: say(words.left, { key, left: exactWan(most) }) }];
  if (fen > most)
    return [{ sentence: say(words.over, { key, left: exactWan(most), over: exactWan(fen - most) }), isWrong: true }];

  const beyond = paid?.[key] === undefined ? 0n : fen - paid[key];
  return [
    { sentence: say(words.after, { key, left: exactWan(most), after: exactWan(most - fen) }) },
    ...(beyond > 0n ? [{ sentence: say(words.beyondPaid, { over: exactWan(beyond) }), isWrong: true }] : []),
  ];
}

function standardSaid(
  { standards, words }: Extract<Scale, { kind: "standard" }>,
  key: string,
  fen: Fen | undefined,
): Said[] {
  const standard = standards[key];
  if (key === "") return [];
  if (standard === undefined || standard === null) return [{ sentence: say(words.none, { year: key }) }];

  const known = { year: key, standard: exactWan(standard) };
  if (fen === undefined) return [{ sentence: say(words.standard, known) }];
  if (fen === standard) return [{ sentence: say(words.met, known) }];
  return fen > standard
    ? [{ sentence: say(words.above, { ...known, by: exactWan(fen - standard) }) }]
    : [{ sentence: say(words.below, { ...known, by: exactWan(standard - fen) }), isWrong: true }];
}

function revenueSaid(
  { rateBasisPoints, words }: Extract<Scale, { kind: "revenue" }>,
  year: string,
  fen: Fen | undefined,
): Said[] {
  if (fen === undefined || !/^\d{4}$/.test(year)) return [];
  const due = exactWan(aidStandard(fen, BigInt(rateBasisPoints)));
  return [{ sentence: say(words.due, { year: Number(year) + 1, rate: rateBasisPoints / 100, due }) }];
}

/** What is typed, in fen; undefined while it is no amount. */
export const readAmount = (amount: string, unit: string): Fen | undefined =>
  fenOf({ amount, unit: units.find((one) => one === unit) ?? "WAN" });
