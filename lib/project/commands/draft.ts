import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { type Adjustment, findAdjustment } from "@/lib/project/queries";
import { Refusal } from "@/lib/refusal/refusal";

/** A draft of an adjustment, locked after its project; it stays with its project, and only its writer writes it over. */
export async function holdDraft(tx: Tx, actor: Actor, { projectId, adjustmentId }: Asked): Promise<Adjustment> {
  await hold(tx, "project_adjustments", adjustmentId);
  const draft = await findAdjustment(adjustmentId, tx);
  if (draft?.projectId !== projectId) throw new Refusal("INPUT_WRONG", { field: "recordId", case: "UNKNOWN_RECORD" });
  if (draft.state !== "DRAFT" || draft.createdById !== actor.id)
    throw new Refusal("WRONG_STATE", { state: draft.state });
  return draft;
}

type Asked = { projectId: string; adjustmentId: string };
