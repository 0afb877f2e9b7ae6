import type { FundOverview } from "@/lib/fund/queries/dashboard";
import type { Ledger } from "@/lib/fund/rules/ledger";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Fen, formatWan } from "@/lib/money";
import { formulaAddress, isWholeYear, recordsAddress, wholeYear } from "./address";
import { rateText } from "./sum";

const ledgerOf = {
  arranged: "appropriations",
  disbursed: "disbursements",
  completed: "progress",
} as const satisfies Record<string, Ledger>;

export type Operand = keyof typeof ledgerOf | "standard";

export const operandAddress = (operand: Operand, filter: FundFilter): string =>
  operand === "standard" ? formulaAddress("standard", wholeYear(filter)) : recordsAddress(ledgerOf[operand], filter);

const all = [
  { figure: "above-arranged", left: "arranged", sign: "−", right: "standard" },
  { figure: "above-disbursed", left: "disbursed", sign: "−", right: "standard" },
  { figure: "lack-arranged", left: "standard", sign: "−", right: "arranged" },
  { figure: "lack-disbursed", left: "standard", sign: "−", right: "disbursed" },
  { figure: "standard-rate", left: "arranged", sign: "÷", right: "standard" },
  { figure: "standard-rate-disbursed", left: "disbursed", sign: "÷", right: "standard" },
  { figure: "payment-rate", left: "disbursed", sign: "÷", right: "arranged" },
  { figure: "completion-rate", left: "completed", sign: "÷", right: "arranged" },
] as const satisfies readonly { figure: string; left: Operand; sign: "−" | "÷"; right: Operand }[];

export type Step = (typeof all)[number] & { from: Fen; by: Fen; text: string };

/** Every difference and rate that can be said of this money, with its two numbers; none against a standard that is not there, or of a part of the year. */
export function stepsOf({ totals, standard }: FundOverview, filter: FundFilter): Step[] {
  const held = isWholeYear(filter) ? standard.standard : null;
  const amounts: Record<Operand, Fen | null> = {
    arranged: totals.arranged,
    disbursed: totals.disbursed,
    completed: totals.completed,
    standard: held,
  };
  return all.flatMap((step) => {
    const [from, by] = [amounts[step.left], amounts[step.right]];
    if (from === null || by === null) return [];
    const text = step.sign === "÷" ? rateText(from, by) : from > by ? formatWan(from - by) : undefined;
    return text === undefined ? [] : [{ ...step, from, by, text }];
  });
}
