import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { readRecords } from "@/lib/fund/queries/read-records";
import { type Kind, kinds } from "@/lib/fund/rules/ledger";
import { noteOf } from "@/lib/fund/rules/record";
import { says } from "@/lib/fund/rules/search";
import { inForce } from "@/lib/fund/rules/version";
import type { MoneyRecord, RecordOf } from "@/lib/fund/schema/stored";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** One record of a kind, whatever its state, or null. */
export async function findRecord<K extends Kind>(kind: K, id: string, tx: Tx = db): Promise<RecordOf<K> | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return (await readRecords(kind, Prisma.sql`r.id = ${id}::uuid`, tx))[0] ?? null;
}

/** What waits for a decision (SUBMITTED), of every kind, the oldest day first. */
export async function listWaiting(tx: Tx = db): Promise<MoneyRecord[]> {
  const waiting = await listOfEveryKind(Prisma.sql`r.state = 'SUBMITTED'`, tx);
  return waiting.sort((one, other) => one.datedOn.localeCompare(other.datedOn));
}

/** What somebody wrote down and has not handed in yet, and what of it waits for another person. */
export const listOwnOpen = (accountId: string, tx: Tx = db): Promise<MoneyRecord[]> =>
  listOfEveryKind(Prisma.sql`r.created_by_id = ${accountId}::uuid AND r.state IN ('DRAFT', 'SUBMITTED')`, tx);

/** What another person decided against within the last thirty days: its author may write it anew. */
export const listOwnRejected = (accountId: string, tx: Tx = db): Promise<MoneyRecord[]> =>
  listOfEveryKind(
    Prisma.sql`r.created_by_id = ${accountId}::uuid AND r.state = 'REJECTED' AND r.decided_at > now() - interval '30 days'`,
    tx,
  );

async function listOfEveryKind(where: Prisma.Sql, tx: Tx): Promise<MoneyRecord[]> {
  const found: MoneyRecord[] = [];
  for (const kind of kinds) found.push(...(await readRecords(kind, where, tx)));
  return found;
}

type Book = { year?: number | undefined; asOf: Day; q?: string | undefined };

/** The versions of a plan or a revenue, the newest first, of one year or of all: those dated up to a day, with what was in force then (R76). */
export async function listVersions<K extends "plan" | "revenue">(kind: K, { year, asOf, q }: Book, tx: Tx = db) {
  const ofYear = year === undefined ? Prisma.sql`true` : Prisma.sql`r.year = ${year}`;
  const versions = await readRecords(kind, Prisma.sql`${ofYear} AND r.dated_on <= ${dateFromDay(asOf)}::date`, tx);
  const current = inForce(kind, versions);
  return versions
    .map((version) => ({ ...version, isCurrent: current.has(version) }))
    .filter((version) => !q || says(q, textsOf(version)));
}

/** Every record of a project in one ledger, whatever its state. */
export const listRecordsOfProject = <K extends "appropriation" | "disbursement" | "progress">(
  kind: K,
  projectId: string,
  tx: Tx = db,
): Promise<RecordOf<K>[]> => readRecords(kind, Prisma.sql`r.project_id = ${projectId}::uuid`, tx);

/** R78: the ledgers that are no aid fund, up to a day, of one year or of all, and what of them says the words looked for. */
export async function listOutside({ year, asOf, q }: Book, tx: Tx = db): Promise<RecordOf<"outside">[]> {
  const ofYear = year === undefined ? Prisma.sql`true` : Prisma.sql`r.year = ${year}`;
  const records = await readRecords("outside", Prisma.sql`${ofYear} AND r.dated_on <= ${dateFromDay(asOf)}::date`, tx);
  return records.filter((record) => !q || says(q, [...textsOf(record), record.item]));
}

const textsOf = (record: MoneyRecord) => [record.documentNo, noteOf(record), record.creator];
