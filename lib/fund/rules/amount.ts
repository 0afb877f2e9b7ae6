import { type Fen, parseWan, parseYuan } from "@/lib/money";

export const units = ["WAN", "YUAN"] as const;
export type Unit = (typeof units)[number];

/** R60: what was typed in 元 (two decimals) or 万元 (six), in fen; undefined for anything else, and for nothing. */
export function fenOf({ amount, unit }: { amount: string; unit: Unit }): Fen | undefined {
  const fen = unit === "WAN" ? parseWan(amount) : parseYuan(amount);
  return fen === 0n ? undefined : fen;
}

/** What would be typed for a sum in 万元, exact and without commas: 1,634,100 元 are `163.41`. */
export function typedWan(fen: Fen): string {
  const fraction = String(fen % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return fraction ? `${fen / 1_000_000n}.${fraction}` : String(fen / 1_000_000n);
}

/** The largest sum that is entered in one record: 1,000 亿元; more is a slip of the unit. */
export const largest: Fen = 10_000_000_000_000n;
