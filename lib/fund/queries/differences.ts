import "server-only";
import type { Tx } from "@/lib/database/db";
import { findStandard } from "@/lib/fund/queries/standard";
import { projectOf } from "@/lib/fund/rules/record";
import { aidStandard, givesStandard } from "@/lib/fund/rules/standard";
import type { MoneyRecord, RecordOf } from "@/lib/fund/schema/stored";
import type { Day } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";

/** A sum a record would move: what stands, what it becomes (null: not known yet), and what may still be added after it. */
export type Difference = {
  of:
    | "yearArranged"
    | "projectArranged"
    | "projectDisbursed"
    | "projectCompleted"
    | "revenue"
    | "standard"
    | "plan"
    | "outside";
  year: number;
  before: Fen | null;
  after: Fen | null;
  left?: Fen;
  /** Of a plan: what is due for its year. */
  standard?: Fen | null;
};

/** What approving each of these records would do to the sums that stand now, by the record's id; to be read at one instant (I25). */
export async function listDifferences(records: MoneyRecord[], today: Day, tx: Tx): Promise<Map<string, Difference[]>> {
  const stands = await findStanding(records, today, tx);
  return new Map(records.map((record) => [record.id, differencesOf(record, stands)]));
}

function differencesOf(record: MoneyRecord, stands: Standing): Difference[] {
  const { year, amount } = record;
  const project = stands.projects.get(projectOf(record)?.id ?? "");
  const fund = stands.funds.get(year);
  const moved = (of: Difference["of"], before: Fen, limit?: Fen): Difference => ({
    of,
    year,
    before,
    after: before + amount,
    ...(limit !== undefined && { left: limit - before - amount }),
  });

  switch (record.kind) {
    case "appropriation":
      return [
        moved("yearArranged", fund?.arranged ?? 0n, fund?.approvedTotal ?? 0n),
        moved("projectArranged", project?.arranged ?? 0n),
      ];
    case "disbursement":
      return [moved("projectDisbursed", project?.disbursed ?? 0n, project?.arranged ?? 0n)];
    case "progress":
      return [moved("projectCompleted", project?.completed ?? 0n, project?.totalInvestment ?? 0n)];
    case "outside":
      return [moved("outside", stands.outside(record))];
    case "revenue":
      return revenueMoves(record, stands);
    case "plan":
      return [
        {
          of: "plan",
          year,
          before: stands.plans.get(year) ?? null,
          after: amount,
          left: amount - (fund?.arranged ?? 0n),
          standard: stands.standards.get(year)?.standard ?? null,
        },
      ];
  }
}

/** R62: another version of the revenue recomputes the standard of the year after. */
function revenueMoves(
  { year, amount, certainty }: RecordOf<"revenue">,
  { revenues, standards }: Standing,
): Difference[] {
  const due = standards.get(year + 1);
  const becomes = givesStandard(certainty) ? aidStandard(amount, BigInt(due?.rateBasisPoints ?? 0)) : null;
  return [
    { of: "revenue", year, before: revenues.get(year) ?? null, after: amount },
    { of: "standard", year: year + 1, before: due?.standard ?? null, after: becomes },
  ];
}

type Standing = Awaited<ReturnType<typeof findStanding>>;

async function findStanding(records: MoneyRecord[], today: Day, tx: Tx) {
  const of = (kind: MoneyRecord["kind"]) => records.filter((record) => record.kind === kind);
  const years = [...new Set(records.map(({ year }) => year))];
  const dueYears = new Set([...of("plan").map(({ year }) => year), ...of("revenue").map(({ year }) => year + 1)]);
  const current = { where: { isCurrent: true, year: { in: years } } };

  const projects = await tx.project.findMany({
    where: { id: { in: records.flatMap((record) => projectOf(record)?.id ?? []) } },
    select: { id: true, arranged: true, disbursed: true, completed: true, totalInvestment: true },
  });
  const funds = await tx.aidFund.findMany({
    where: { year: { in: years } },
    select: { year: true, arranged: true, approvedTotal: true },
  });
  const revenues = await tx.revenueFigure.findMany({ ...current, select: { year: true, amount: true } });
  const plans = await tx.aidPlan.findMany({ ...current, select: { year: true, total: true } });
  const outside = await tx.outsideRecord.groupBy({
    by: ["ledger", "isPlanned"],
    where: { state: "APPROVED" },
    _sum: { amount: true },
  });
  const standards = [];
  for (const year of dueYears) standards.push(await findStandard(year, today, tx));

  return {
    projects: new Map(projects.map((project) => [project.id, project])),
    funds: new Map(funds.map((fund) => [fund.year, fund])),
    revenues: new Map(revenues.map(({ year, amount }) => [year, amount])),
    plans: new Map(plans.map(({ year, total }) => [year, total])),
    standards: new Map(standards.map((standard) => [standard.year, standard])),
    /** R78: what is planned and what came are two sums of each ledger. */
    outside: (record: RecordOf<"outside">): Fen =>
      outside.find(({ ledger, isPlanned }) => ledger === record.ledger && isPlanned === record.isPlanned)?._sum
        .amount ?? 0n,
  };
}
