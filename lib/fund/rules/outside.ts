import type { Fen } from "@/lib/value/money";

type Record = { ledger: string | null; state: string; isPlanned: boolean; amount: Fen };

/** R78: what is planned and what came are two sums of one ledger, of approved records only, and never added to each other. */
export function outsideSums(records: readonly Record[], ledger: string): { planned: Fen; come: Fen } {
  const sum = (planned: boolean) =>
    records
      .filter((record) => record.ledger === ledger && record.state === "APPROVED" && record.isPlanned === planned)
      .reduce((total, { amount }) => total + amount, 0n);
  return { planned: sum(true), come: sum(false) };
}
