import { type Fen, parseWan, parseYuan } from "@/lib/money";

export const units = ["WAN", "YUAN"] as const;
export type Unit = (typeof units)[number];

/** R60: what was typed in 元 (two decimals) or 万元 (six), in fen; undefined for anything else, and for nothing. */
export function fenOf({ amount, unit }: { amount: string; unit: Unit }): Fen | undefined {
  const fen = unit === "WAN" ? parseWan(amount) : parseYuan(amount);
  return fen === 0n ? undefined : fen;
}

/** The largest sum that is entered in one record: 1,000 亿元; more is a slip of the unit. */
export const largest: Fen = 10_000_000_000_000n;
