import type { Day } from "@/lib/value/calendar";

/** What a village and its township were called in a span of time. */
export type Called = { township: string; village: string; from: Day; to: Day | null };

/** The names in force on a day; of a day before all that is known the earliest, of one after all the latest. */
export function calledOn(names: readonly Called[], on: Day): Called | undefined {
  const inOrder = names.toSorted((one, other) => one.from.localeCompare(other.from));
  return (
    inOrder.findLast(({ from, to }) => from <= on && (to === null || to >= on)) ??
    (inOrder[0] && on < inOrder[0].from ? inOrder[0] : inOrder.at(-1))
  );
}
