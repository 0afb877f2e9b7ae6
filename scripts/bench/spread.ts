/** A figure of several rounds. */
export type Spread = { median: number; least: number; most: number };

/** The middle of what was measured and how far it went either way; nothing measured is no number. */
export function spreadOf(figures: number[]): Spread {
  const sorted = [...figures].sort((one, other) => one - other);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/** 12.3 (11.8–14.0); a figure that never changed stands alone. */
export function sayFigure({ median, least, most }: Spread, digits = 1): string {
  const [middle, low, high] = [median, least, most].map((figure) => figure.toFixed(digits));
  return low === high ? `${middle}` : `${middle} (${low}–${high})`;
}
