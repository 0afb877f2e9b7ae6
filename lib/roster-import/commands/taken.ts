import "server-only";
import type { No } from "@/lib/command/row";
import type { Refusal } from "@/lib/refusal/refusal";
import type { Fault, Values } from "@/lib/roster-import/rules/cells";
import type { WarningName } from "@/lib/trainee/rules/warnings";

/**
 * What a line means: somebody new, a person of whom it changes something, one of whom it says nothing new, or nobody because something is
 * wrong. `open` is a line whose warnings nobody has answered yet.
 */
export type Taken = {
  number: number;
  kind: "NEW" | "UPDATE" | "SAME" | "WRONG";
  traineeId?: string;
  /** The version of the person once the line is taken in. */
  version: number;
  /** Columns of the register that change, and what stood there. */
  changes: string[];
  before?: Values;
  faults: Fault[];
  noes: No[];
  warnings: WarningName[];
  open?: No;
};

/** What came of the command that a line ran. */
export function tell(
  taken: Taken,
  kind: "NEW" | "UPDATE",
  accepted: WarningName[],
  done: { outcome: { id: string } } | No,
): Taken {
  if ("outcome" in done) return { ...taken, kind, traineeId: done.outcome.id, warnings: accepted };
  if (done.figures.case !== "WARNINGS") return { ...taken, noes: [done] };
  return { ...taken, kind, open: done, warnings: (done.lists.warnings ?? []) as WarningName[] };
}

/** A no as a line keeps it, with the field it stands at. */
export const plain = ({ refusal, figures, lists, ...no }: No | Refusal): No => ({
  refusal,
  figures: { ...figures, ...("field" in no && no.field ? { field: no.field } : {}) },
  lists,
});
