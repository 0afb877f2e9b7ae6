import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { fullFormat, type Purpose } from "@/lib/report/schema";
import type { Report } from "@/lib/report/sheet/report";

type Wish = {
  report: Report;
  filter: Record<string, unknown>;
  purpose: Purpose;
  purposeText: string | undefined;
};

/** R93: lets whoever has just proved himself take one report with whole numbers, once, for the purpose he gives. */
export async function grantExport(actor: Actor, { report, filter, purpose, purposeText }: Wish): Promise<string> {
  return transaction(async (tx) => {
    if (purpose === "OTHER" && !purposeText)
      throw new Refusal("INPUT_WRONG", { field: "purposeText", case: "PURPOSE_MISSING" });

    const id = newId();
    await tx.$executeRaw`
      INSERT INTO exports (id, actor_id, kind, filter, format, is_full, purpose, purpose_text, state)
      VALUES (${id}::uuid, ${actor.id}::uuid, ${report.kind}, ${JSON.stringify(filter)}::jsonb, ${fullFormat}, true, ${purpose}, ${purposeText ?? null}, 'GRANTED')`;
    const after = { report: report.kind, format: fullFormat, purpose };
    await recordAudit(tx, actor, "report.exportFull", { type: "export", id, after, reason: purposeText });
    return id;
  });
}
