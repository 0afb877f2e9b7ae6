import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { type Kind, kinds, tableOf } from "@/lib/fund/rules/ledger";
import { says } from "@/lib/fund/rules/search";
import { inForce } from "@/lib/fund/rules/version";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { OutsideLedger, PayeeAccount, PlanBasis, RecordState, RevenueCertainty } from "@/prisma/generated/enums";

const shared = {
  id: z.string(),
  amount: z.bigint(),
  dated_on: z.date(),
  document_no: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(RecordState),
  reversal_of_id: z.string().nullable(),
  reversed_by_id: z.string().nullable(),
  created_by_id: z.string(),
  decided_by_id: z.string().nullable(),
  decided_at: z.date().nullable(),
  state_reason: z.string().nullable(),
  version: z.number(),
  warnings: z.array(z.string()),
  creator: z.string().nullable(),
  decider: z.string().nullable(),
  year: z.number(),
  project_id: z.string().nullable(),
  project_code: z.string().nullable(),
  project_name: z.string().nullable(),
  payee: z.string().nullable(),
  account: z.enum(PayeeAccount).nullable(),
  exception_reason: z.string().nullable(),
  certainty: z.enum(RevenueCertainty).nullable(),
  basis: z.enum(PlanBasis).nullable(),
  ledger: z.enum(OutsideLedger).nullable(),
  item: z.string().nullable(),
  is_planned: z.boolean().nullable(),
  is_current: z.boolean().nullable(),
};
const row = z.object(shared);

/** One column list for six tables: what a table does not have is null. */
const columns: Record<Kind, Prisma.Sql> = {
  plan: Prisma.sql`r.total AS amount, r.reason AS note, r.year, NULL::uuid AS project_id, r.basis, r.is_current`,
  revenue: Prisma.sql`r.amount, r.note, r.year, NULL::uuid AS project_id, r.certainty, r.is_current`,
  appropriation: Prisma.sql`r.amount, r.note, extract(year FROM r.dated_on)::int AS year, r.project_id`,
  disbursement: Prisma.sql`r.amount, r.note, extract(year FROM r.dated_on)::int AS year, r.project_id, r.payee, r.account, r.exception_reason`,
  progress: Prisma.sql`r.amount, r.note, extract(year FROM r.dated_on)::int AS year, r.project_id`,
  outside: Prisma.sql`r.amount, r.note, extract(year FROM r.dated_on)::int AS year, NULL::uuid AS project_id, r.ledger, r.item, r.is_planned`,
};
const canReverse = (kind: Kind): boolean => kind !== "plan" && kind !== "revenue";

