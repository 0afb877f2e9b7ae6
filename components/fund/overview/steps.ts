import { formulaAddress, projectsAddress, recordsAddress, wholeYear } from "@/components/fund/address";
import { type FigureName, rateText } from "@/components/fund/sum";
import type { FundOverview } from "@/lib/fund/queries/dashboard";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import { type Fen, formatWan } from "@/lib/value/money";

export type Operand =
  | "arranged"
  | "disbursed"
  | "completed"
  | "standard"
  | "carried-disbursed"
  | "carried-completed"
  | "own-disbursed"
  | "own-completed"
  | "early-disbursed"
  | "without-early";

/** Where an operand leads to, and under which name that page repeats it. */
export function wayOf(operand: Operand, filter: FundFilter): { figure: FigureName; href: string } {
  switch (operand) {
    case "arranged":
      return { figure: operand, href: recordsAddress("appropriations", filter) };
    case "disbursed":
      return { figure: operand, href: recordsAddress("disbursements", filter) };
    case "completed":
      return { figure: operand, href: recordsAddress("progress", filter) };
    case "early-disbursed":
      return { figure: "disbursed", href: recordsAddress("disbursements", filter, { scope: "EARLY" }) };
    case "carried-disbursed":
    case "carried-completed":
      return { figure: operand, href: projectsAddress(filter) };
    case "standard":
      return { figure: operand, href: formulaAddress(operand, wholeYear(filter)) };
    default:
      return { figure: operand, href: formulaAddress(operand, filter) };
  }
}

const all = [
  { figure: "above-arranged", left: "arranged", sign: "−", right: "standard" },
  { figure: "above-disbursed", left: "disbursed", sign: "−", right: "standard" },
  { figure: "lack-arranged", left: "standard", sign: "−", right: "arranged" },
  { figure: "lack-disbursed", left: "standard", sign: "−", right: "disbursed" },
  { figure: "without-early", left: "disbursed", sign: "−", right: "early-disbursed" },
  { figure: "above-without-early", left: "without-early", sign: "−", right: "standard" },
  { figure: "lack-without-early", left: "standard", sign: "−", right: "without-early" },
  { figure: "standard-rate", left: "arranged", sign: "÷", right: "standard" },
  { figure: "standard-rate-disbursed", left: "disbursed", sign: "÷", right: "standard" },
  { figure: "own-disbursed", left: "disbursed", sign: "−", right: "carried-disbursed" },
  { figure: "payment-rate", left: "own-disbursed", sign: "÷", right: "arranged" },
  { figure: "own-completed", left: "completed", sign: "−", right: "carried-completed" },
  { figure: "completion-rate", left: "own-completed", sign: "÷", right: "arranged" },
] as const satisfies readonly { figure: string; left: Operand; sign: "−" | "÷"; right: Operand }[];

export type Step = { figure: (typeof all)[number]["figure"]; left: Operand; sign: "−" | "÷"; right: Operand } & {
  from: Fen;
  by: Fen;
  text: string;
};

/** Every difference and rate that can be said of this money, with its two numbers; none against a standard that is not there, or of a part of the year. */
export function stepsOf(overview: FundOverview, filter: FundFilter): Step[] {
  const amounts = amountsOf(overview, filter);
  return all.flatMap((step) => {
    const left = plain(step.left, amounts);
    const [from, by] = [amounts[left], amounts[step.right]];
    if (from === null || by === null) return [];
    const text = step.sign === "÷" ? rateText(from, by) : isShown(step, from, by) ? formatWan(from - by) : undefined;
    return text === undefined ? [] : [{ ...step, left, from, by, text }];
  });
}

type Amounts = Record<Operand, Fen | null>;

function amountsOf({ totals, standard, early }: FundOverview, filter: FundFilter): Amounts {
  const { arranged, disbursed, completed, ownDisbursed, ownCompleted } = totals;
  const isWhole = isWholeYear(filter);
  const withEarly = isWhole && early.disbursed > 0n;
  return {
    arranged,
    disbursed,
    completed,
    standard: isWhole ? standard.standard : null,
    "carried-disbursed": disbursed - ownDisbursed || null,
    "own-disbursed": disbursed === ownDisbursed ? null : ownDisbursed,
    "carried-completed": completed - ownCompleted || null,
    "own-completed": completed === ownCompleted ? null : ownCompleted,
    "early-disbursed": withEarly ? early.disbursed : null,
    "without-early": withEarly ? disbursed - early.disbursed : null,
  };
}

/** Without anything carried over, what is of the year's own arrangements is simply all of it. */
function plain(operand: Operand, amounts: Amounts): Operand {
  if (operand === "own-disbursed" && amounts[operand] === null) return "disbursed";
  if (operand === "own-completed" && amounts[operand] === null) return "completed";
  return operand;
}

/** Of what lies above the standard and what it lacks, only the one that is there; a remainder always. */
const isShown = ({ figure }: { figure: string }, from: Fen, by: Fen): boolean =>
  from > by || !/^(above|lack)/.test(figure);
