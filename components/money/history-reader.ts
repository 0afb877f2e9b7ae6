import { getMessages, getTranslations } from "next-intl/server";
import type { ReadValue } from "@/components/audit/history-table";
import { formatWan, formatYuan } from "@/lib/money";

/** What the stored values of money read as: sums in fen become 万元 or 元, codes become their words, other records' ids stay out. */
export async function moneyReader(): Promise<ReadValue> {
  const [{ money, project, state }, unit] = await Promise.all([getMessages(), getTranslations("money.units")]);
  const states: Record<string, string> = { ...state.project, ...state.month, ...state.fund, ...state.record };
  const codes: Record<string, Record<string, string>> = {
    state: states,
    certainty: money.certainty,
    basis: money.bases,
    account: money.accounts,
    ledger: money.ledgers,
    projectCategory: project.categories,
    standing: state.standing,
  };

  return (field, value) => {
    if (sums.has(field) && /^-?\d+$/.test(value))
      return unit(unitOf(BigInt(value)), { amount: shownOf(BigInt(value)) });
    if (field === "projectId" || field === "reversalOfId") return "";
    if (field === "physicalProgress") return `${value} %`;
    return codes[field]?.[value];
  };
}

const sums = new Set(["amount", "total", "totalInvestment"]);

/** In 万元 where that says it exactly, else in 元. */
const unitOf = (fen: bigint) => (fen % 10_000n === 0n ? "wan" : "yuan");
const shownOf = (fen: bigint): string => (unitOf(fen) === "wan" ? formatWan(fen) : formatYuan(fen));
