import { signingAccount } from "@/tests/support/signers";

/** Where each kind of record is stored. */
export const tables = {
  plan: "aid_plans",
  revenue: "revenue_figures",
  appropriation: "appropriations",
  disbursement: "disbursements",
  progress: "investment_progress",
  outside: "outside_records",
} as const;
export type MoneyKind = keyof typeof tables;
export type ProjectMoney = "appropriation" | "disbursement" | "progress";

/** 万元 as people say them (`40.01`), in fen. */
export function wan(said: string): bigint {
  const [whole = "0", fraction = ""] = said.split(".");
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"));
}

export type MoneyRow = {
  id: string;
  amount: bigint;
  datedOn: string;
  createdById: string;
  state?: string;
  projectId?: string | undefined;
  year?: number;
  reversalOfId?: string;
  /** What only some kinds have, by the name of its column. */
  also?: Record<string, string | boolean>;
};

const own: Record<MoneyKind, Record<string, string | boolean>> = {
  plan: { document_no: "青援藏联〔2018〕1号", reason: "年初计划" },
  revenue: { document_no: "青财预〔2018〕1号", certainty: "CONFIRMED" },
  appropriation: { document_no: "青援安〔2018〕1号" },
  disbursement: { document_no: "青援拨〔2018〕1号", payee: "得荣县财政局", account: "COUNTY" },
  progress: { document_no: "进度1" },
  outside: { document_no: "青援函〔2018〕1号", item: "耗材", ledger: "OPERATING" },
};

/** A record as psql would write it down. */
export function insertMoney(
  kind: MoneyKind,
  { id, amount, datedOn, createdById, state = "SUBMITTED", ...row }: MoneyRow,
) {
  const columns: Record<string, string | number | bigint | boolean | undefined> = {
    id,
    [kind === "plan" ? "total" : "amount"]: amount,
    dated_on: datedOn,
    created_by_id: createdById,
    state,
    project_id: row.projectId,
    year: row.year ?? (kind === "outside" ? Number(datedOn.slice(0, 4)) : undefined),
    reversal_of_id: row.reversalOfId,
    ...own[kind],
    ...row.also,
  };
  const known = Object.entries(columns).filter(([, value]) => value !== undefined);
  const values = known.map(([, value]) => (typeof value === "string" ? `'${value}'` : String(value)));
  return `INSERT INTO ${tables[kind]} (${known.map(([name]) => name).join(", ")}) VALUES (${values.join(", ")})`;
}

/** A decision as psql would write it. */
export const decideMoney = (kind: MoneyKind, id: string, state: string, by = signingAccount("AID_LEADER")) =>
  `UPDATE ${tables[kind]} SET state = '${state}', version = version + 1, decided_by_id = '${by}', decided_at = now() WHERE id = '${id}'`;

/** A statement with the audit entries of what it touches, so that only the law itself can refuse it. */
export const noted = (statement: string, ...subjects: string[]) => [...subjects.map(entry), statement].join(";\n");

const entry = (subject: string) =>
  `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'money.force', 'money', '${subject}')`;
