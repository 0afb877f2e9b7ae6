import "server-only";
import { proveByFactor } from "@/lib/account/factor/commands/prove";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { Taken } from "@/lib/report/commands/record";
import { fullFormat, grantInput, type Purpose } from "@/lib/report/schema";
import { findReport, readFilter } from "@/lib/report/sheet/list";

/** R93: lets whoever proves himself take one report with whole numbers, once, for the purpose he gives. */
export const grantExport = command({
  verb: "report.exportFull",
  fieldsOf: "account",
  permission: "report:exportFull",
  input: grantInput,
  before: proveByFactor,
  async run(tx, actor, { report: kind, query, purpose, purposeText }) {
    const report = findReport(kind);
    const filter = report && readFilter(report, new URLSearchParams(query));
    if (report?.permission !== "report:export" || !filter) throw new Refusal("INPUT_WRONG");
    return { grant: await writeGrant(tx, actor, { report, filter, format: fullFormat, purpose, purposeText }) };
  },
});

type Wish = Pick<Taken, "report" | "filter" | "format"> & { purpose: Purpose; purposeText?: string | undefined };

/** Gives the id by which the file is taken once. */
export async function writeGrant(tx: Tx, actor: Actor, { report, filter, format, purpose, purposeText }: Wish) {
  if (purpose === "OTHER" && !purposeText)
    throw new Refusal("INPUT_WRONG", { field: "purposeText", case: "PURPOSE_MISSING" });

  const id = newId();
  await tx.$executeRaw`
    INSERT INTO exports (id, actor_id, kind, filter, format, is_full, purpose, purpose_text, state)
    VALUES (${id}::uuid, ${actor.id}::uuid, ${report.kind}, ${JSON.stringify(filter)}::jsonb, ${format}, true, ${purpose}, ${purposeText ?? null}, 'GRANTED')`;
  const after = { report: report.kind, format, purpose };
  await recordAudit(tx, actor, "report.exportFull", { type: "export", id, after, reason: purposeText });
  return id;
}
