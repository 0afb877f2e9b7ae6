import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { findRecord } from "@/lib/fund/queries/decisions";
import { type Kind, tableOf } from "@/lib/fund/rules/ledger";
import type { RecordOf } from "@/lib/fund/schema/stored";
import { Refusal } from "@/lib/refusal/refusal";
import { ProjectStanding } from "@/prisma/generated/enums";

/** Locks a record, then reads it: what is decided about is what stands there. */
export async function holdRecord<K extends Kind>(tx: Tx, kind: K, id: string): Promise<RecordOf<K>> {
  await hold(tx, tableOf[kind], id);
  const record = await findRecord(kind, id, tx);
  if (!record) throw new Refusal("INPUT_WRONG", { field: "recordId", case: "UNKNOWN_RECORD" });
  return record;
}

const held = z.array(
  z.object({
    id: z.string(),
    code: z.string(),
    target: z.string(),
    is_construction: z.boolean(),
    standing: z.enum(ProjectStanding),
    arranged: z.bigint(),
    disbursed: z.bigint(),
    completed: z.bigint(),
    total_investment: z.bigint(),
    state: z.string().nullable(),
  }),
);

/** The project whose money is moved, locked against others who move it, with its state of now. */
export async function holdProject(tx: Tx, id: string) {
  await hold(tx, "projects", id);
  const [project] = held.parse(
    await tx.$queryRaw`
    SELECT p.id, p.code, p.target, p.is_construction, p.standing, p.arranged, p.disbursed, p.completed, p.total_investment,
      (SELECT state::text FROM project_reports WHERE project_id = p.id ORDER BY dated_on DESC, seq DESC LIMIT 1) AS state
    FROM projects p WHERE p.id = ${id}::uuid`,
  );
  if (!project) throw new Refusal("INPUT_WRONG", { field: "projectId", case: "UNKNOWN_PROJECT" });
  return project;
}

export type HeldProject = Awaited<ReturnType<typeof holdProject>>;
