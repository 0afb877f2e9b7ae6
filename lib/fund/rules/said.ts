import { exactWan, type Fen, spokenCny } from "@/lib/value/money";

type Record = {
  amount: Fen;
  year: number;
  project: { code: string; name: string } | null;
  item: string | null;
  reversalOfId: string | null;
};

/** What a banner says of a record: what it is about, how much, and whether it takes something back. */
export function saidOf({ amount, year, project, item, reversalOfId }: Record) {
  return {
    what: project ? `${project.code} ${project.name}` : (item ?? String(year)),
    amount: exactWan(amount),
    cny: spokenCny(amount),
    reversal: String(reversalOfId !== null),
  };
}

/** A month `2018-08` as the banner names it. */
export const saidOfMonth = (month: string) => ({ year: month.slice(0, 4), month: Number(month.slice(5)) });
