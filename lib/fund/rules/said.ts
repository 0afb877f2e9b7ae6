import { projectOf, reversalOf } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { type Month, yearOf } from "@/lib/value/calendar";
import { exactWan, spokenCny } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";

/** What a banner says of a record: what it is about, how much, and whether it takes something back. */
export function saidOf(record: MoneyRecord) {
  const project = projectOf(record);
  const other = record.kind === "outside" ? record.item : String(record.year);
  return {
    what: project ? `${project.code} ${project.name}` : other,
    amount: exactWan(record.amount),
    cny: spokenCny(record.amount),
    reversal: String(reversalOf(record) !== null),
  };
}

/** A month `2018-08` as the banner names it. */
export const saidOfMonth = (month: Month) => ({ year: String(yearOf(month)), month: numberOfMonth(month) });
