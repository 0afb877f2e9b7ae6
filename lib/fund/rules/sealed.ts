import type { Day } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";

/** What a closed year keeps, in the order in which it is shown; of a month the three ledgers. */
export const sealedNames = [
  "standard",
  "arranged",
  "disbursed",
  "completed",
  "totalInvestment",
  "socialPlanned",
  "socialCome",
  "operatingPlanned",
  "operatingCome",
] as const;
export type SealedName = (typeof sealedNames)[number];

/** R76, I40: a record that a sealed figure did not know: dated later and taking back what is in it, or settled after the seal. */
export type Change = {
  figure: SealedName;
  href: string;
  documentNo: string;
  datedOn: Day;
  /** The day the money it changes is of. */
  belongsOn: Day;
  settledAt: Date;
  /** What it moves the figure by; null where that cannot be said of a figure that was not known. */
  amount: Fen | null;
  project: { id: string; code: string; name: string } | null;
};

/** A figure as it was sealed and as it is known today; null is 待核定. */
export type SealedFigure = { name: SealedName; sealed: Fen | null; now: Fen | null; changes: Change[] };

/** A period: its last day, and the moment from which it was sealed. */
export type Seal = { first: Day; last: Day; sealedAt: Date };

export const isAfterSeal = ({ datedOn, belongsOn, settledAt }: Change, { first, last, sealedAt }: Seal): boolean =>
  belongsOn >= first && belongsOn <= last && (datedOn > last || settledAt > sealedAt);

/**
 * 差异: `stands` is what is dated in the period, as every other page shows it (R76). What was settled in it after the seal was not
 * sealed, which the law refuses and the self-check finds; what takes something back later is known today.
 */
export function sealedFigure(name: SealedName, stands: Fen, changes: Change[], seal: Seal): SealedFigure {
  const own = changes.filter((change) => change.figure === name && isAfterSeal(change, seal));
  const sum = (rows: Change[]) => rows.reduce((total, { amount }) => total + (amount ?? 0n), 0n);
  const later = own.filter(({ datedOn }) => datedOn > seal.last);
  const slipped = own.filter(({ datedOn }) => datedOn <= seal.last);
  return { name, sealed: stands - sum(slipped), now: stands + sum(later), changes: own };
}

/** What is known today less what was sealed; null where one of the two was not known. */
export const differenceOf = ({ sealed, now }: Pick<SealedFigure, "sealed" | "now">): Fen | null =>
  sealed === null || now === null ? null : now - sealed;

export const hasChanged = ({ sealed, now }: Pick<SealedFigure, "sealed" | "now">): boolean => sealed !== now;

type Sealed = { figures: SealedFigure[]; changedMonths: { figures: SealedFigure[] }[] };

/** The records behind all differences of a year, each once: one of the year and of its month is the same record. */
export function changesOf({ figures, changedMonths }: Sealed): Change[] {
  const all = [...figures, ...changedMonths.flatMap((month) => month.figures)].flatMap(({ changes }) => changes);
  return [...new Map(all.map((change) => [change.href, change])).values()];
}

/** The lines of the paper: every figure of the year, every changed one of a month, every record. */
export const countOf = (sealed: Sealed): number =>
  sealed.figures.length +
  sealed.changedMonths.reduce((sum, { figures }) => sum + figures.length, 0) +
  changesOf(sealed).length;
