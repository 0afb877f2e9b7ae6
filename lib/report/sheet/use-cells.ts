import "server-only";
import { printedRate } from "@/lib/completion/rules";
import { type Minutes, printedHours, shareUsed } from "@/lib/lesson/rules/use";
import type { ReportColumn } from "@/lib/report/sheet/report";

const hours = { kind: "amount", width: 12 } as const;

/** The figures of the use of a classroom, in the order in which table and paper give them. */
export const columnsOfUse = {
  open: hours,
  closed: hours,
  used: hours,
  rate: { kind: "percent", width: 10 },
  outside: hours,
} satisfies Record<string, ReportColumn>;

/** R47: hours with two decimals, the rate with one, rounded down. */
export function cellsOfUse(minutes: Minutes) {
  return {
    open: printedHours(minutes.open),
    closed: printedHours(minutes.closed),
    used: printedHours(minutes.used),
    rate: rateOf(minutes),
    outside: printedHours(minutes.outside),
  };
}

/** Used of open, in percent with one decimal; null where nothing was open. */
export function rateOf(minutes: { used: number; open: number }): string | null {
  const share = shareUsed(minutes);
  return share === null ? null : printedRate(share);
}
