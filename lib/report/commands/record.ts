import "server-only";
import { z } from "zod";
import { recordAccess, recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db, type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { log } from "@/lib/log";
import { databaseError } from "@/lib/refusal/database-error";
import { Refusal } from "@/lib/refusal/refusal";
import type { Format } from "@/lib/report/schema";
import type { Report } from "@/lib/report/sheet/report";

/** What leaves: a report or one person's own data, and in which form. */
export type Taken = {
  report: Pick<Report, "kind">;
  filter: Record<string, unknown>;
  format: Format | "json";
  /** The grant that opens whole numbers (R93). */
  grant?: string | undefined;
};
export type Asked = Taken & { report: Report; format: Format };

/** R102: who takes what, how much of it and from where, written down before the first piece leaves; whole numbers only on an unused grant. */
export function beginExport(actor: Actor, asked: Taken, total: number): Promise<string> {
  return transaction((tx) => begin(tx, actor, asked, total));
}

/** The same within a story of its own. */
export async function begin(tx: Tx, actor: Actor, asked: Taken, total: number): Promise<string> {
  const { id, verb, reason } = await (asked.grant ? useGrant : writeDown)(tx, actor, asked, total);
  const access = { verb, subjectType: "export", subjectId: id, field: asked.report.kind, rows: total };
  await recordAccess(tx, actor, { ...access, ...(reason && { reason }) });
  return id;
}

/** What is at hand as a whole is out with its first piece. */
export async function endWhole(tx: Tx, id: string, rows: number): Promise<void> {
  await tx.$executeRaw`UPDATE exports SET state = 'DONE', rows = ${rows}::int, ended_at = now() WHERE id = ${id}::uuid`;
}

type Begun = { id: string; verb: string; reason?: string };

async function writeDown(tx: Tx, actor: Actor, { report, filter, format }: Taken, total: number): Promise<Begun> {
  const id = newId();
  await tx.$executeRaw`
    INSERT INTO exports (id, actor_id, kind, filter, format, state, total, started_at)
    VALUES (${id}::uuid, ${actor.id}::uuid, ${report.kind}, ${JSON.stringify(filter)}::jsonb, ${format}, 'RUNNING', ${total}::int, now())`;
  const after = { report: report.kind, format, rows: total };
  await recordAudit(tx, actor, "report.export", { type: "export", id, after });
  return { id, verb: "report.export" };
}

const purpose = z.array(z.object({ said: z.string() }));

/** The database knows how old a grant may be; of two who bring it one finds it unused. */
async function useGrant(
  tx: Tx,
  actor: Actor,
  { report, filter, format, grant = "" }: Taken,
  total: number,
): Promise<Begun> {
  const taken = await tx.$queryRaw`
    UPDATE exports SET state = 'RUNNING', started_at = now(), total = ${total}::int
    WHERE id = ${grant}::uuid AND actor_id = ${actor.id}::uuid AND state = 'GRANTED' AND kind = ${report.kind} AND format = ${format} AND filter = ${JSON.stringify(filter)}::jsonb
    RETURNING concat_ws(' ', purpose, purpose_text) AS said`;
  const [found] = purpose.parse(taken);
  if (!found) throw new Refusal("WRONG_STATE", { case: "EXPORT_OVER" });
  return { id: grant, verb: "report.exportFull", reason: found.said };
}

/** Whoever fetches it asks once a second. */
const everyMilliseconds = 500;

/** The record of a file under way: how many rows are out, and how it ended, before whoever fetches it sees the end. */
export function recordOf(id: string) {
  let [rows, told] = [0, Date.now()];
  const end = (state: "DONE" | "CANCELLED" | "FAILED") =>
    db.$executeRaw`UPDATE exports SET state = ${state}::"ExportState", rows = ${rows}::int, ended_at = now() WHERE id = ${id}::uuid`;

  async function passed(more: number) {
    rows += more;
    if (Date.now() - told < everyMilliseconds) return;
    told = Date.now();
    await db.$executeRaw`UPDATE exports SET rows = ${rows}::int WHERE id = ${id}::uuid`;
  }
  async function* until<Piece>(pieces: AsyncGenerator<Piece>, signal: AbortSignal): AsyncGenerator<Piece, undefined> {
    let state: Parameters<typeof end>[0] = "CANCELLED";
    try {
      yield* pieces;
      state = "DONE";
    } catch (error) {
      if (!signal.aborted) log.error({ event: "export broke off", export: id, database: databaseError(error)?.code });
      if (!signal.aborted) state = "FAILED";
      throw error;
    } finally {
      await end(state);
    }
  }
  return { passed, until };
}
