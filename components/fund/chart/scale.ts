import { type Fen, formatWan } from "@/lib/value/money";

/** Where an amount lies on a scale, in percent: for drawing only, no figure is read from it. */
export const shareOf = (amount: Fen, whole: Fen): number =>
  whole > 0n ? Number((amount * 100_000n) / whole) / 1_000 : 0;

/** The largest of several amounts, and never less than nothing. */
export const largestOf = (...amounts: Fen[]): Fen =>
  amounts.reduce((largest, amount) => (amount > largest ? amount : largest), 0n);

/** A scale of four equal steps of 1, 2, 2.5 or 5 times a power of ten 万元 that holds the largest amount. */
export function scaleFor(largest: Fen): { top: Fen; steps: { share: number; label: string }[] } {
  let step = tenThousand;
  for (let power = tenThousand; step * 4n < largest; power *= 10n)
    step = [power, power * 2n, (power * 5n) / 2n, power * 5n, power * 10n].find((one) => one * 4n >= largest) ?? step;
  const steps = [0n, 1n, 2n, 3n, 4n].map((count) => ({
    share: Number(count) * 25,
    label: formatWan(count * step).replace(/\.00$/, ""),
  }));
  return { top: step * 4n, steps };
}

const tenThousand: Fen = 1_000_000n;
