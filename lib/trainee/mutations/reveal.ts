import "server-only";
import { recordAccess } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { findOpened } from "@/lib/trainee/queries/record";
import type { RevealNumber } from "@/lib/trainee/schema";

/** R92: gives out one full number, after writing down who wanted it, whose, why and from where. */
export async function revealNumber(
  actor: Actor,
  { traineeId, number, reason, reasonText }: RevealNumber,
): Promise<string> {
  return transaction(async (tx) => {
    if (reason === "OTHER" && !reasonText)
      throw new Refusal("INPUT_WRONG", { field: "reasonText", case: "REASON_MISSING" });
    const shown = (await findOpened(tx, traineeId))?.[number];
    if (!shown) throw new Refusal("WRONG_STATE", { field: "number" });

    const said = [reason, reasonText].filter(Boolean).join(" ");
    await recordAccess(tx, actor, {
      verb: "trainee.reveal",
      subjectType: "trainee",
      subjectId: traineeId,
      field: number,
      reason: said,
      rows: 1,
    });
    return shown;
  });
}
