import "server-only";
import type { Tally } from "@/lib/completion/queries/tally";
import { attendanceRate, averageMark, completionRate, printedRate } from "@/lib/completion/rules";
import type { ReportColumn } from "@/lib/report/sheet/report";

const count = { kind: "number", width: 9 } as const;
const rate = { kind: "percent", width: 9 } as const;
const mark = { kind: "mark", width: 9 } as const;

/** The figures of completion, in the order in which papers give them. */
export const tallyColumns = {
  enrolled: count,
  personTimes: count,
  headcount: count,
  completed: count,
  completedHeads: count,
  notCompleted: count,
  dropped: count,
  madeUp: count,
  completionRate: rate,
  attendance: rate,
  theory: mark,
  practice: mark,
} satisfies Record<string, ReportColumn>;

/** R47, R56: a tally as it is printed on screen, on paper and in files alike. */
export function tallyCells(tally: Tally) {
  const ended = completionRate(tally);
  const attended = tally.scheduled === 0 ? null : attendanceRate(tally);
  const mean = (sum: number, of: number) => {
    const average = averageMark(sum, of);
    return average === null ? null : printedRate(average);
  };
  return {
    enrolled: tally.enrolled,
    personTimes: tally.personTimes,
    headcount: tally.headcount,
    completed: tally.completed,
    completedHeads: tally.completedHeads,
    notCompleted: tally.notCompleted,
    dropped: tally.dropped,
    madeUp: tally.madeUp,
    completionRate: ended === null ? null : printedRate(ended),
    attendance: attended === null ? null : printedRate(attended),
    theory: mean(tally.theory, tally.theories),
    practice: mean(tally.practice, tally.practices),
  };
}

export type TallyCells = ReturnType<typeof tallyCells>;
