import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { refuseUnanswered } from "@/lib/fund/commands/guard";
import { holdRecord } from "@/lib/fund/commands/hold";
import { refuseStaleDraft } from "@/lib/fund/commands/stale";
import { findDoubt } from "@/lib/fund/queries/second-look";
import { columnOf, type Kind, tableOf } from "@/lib/fund/rules/ledger";
import { projectOf } from "@/lib/fund/rules/record";
import { isAnswered } from "@/lib/fund/rules/second-look";
import { holdMonth } from "@/lib/project/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

type Given = { recordId?: string | undefined; version?: number | undefined; intent: "DRAFT" | "SUBMIT" } & Answered;
/** The warnings that were ticked. */
type Answered = { accepted?: string[] | undefined };
type Columns<Row> = Omit<Row, "datedOn"> & { datedOn: Date; warnings: string[] };

/** Where a kind of record is stored; `ask` holds and refuses what the record rests on. */
type Store<Row> = {
  ask?(): Promise<void>;
  create(data: Columns<Row> & Founded): Promise<unknown>;
  update(id: string, data: Columns<Row>): Promise<unknown>;
};

type Founded = { id: string; createdById: string; isDemo: boolean; state: "DRAFT" | "SUBMITTED" };

/** One record written down, or a draft written over, and handed in if that was meant: one entry, one transaction (I29). */
export async function writeDown<Own extends Row & Named>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  { recordId, version, intent, accepted }: Given,
  row: Own,
  store: Store<Own>,
): Promise<{ id: string }> {
  const state = intent === "DRAFT" ? "DRAFT" : "SUBMITTED";
  await holdMonth(tx, row.datedOn);
  await store.ask?.();
  const doubt = await findDoubt({ ...asDoubted(row), id: recordId, kind }, actor.today, tx);
  const warnings =
    state === "DRAFT"
      ? doubt.warnings.filter((name) => isAnswered([name], accepted))
      : refuseUnanswered(doubt, accepted);
  const data = { ...row, datedOn: dateFromDay(row.datedOn), warnings };

  const id = recordId ?? newId();
  const before = recordId ? await holdDraft(tx, actor, row, { kind, recordId, version }) : {};
  const verb = `${kind}.${state === "DRAFT" ? "draft" : "record"}` as const;
  await recordAudit(tx, actor, verb, {
    type: kind,
    id,
    before,
    after: toldOf({ ...row, state, accepted: warnings }),
  });
  if (!recordId) {
    await store.create({ ...data, id, createdById: actor.id, isDemo: actor.isDemo, state });
    return { id };
  }
  await store.update(recordId, data);
  // Handing in changes nothing but the state (I20): the draft is written over first.
  await tx.$executeRaw`UPDATE ${Prisma.raw(tableOf[kind])} SET state = ${state}::"RecordState", version = version + 1 WHERE id = ${id}::uuid`;
  return { id };
}

type Row = Begun & { amount?: bigint; total?: bigint; datedOn: Day; documentNo?: string | null };
type Named = { payee?: string; item?: string };

const asDoubted = (row: Row & Named) => ({
  amount: row.amount ?? row.total ?? 0n,
  datedOn: row.datedOn,
  documentNo: row.documentNo,
  projectId: row.projectId,
  payee: row.payee,
  item: row.item,
  year: row.year,
});

type Draft = { kind: Kind; recordId: string; version: number | undefined };

async function holdDraft(tx: Tx, actor: Actor, row: Begun, { kind, recordId, version }: Draft) {
  const record = await holdRecord(tx, kind, recordId);
  if (record.state !== "DRAFT" || record.createdById !== actor.id)
    throw new Refusal("WRONG_STATE", { state: record.state });
  if (record.version !== version) await refuseStaleDraft(tx, record);
  if (begunFor(kind, row) !== begunFor(kind, { ...record, projectId: projectOf(record)?.id }))
    throw new Refusal("INPUT_WRONG", { field: kind === "outside" ? "ledger" : "projectId" });
  return { [columnOf(kind)]: String(record.amount), datedOn: record.datedOn, documentNo: record.documentNo ?? "" };
}

type Begun = { projectId?: string | undefined; year?: number; ledger?: string | null; isPlanned?: boolean };

/** A draft stays with its project, its year or its ledger: another one is another record (R74, R78). */
function begunFor(kind: Kind, { projectId, year, ledger, isPlanned }: Begun): string {
  if (kind === "plan" || kind === "revenue") return String(year);
  return kind === "outside" ? `${ledger} ${isPlanned}` : String(projectId);
}
