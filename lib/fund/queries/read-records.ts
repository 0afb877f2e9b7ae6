import "server-only";
import type { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { type Kind, tableOf } from "@/lib/fund/rules/ledger";
import { type RecordOf, stored } from "@/lib/fund/schema/stored";
import { Prisma } from "@/prisma/generated/client";

/** The records of one kind that meet the condition on `r`, the latest day first. */
export const readRecords = <K extends Kind>(kind: K, where: Prisma.Sql, tx: Tx): Promise<RecordOf<K>[]> =>
  rows(
    tx,
    shapes[kind],
    Prisma.sql`
      SELECT ${kind} AS kind, ${shared}, ${own[kind]} FROM ${Prisma.raw(tableOf[kind])} r ${isOfProject(kind)}
      WHERE ${where} ORDER BY r.dated_on DESC, r.seq DESC`,
  );

const shapes: { [K in Kind]: z.ZodType<RecordOf<K>> } = stored;

const shared = Prisma.sql`r.id, r.dated_on, r.document_no, r.state, r.created_by_id, r.decided_by_id, r.decided_at,
  r.state_reason, r.version, r.warnings, (SELECT name FROM accounts WHERE id = r.decided_by_id) AS decider,
  coalesce((SELECT name FROM accounts WHERE id = r.created_by_id),
    (SELECT (array_agg(actor_name ORDER BY id))[1] FROM audit_entries WHERE subject_id = r.id::text)) AS creator`;

/** What every ledger has: the year of its day, and the record that stands against this one. */
const ofLedger = (kind: Kind): Prisma.Sql => Prisma.sql`r.amount, r.note, extract(year FROM r.dated_on)::int AS year,
  r.reversal_of_id, (SELECT b.id FROM ${Prisma.raw(tableOf[kind])} b
    WHERE b.reversal_of_id = r.id AND b.state <> 'REJECTED') AS reversed_by_id`;
const project = Prisma.sql`jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project`;

const own: Record<Kind, Prisma.Sql> = {
  plan: Prisma.sql`r.year, r.total AS amount, r.reason, r.basis, r.is_current`,
  revenue: Prisma.sql`r.year, r.amount, r.note, r.certainty, r.is_current`,
  appropriation: Prisma.sql`${ofLedger("appropriation")}, ${project}`,
  disbursement: Prisma.sql`${ofLedger("disbursement")}, ${project}, r.payee, r.account, r.exception_reason`,
  progress: Prisma.sql`${ofLedger("progress")}, ${project}`,
  outside: Prisma.sql`${ofLedger("outside")}, r.ledger, r.item, r.is_planned`,
};

const isOfProject = (kind: Kind): Prisma.Sql =>
  kind === "appropriation" || kind === "disbursement" || kind === "progress"
    ? Prisma.sql`JOIN projects p ON p.id = r.project_id`
    : Prisma.empty;
