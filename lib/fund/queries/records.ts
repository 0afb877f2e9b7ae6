import "server-only";
import { z } from "zod";
import { db, snapshot, type Tx } from "@/lib/database/db";
import { told } from "@/lib/database/together";
import { listProjectSums, type ProjectRow } from "@/lib/fund/queries/projects";
import { carriedOver } from "@/lib/fund/rules/carry-over";
import { kindOf, type Ledger, sumOf, tableOf } from "@/lib/fund/rules/ledger";
import { says } from "@/lib/fund/rules/search";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { type Day, dateFromDay, yearOf } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";
import { firstDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";

export const recordShape = z.object({
  id: z.string(),
  project_id: z.string(),
  amount: z.bigint(),
  dated_on: told.day,
  document_no: z.string(),
  payee: z.string().nullable(),
  note: z.string(),
  reversal_of_id: z.string().nullable(),
  creator: z.string(),
  approver: z.string().nullable(),
});
type Stored = z.output<typeof recordShape>;

/** A ledger as its page shows it: the projects of the filter, their records, and what those found add up to. */
export async function findLedger(ledger: Ledger, filter: FundFilter, tx: Tx) {
  const projects = await listProjectSums({ ...filter, q: undefined }, tx);
  const records = await listRecords(ledger, filter, projects, tx);
  return { projects, records, total: records.at(-1)?.running ?? 0n };
}

/** A page of one ledger, read at one instant (I25). */
export const readLedger = (ledger: Ledger, filter: FundFilter) => snapshot((tx) => findLedger(ledger, filter, tx));

/** Which records are meant: the approved ones of one ledger behind a sum. */
export const meant = (ledger: Ledger, { since, asOf }: FundFilter, projects: ProjectRow[]): Prisma.Sql => Prisma.sql`
  FROM ${Prisma.raw(tableOf[kindOf[ledger]])} r
  WHERE r.state = 'APPROVED' AND r.dated_on BETWEEN ${dateFromDay(firstDay(since))}::date AND ${dateFromDay(asOf)}::date
    AND r.project_id = ANY (${projects.map(({ id }) => id)}::uuid[])`;

/** They by day, for the page and the file alike (I25). */
export function recordsOf(ledger: Ledger, filter: FundFilter, projects: ProjectRow[]): Prisma.Sql {
  const payee = ledger === "disbursements" ? Prisma.sql`r.payee` : Prisma.sql`NULL::text`;
  // The first of a record's own entries, gathered: ordered with LIMIT 1, the planner may walk the whole audit for each record.
  return Prisma.sql`
    SELECT r.id, r.project_id, r.amount, to_char(r.dated_on, 'YYYY-MM-DD') AS dated_on, r.document_no, ${payee} AS payee, r.note, r.reversal_of_id,
      (SELECT (array_agg(actor_name ORDER BY id))[1] FROM audit_entries WHERE subject_id = r.id::text) AS creator,
      (SELECT name FROM accounts WHERE id = r.decided_by_id) AS approver
    ${meant(ledger, filter, projects)}
    ORDER BY r.dated_on, r.seq`;
}

/** Those of a ledger; `projects` are the rows of the shared query (I25): which projects are meant is decided there and nowhere else. */
export async function listRecords(ledger: Ledger, filter: FundFilter, projects: ProjectRow[], tx: Tx = db) {
  const found = await tx.$queryRaw(recordsOf(ledger, filter, projects));
  const next = inOrder(ledger, filter, projects);
  return z
    .array(recordShape)
    .parse(found)
    .flatMap((record) => next(record) ?? []);
}

/**
 * Tells one record after the other: `running` is the sum up to and with each of them (fen), `ownRunning` without what is carried over.
 * A search narrows the records only: what it does not mean is nothing.
 */
export function inOrder(ledger: Ledger, { q }: FundFilter, projects: ProjectRow[]) {
  const known = new Map(projects.map((project) => [project.id, project]));
  const settled = new Map<string, Fen>();
  let [running, ownRunning] = [0n, 0n];
  return (record: Stored) => {
    const project = known.get(record.project_id);
    if (q && !says(q, textsOf(record, project))) return null;

    const so = settled.get(record.project_id) ?? 0n;
    settled.set(record.project_id, so + record.amount);
    running += record.amount;
    ownRunning += record.amount - (project ? carriedWith(ledger, project, so, record.amount) : 0n);
    return {
      id: record.id,
      project: { id: record.project_id, code: project?.code ?? "", name: project?.name ?? "" },
      amount: record.amount,
      running,
      ownRunning,
      datedOn: record.dated_on,
      documentNo: record.document_no,
      payee: record.payee,
      note: record.note,
      reversalOfId: record.reversal_of_id,
      creator: record.creator,
      approver: record.approver,
    };
  };
}

const textsOf = ({ document_no, payee, note }: Stored, project?: ProjectRow) => [
  ...[document_no, payee, note, project?.code, project?.name],
];

/** 结转: what of one more record settles arrangements of before the period; an arrangement itself settles nothing. */
function carriedWith(ledger: Ledger, { before }: ProjectRow, so: Fen, amount: Fen): Fen {
  const of = sumOf[ledger];
  return of === "arranged" ? 0n : carriedOver(of, before, so + amount) - carriedOver(of, before, so);
}

export type LedgerRow = NonNullable<ReturnType<ReturnType<typeof inOrder>>>;

/** The project a page is about, with its sums, as the shared query has them. */
export const findProjectSums = async (projectId: string, asOf: Day, tx: Tx = db) =>
  (await listProjectSums({ year: yearOf(asOf), since: 2000, asOf, project: projectId }, tx))[0] ?? null;
