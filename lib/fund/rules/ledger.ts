/** The three ledgers of aid money, in the order in which money moves through them. */
export const ledgers = ["appropriations", "disbursements", "progress"] as const;
export type Ledger = (typeof ledgers)[number];

export const isLedger = (name: string): name is Ledger => (ledgers as readonly string[]).includes(name);

/** Everything that is written down by one person and decided by another, with its table and its name in the audit. */
export const kinds = ["plan", "revenue", "appropriation", "disbursement", "progress", "outside"] as const;
export type Kind = (typeof kinds)[number];

export const tableOf = {
  plan: "aid_plans",
  revenue: "revenue_figures",
  appropriation: "appropriations",
  disbursement: "disbursements",
  progress: "investment_progress",
  outside: "outside_records",
} as const satisfies Record<Kind, string>;

/** The column an amount stands in: of a plan it is the total of its year. */
export const columnOf = (kind: Kind) => (kind === "plan" ? "total" : "amount");

/** Where the records of a kind stand in addresses: `/fund/disbursements/…`. */
export const segmentOf = {
  plan: "plans",
  revenue: "revenues",
  appropriation: "appropriations",
  disbursement: "disbursements",
  progress: "progress",
  outside: "outside",
} as const satisfies Record<Kind, string>;

export const kindAt = (segment: string): Kind | undefined => kinds.find((kind) => segmentOf[kind] === segment);

export const kindOf = {
  appropriations: "appropriation",
  disbursements: "disbursement",
  progress: "progress",
} as const satisfies Record<Ledger, Kind>;

/** Which sum of a project a ledger adds to. */
export const sumOf = {
  appropriations: "arranged",
  disbursements: "disbursed",
  progress: "completed",
} as const satisfies Record<Ledger, "arranged" | "disbursed" | "completed">;