async function read(kind: Kind, where: Prisma.Sql, tx: Tx) {
  const table = Prisma.raw(tableOf[kind]);
  const reversal = canReverse(kind)
    ? Prisma.sql`r.reversal_of_id, (SELECT b.id FROM ${table} b WHERE b.reversal_of_id = r.id AND b.state <> 'REJECTED') AS reversed_by_id`
    : Prisma.sql`NULL::uuid AS reversal_of_id, NULL::uuid AS reversed_by_id`;
  const found = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT q.*, p.code AS project_code, p.name AS project_name,
      coalesce((SELECT name FROM accounts WHERE id = q.created_by_id),
        (SELECT (array_agg(actor_name ORDER BY id))[1] FROM audit_entries WHERE subject_id = q.id::text)) AS creator,
      (SELECT name FROM accounts WHERE id = q.decided_by_id) AS decider
    FROM (SELECT r.id, r.dated_on, r.document_no, r.state, r.created_by_id, r.decided_by_id, r.decided_at, r.state_reason, r.version, r.seq, r.warnings,
      ${reversal}, ${columns[kind]} FROM ${table} r WHERE ${where}) AS q
    LEFT JOIN projects p ON p.id = q.project_id ORDER BY q.dated_on DESC, q.seq DESC`;
  return found.map((one) => told(kind, row.parse({ ...nothing, ...one })));
}

const nothing = Object.fromEntries(Object.keys(shared).map((name) => [name, null]));

function told(kind: Kind, r: z.output<typeof row>) {
  return {
    kind,
    id: r.id,
    amount: r.amount,
    year: r.year,
    datedOn: dayFromDate(r.dated_on),
    documentNo: r.document_no ?? "",
    note: r.note ?? "",
    state: r.state,
    reversalOfId: r.reversal_of_id,
    reversedById: r.reversed_by_id,
    createdById: r.created_by_id,
    decidedById: r.decided_by_id,
    decidedAt: r.decided_at,
    stateReason: r.state_reason,
    version: r.version,
    warnings: r.warnings,
    creator: r.creator ?? "",
    decider: r.decider,
    project: r.project_id ? { id: r.project_id, code: r.project_code ?? "", name: r.project_name ?? "" } : null,
    payee: r.payee,
    account: r.account,
    exceptionReason: r.exception_reason,
    certainty: r.certainty,
    basis: r.basis,
    ledger: r.ledger,
    item: r.item,
    isPlanned: r.is_planned ?? false,
    isCurrent: r.is_current ?? false,
  };
}

export type MoneyRecord = ReturnType<typeof told>;

/** One record of any kind, whatever its state, or null. */
export async function findRecord(kind: Kind, id: string, tx: Tx = db): Promise<MoneyRecord | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return (await read(kind, Prisma.sql`r.id = ${id}::uuid`, tx))[0] ?? null;
}

/** What waits for a decision (SUBMITTED), of every kind, the oldest day first. */
export async function listWaiting(tx: Tx = db): Promise<MoneyRecord[]> {
  const waiting: MoneyRecord[] = [];
  for (const kind of kinds) waiting.push(...(await read(kind, Prisma.sql`r.state = 'SUBMITTED'`, tx)));
  return waiting.sort((one, other) => one.datedOn.localeCompare(other.datedOn));
}

/** What somebody wrote down and has not handed in yet, and what of it waits for another person. */
export const listOwnOpen = (accountId: string, tx: Tx = db): Promise<MoneyRecord[]> =>
  listOwn(accountId, Prisma.sql`r.state IN ('DRAFT', 'SUBMITTED')`, tx);

/** What somebody else decided against within the last thirty days: who wrote it may write it anew. */
export const listOwnRejected = (accountId: string, tx: Tx = db): Promise<MoneyRecord[]> =>
  listOwn(accountId, Prisma.sql`r.state = 'REJECTED' AND r.decided_at > now() - interval '30 days'`, tx);

async function listOwn(accountId: string, where: Prisma.Sql, tx: Tx): Promise<MoneyRecord[]> {
  const own: MoneyRecord[] = [];
  for (const kind of kinds)
    own.push(...(await read(kind, Prisma.sql`r.created_by_id = ${accountId}::uuid AND ${where}`, tx)));
  return own;
}

/** The versions of a kind that has them, the newest first, of one year or of all: those dated up to a day, with what was in force then (R76). */
export async function listVersions(kind: "plan" | "revenue", { year, asOf, q }: Book, tx: Tx = db) {
  const ofYear = year === undefined ? Prisma.sql`true` : Prisma.sql`r.year = ${year}`;
  const versions = await read(kind, Prisma.sql`${ofYear} AND r.dated_on <= ${dateFromDay(asOf)}::date`, tx);
  const current = inForce(kind, versions);
  return versions
    .map((version) => ({ ...version, isCurrent: current.has(version) }))
    .filter((version) => !q || says(q, textsOf(version)));
}

/** Every record of a project in one ledger, whatever its state. */
export const listRecordsOfProject = (
  kind: "appropriation" | "disbursement" | "progress",
  projectId: string,
  tx: Tx = db,
): Promise<MoneyRecord[]> => read(kind, Prisma.sql`r.project_id = ${projectId}::uuid`, tx);

/** R78: the ledgers that are no aid fund, up to a day, of one year or of all, and what of them says the words looked for. */
export async function listOutside({ year, asOf, q }: Book, tx: Tx = db): Promise<MoneyRecord[]> {
  const ofYear = year === undefined ? Prisma.sql`true` : Prisma.sql`r.year = ${year}`;
  const records = await read("outside", Prisma.sql`${ofYear} AND r.dated_on <= ${dateFromDay(asOf)}::date`, tx);
  return records.filter((record) => !q || says(q, textsOf(record)));
}

const textsOf = ({ documentNo, note, item, creator }: MoneyRecord) => [documentNo, note, item, creator];

type Book = { year?: number | undefined; asOf: Day; q?: string | undefined };
